"""The latest word of each independent voice on one field of one incident.

A voice that speaks again replaces its earlier word (an update is no contradiction), and a voice
that many outlets print counts once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from reportedly.reconcile.case import Case
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
    order: int  # place of the account among the incident's, in stored order

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(claim.id for claim in self.claims)

    @property
    def when(self) -> tuple[date, int]:
        """For sorting: undated words come before every dated one."""
        return (self.on or date.min, self.order)


def figures(case: Case, voices: Mapping[str, Voice], field: str) -> list[Word[Count]]:
    """The latest figure of each voice on a counted field, in the order of first mention.

    A voice that tells of one person of some group, where others give tolls, gives no toll.
    """
    said: list[Word[Count]] = []
    for order, account in enumerate(case.accounts):
        by_voice = totals(account.of(field), lambda claim: voices[claim.id])
        for voice, (count, claims) in by_voice.items():
            said.append(_word(case, account, order, voice, count, claims))
    found = _latest(said)
    tolls = [word for word in found if not all(map(is_single, word.claims))]
    return tolls if any(word.value.figure > 1 for word in tolls) else found


def values(case: Case, voices: Mapping[str, Voice], field: str, kind: type[V]) -> list[Word[V]]:
    """Every value of one kind that a voice gives a field, in stored order."""
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
    case: Case, account: Account, order: int, voice: Voice, value: W, claims: tuple[Claim, ...]
) -> Word[W]:
    return Word(voice, value, claims, case.said_on(account, claims), order)


def _latest(said: list[Word[W]]) -> list[Word[W]]:
    newest: dict[str, Word[W]] = {}
    for word in said:
        known = newest.get(word.voice.key)
        if known is None or word.when >= known.when:
            newest[word.voice.key] = word
    return list(newest.values())
