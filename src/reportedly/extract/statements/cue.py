"""A reporting word or phrase in a line, and how to tell it from a noun or a name."""

from dataclasses import dataclass
from typing import Literal

from reportedly.extract.statements.grammar import (
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lexicon import Form, Verb
from reportedly.extract.statements.lines import Line
from reportedly.records import Act

Kind = Literal["verb", "according", "noun", "impersonal", "emerge", "owner", "hearsay"]


PLURAL_SUBJECTS = PERSONAL | frozenset(
    ["police", "people", "who", "others", "both", "some", "many", "several"]
)


# Verb forms that are nouns as often: only after a name, a pronoun or a fitting plural.
NOUN_LIKE = words_of(
    """claim claims report reports demand demands fear fears call calls estimate estimates
    request requests question questions appeal appeals promise promises pledge pledges vow
    vows charge charges note notes comment comments project projects forecast forecasts
    doubt doubts rate rates view views rank ranks link links post posts order orders
    advocate advocates blast blasts blame press presses state states show shows direct alert
    alerts object boast boasts offer offers project push term terms command commands label
    labels brand brands mention mentions fault faults brief briefs record records document
    documents count counts outline outlines highlight highlights caution praise welcome
    protest protests"""
)


@dataclass(frozen=True, slots=True)
class Cue:
    kind: Kind
    first: int  # items of the cue, auxiliaries and adverbs included
    last: int
    act: Act
    lemma: str
    form: Form = "past"
    readings: tuple[Verb, ...] = ()
    passive: bool = False
    negated: bool = False


def group_start(line: Line, verb: int) -> int:
    """First item of the verb group: auxiliaries and adverbs before the verb."""
    index = verb
    while index > 0:
        word = line.low(index - 1)
        if word == "first" and line.low(index - 2) == "at":
            index -= 2  # "was at first thought to"
        elif word in AUXILIARIES or word in NEGATIONS or is_adverb(word):
            index -= 1
        else:
            break
    while (
        index < verb
        and is_adverb(line.low(index))
        and line.low(index) not in {"also"}
        and line.low(index - 1) in {",", ""}
    ):
        index += 1  # "Later, officials": an adverb set off by a comma is not part of the group
    return index


def with_it(line: Line, verb: int) -> int:
    """The verb group with the empty "it" before it."""
    first = group_start(line, verb)
    return first - 1 if line.low(first - 1) == "it" else first


def is_name_or_noun(line: Line, index: int, group: list[str], forms: set[Form]) -> bool:
    item = line.items[index]
    if index > 0 and is_capitalised(item.text) and not item.text.isupper():
        return True  # "United States", "Daily Post"
    before = line.low(index - 1)
    if not group and "past" not in forms and line.is_verb(index + 1):
        return True  # "a joint command said"
    if group:
        return False
    if before == "police" and item.low in {"state", "states"}:
        return line.low(index + 1) != "that"
    if before in DETERMINERS - PERSONAL - {
        "that",
        "all",
        "both",
        "some",
        "many",
        "others",
        "several",
        "this",
        "these",
        "those",
        "few",
        "most",
    }:
        return True
    if before in POSSESSIVES or before.endswith("'s") or before == "no":
        return True
    if "past" not in forms and "ing" not in forms:
        if before in PREPOSITIONS:
            return True
        if item.low in NOUN_LIKE and index > 0:
            previous = line.items[index - 1]
            if before == "," and is_capitalised(line.items[min(index + 1, len(line) - 1)].text):
                return False  # "..., reports Radio One"
            if (
                index == 1
                and not previous.text.isupper()
                and line.low(index + 1) not in ARTICLES | {"that"}
            ):
                return before not in PLURAL_SUBJECTS and not (
                    "base" in forms and before.endswith("s")
                )
            if "base" in forms:
                return not (
                    before in PLURAL_SUBJECTS | {"that", "who", "which"} or before.endswith("s")
                )
            return not (
                is_capitalised(previous.text)
                or before in PLURAL_SUBJECTS | {"that", "who", "which"}
            )
    return "past" not in forms and line.low(index + 1) == "of" and item.low.endswith("s")
