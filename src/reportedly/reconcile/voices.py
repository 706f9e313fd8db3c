"""Whose words a claim is, across reports: outlets that print the same source are one voice.

A voice is known by the telling words of its name. "The health ministry", "Ministry of Health" and
"health officials" are one voice; so is a spokesman and the body that he speaks for. A name whose
words are contained in exactly one longer name of the same incident is taken for that ("police",
"the provincial police"). Unnamed witnesses and residents are voices of their own in every report,
because nothing says that two outlets met the same ones; those who told an agency are one voice in
every paper that prints the agency. Without a source, the outlet speaks, or the agency that it
credits, or the outlet whose text it printed. An outlet that cites a source is that source, and a
figure that it states itself and also puts into the mouth of a source is that source's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from reportedly.reconcile.case import Case
from reportedly.reconcile.credits import cited, credited_agency
from reportedly.reconcile.names import (
    Words,
    initials,
    is_audience,
    listed,
    merged,
    names_nobody,
    one_person,
    speaks_of_a_body,
    telling_words,
)
from reportedly.records import Account, Actor, Claim, Count, Report, Speaker
from reportedly.records.totals import group_of

_TITLES = 2  # words that a spokesman of an actor may have beside its name


@dataclass(frozen=True, slots=True)
class Voice:
    key: str
    name: str  # as first named
    own: bool  # an outlet in its own voice
    perpetrator: bool = False  # speaks of what it is itself said to have done


@dataclass(frozen=True, slots=True)
class _Heard:
    """One claim's voice before it is compared with the others of the incident."""

    words: Words
    name: str
    own: bool


def voices(case: Case) -> dict[str, Voice]:
    """The voice of every claim of the incident, by claim id."""
    body_of = cache(partial(_speaks_for, _bodies(case)))
    outlet = cache(partial(_outlet, case))
    heard: dict[str, _Heard] = {}
    for account in case.accounts:
        said = {claim.id: _hear(case, account, claim, body_of, outlet) for claim in account.claims}
        heard |= _from_sources(account, said)
    names = merged(one.words for one in heard.values() if not one.own)
    outlets = {one.words for one in heard.values() if one.own}
    names |= {words: _published_by(words, names) for words in outlets}
    accused = _accused(case)
    made: dict[Words, Voice] = {}
    for one in heard.values():
        words = names[one.words]
        if words in made:
            continue
        blamed = any(
            words <= actor or (actor <= words and len(words) <= len(actor) + _TITLES)
            for actor in accused
        )
        made[words] = Voice(" ".join(sorted(words)), one.name, one.own, blamed and not one.own)
    return {id: made[names[one.words]] for id, one in heard.items()}


def _bodies(case: Case) -> dict[Words, str]:
    """For whom each named person speaks, from whichever report says so; the fullest name of it."""
    found: dict[Words, str] = {}
    for statement in case.statements.values():
        speaker = statement.speaker
        body = _body(speaker)
        if speaker.name and body:
            name = telling_words(speaker.name)
            known = found.get(name, "")
            if len(telling_words(body)) > len(telling_words(known)):
                found[name] = body
    return found


def _speaks_for(bodies: Mapping[Words, str], name: str | None) -> str | None:
    """The body of a person of that name, of that surname, or of that name spelt otherwise."""
    words = telling_words(name or "")
    if not words or names_nobody(words):
        return None
    alike = {body for known, body in bodies.items() if words < known or one_person(words, known)}
    return bodies.get(words) or (alike.pop() if len(alike) == 1 else None)


def _body(speaker: Speaker) -> str | None:
    """For whom somebody speaks: as stated, else as the role says ("spokesman for the army")."""
    for told in (speaker.affiliation, speaker.role):
        if told and speaks_of_a_body(told):
            return told
    return speaker.affiliation


def _hear(
    case: Case,
    account: Account,
    claim: Claim,
    body_of: Callable[[str | None], str | None],
    outlet: Callable[[str], _Heard],
) -> _Heard:
    statement = case.statements.get(claim.statement or "")
    speaker = statement.speaker if statement else None
    name = claim.voice or (speaker.name if speaker else None)
    own = _body(speaker) if speaker and speaker.name == name else None
    body = body_of(name) or own
    if name is None and body is None:
        return outlet(account.report)
    if statement and (source := cited(case.reports[statement.report], statement)):
        name, body = source, body_of(source)
    words = telling_words(body or name or "")
    police = listed("police")
    if body is None and speaker and speaker.role and telling_words(speaker.role) <= police:
        words = telling_words(speaker.role)
    if words <= police:
        words = frozenset({"police"})
    elif names_nobody(words):
        told = statement.addressee if statement else None
        words |= _told(told) if told and not is_audience(told) else {f"in {case.origin(account)}"}
    return _Heard(words, name or body or "", own=False)


def _told(outlet: str) -> Words:
    """What tells an unnamed source from others: the agency that it spoke to."""
    return frozenset({f"to {' '.join(sorted(telling_words(outlet)))}"})


def _outlet(case: Case, report: str) -> _Heard:
    origin = case.copies.get(report, report)
    source: Report = case.reports.get(origin, case.reports[report])
    name = credited_agency(source.text) or source.publisher
    words = telling_words(name) if name else frozenset({f"in {origin}"})
    return _Heard(words, name or source.name, own=True)


def _from_sources(account: Account, said: Mapping[str, _Heard]) -> dict[str, _Heard]:
    """A figure that an outlet states itself and also lets a source state is the source's word."""
    sources = {
        (claim.field, group_of(claim), claim.value): said[claim.id]
        for claim in reversed(account.claims)
        if isinstance(claim.value, Count) and not said[claim.id].own
    }
    found = dict(said)
    for claim in account.claims:
        if isinstance(claim.value, Count) and said[claim.id].own:
            key = (claim.field, group_of(claim), claim.value)
            found[claim.id] = sources.get(key, said[claim.id])
    return found


def _published_by(outlet: Words, names: Mapping[Words, Words]) -> Words:
    """An outlet is itself, or the body of that name that others quote: a ministry's own page.

    Unlike a source, an outlet is never taken for another whose name contains its own: "The Post"
    is not the "Evening Post".
    """
    if outlet in names:
        return names[outlet]
    within = {names[words] for words in names if words < outlet and len(words) > 1}
    return within.pop() if len(within) == 1 else outlet


def _accused(case: Case) -> set[Words]:
    named = [claim.value for _, claim in case.claims("perpetrator")]
    actors = [value for value in named if isinstance(value, Actor) and value.kind != "unnamed"]
    names = {telling_words(actor.name) for actor in actors}
    return names | {frozenset({initials(actor.name)}) for actor in actors}
