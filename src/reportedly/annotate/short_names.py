"""Registered groups by the first word of their name, once a report has given the whole of it.

After "the Arvo Group" or "Arvo mercenaries", a later "Arvo" means the same. A word that is a place,
a people, another actor or an ordinary one does not.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.actor_page import Page
from reportedly.annotate.actor_words import ATTRIBUTED, UNNAMED
from reportedly.annotate.common_words import COMMON
from reportedly.annotate.lexicon import CALENDAR, FUNCTION_WORDS, ROLES, listed
from reportedly.annotate.naming import Word
from reportedly.records import ActorMark

# What is left off: the rest of such a name says only what kind of body it is.
_KINDS = ATTRIBUTED | UNNAMED | listed("cartel brigade regiment battalion corps clan syndicate")
_STATES = ("government", "state_force", "igo", "igo_force", "state_body")
_SHORTEST = 4  # letters


def with_short_names(page: Page, marks: Sequence[ActorMark]) -> list[ActorMark]:
    """The marks, in text order, with those of the groups named by one word after their name."""
    meant = _called(page, marks)
    if not meant:
        return list(marks)
    taken = iter(marks)
    mark = next(taken, None)
    found: list[ActorMark] = []
    for index, word in enumerate(page.words):
        while mark is not None and mark.end <= word.start:
            mark = next(taken, None)
        full = meant.get(word.text)
        if full is None or word.start <= full.end or (mark and mark.start < word.end):
            continue
        if not _is_part_of_longer(page, index):
            why = f"short for {full.actor.name}, named before"
            actor = replace(full.actor, qualifier=None)
            found.append(replace(full, start=word.start, end=word.end, actor=actor, reason=why))
    return sorted((*marks, *found), key=lambda m: m.start)


def _called(page: Page, marks: Sequence[ActorMark]) -> dict[str, ActorMark]:
    """The first words of groups' names, each with the first mark that has the whole name."""
    called: dict[str, ActorMark] = {}
    for mark in marks:
        first, *rest = page.text[mark.start : mark.end].removeprefix("the ").split()
        if (
            mark.candidates
            and mark.actor.kind not in _STATES
            and rest
            and all(word.lower() in _KINDS for word in rest)
            and len(first) >= _SHORTEST
            and first.isalpha()
            and first.istitle()
            and first.lower() not in COMMON | CALENDAR | FUNCTION_WORDS | ROLES
            and not (page.names.places(first) or page.names.demonyms(first))
        ):
            called.setdefault(first, mark)
    return {word: mark for word, mark in called.items() if not page.names.actors(word)}


def _is_part_of_longer(page: Page, index: int) -> bool:
    """True for a word of a person's name or of another name in capitals."""
    beside = (
        number for number in (index - 1, index + 1) if page.adjacent(*sorted((number, index)))
    )
    return any(_is_of_name(page.words[number]) for number in beside)


def _is_of_name(word: Word) -> bool:
    return word.capital and word.low not in FUNCTION_WORDS | CALENDAR
