"""The latest word of each independent voice on one field of one incident.

A voice that speaks again replaces its earlier word (an update is no contradiction), and a voice
that many outlets print counts once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from reportedly.reconcile.case import Case
from reportedly.reconcile.people import Group, groups_of, same_groups
from reportedly.reconcile.voices import Voice
from reportedly.records import Account, Claim, Count, Value
from reportedly.records.totals import is_single, totals

V = TypeVar("V", bound=Value)
W = TypeVar("W", bound=Value)


@dataclass(frozen=True, slots=True)
class Word(Generic[V]):
    voice: Voice
    value: V
    claims: tuple[Claim, ...]  # what carries it; for a count in parts, the parts
    on: date | None  # the day of the words, else of the publication
    order: int  # place of the account among the incident's, by publication
    outlet: str | None = None  # who published the words
    detail: int = 0  # for counts: how many groups of people the voice tells apart

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(claim.id for claim in self.claims)

    @property
    def day(self) -> date:
        """For comparing: undated words come before every dated one."""
        return self.on or date.min

    @property
    def when(self) -> tuple[date, int]:
        """For sorting: by day, then by the order of publication."""
        return (self.day, self.order)


def figures(case: Case, voices: Mapping[str, Voice], field: str) -> list[Word[Count]]:
    """The latest figure of each voice on a counted field, in the order of first mention.

    A voice that tells of one person of some group gives no toll where as many or more voices tell
    of several people: a story of one victim says nothing of the others.
    """
    said: list[Word[Count]] = []
    for order, account in enumerate(case.accounts):
        claims = account.of(field)
        told = groups_of(claims, lambda claim: voices[claim.id].key)
        for voice, (count, parts) in totals(claims, lambda claim: voices[claim.id]).items():
            detail = len(told.get(voice.key, ()))
            said.append(_word(case, account, order, voice, count, parts, detail))
    found = _latest(said)
    single = [word for word in found if len(word.claims) == 1 and is_single(word.claims[0])]
    several = [word for word in found if word.value.figure > 1]
    return [w for w in found if w not in single] if 0 < len(single) <= len(several) else found


def group_figures(case: Case, voices: Mapping[str, Voice], field: str) -> list[list[Word[Count]]]:
    """For each group of people the latest figure that each voice gives for it.

    Groups stand in the order of first mention.
    """
    said: dict[Group, list[Word[Count]]] = {}
    for order, account in enumerate(case.accounts):
        by_voice = groups_of(account.of(field), lambda claim: voices[claim.id].key)
        for told in by_voice.values():
            for group, claim in told.items():
                if isinstance(claim.value, Count):
                    word = _word(case, account, order, voices[claim.id], claim.value, (claim,))
                    said.setdefault(group, []).append(word)
    stands = same_groups({g: {(w.voice.key, w.order) for w in words} for g, words in said.items()})
    merged: dict[Group, list[Word[Count]]] = {}
    for group, words in said.items():
        merged.setdefault(stands[group], []).extend(words)
    return [_latest(sorted(words, key=lambda word: word.order)) for words in merged.values()]


def values(case: Case, voices: Mapping[str, Voice], field: str, kind: type[V]) -> list[Word[V]]:
    """Every value of one kind that a voice gives a field, in the order of publication."""
    order = {account.id: n for n, account in enumerate(case.accounts)}
    return [
        _word(case, account, order[account.id], voices[claim.id], claim.value, (claim,))
        for account, claim in case.claims(field)
        if isinstance(claim.value, kind)
    ]


def latest_values(
    case: Case, voices: Mapping[str, Voice], field: str, kind: type[V]
) -> list[Word[V]]:
    """The latest value of each voice, in the order of first mention."""
    return _latest(values(case, voices, field, kind))


def _word(
    case: Case,
    account: Account,
    order: int,
    voice: Voice,
    value: W,
    claims: tuple[Claim, ...],
    detail: int = 0,
) -> Word[W]:
    outlet = case.report(account).publisher
    return Word(voice, value, claims, case.said_on(account, claims), order, outlet, detail)


def _latest(said: list[Word[W]]) -> list[Word[W]]:
    """The last word of each voice; of two figures on one day the higher: tolls rise as they come.

    Other values of one day stand by the order of publication.
    """
    newest: dict[str, Word[W]] = {}
    for word in said:
        known = newest.get(word.voice.key)
        if known is None or _age(word) >= _age(known):
            newest[word.voice.key] = word
    return list(newest.values())


def _age(word: Word[W]) -> tuple[date, int, int]:
    figure = word.value.figure if isinstance(word.value, Count) else 0
    return (word.day, figure, word.order)
