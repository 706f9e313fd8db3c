"""Whose words a claim is, across reports: outlets that print the same source are one voice.

A voice is known by the telling words of its name. "The health ministry", "Ministry of Health" and
"health officials" are one voice; so is a spokesman and the body that he speaks for. A name whose
words are contained in exactly one longer name of the same incident is taken for that ("police",
"the provincial police"). Unnamed witnesses and residents are voices of their own in every report,
because nothing says that two outlets met the same ones. Without a source, the outlet speaks, or
the agency that it credits, or the outlet whose text it printed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.reconcile.case import Case
from reportedly.records import Account, Actor, Claim, Report, Speaker

# Words that say in which role somebody speaks, not for whom.
_ROLES = frozenset({
    "a", "an", "the", "of", "for", "and", "in", "at", "on", "its", "their", "his", "her", "local",
    "main", "town", "town's", "city", "senior", "top", "chief", "head", "deputy", "acting",
    "director", "manager", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "official",
    "officials", "officer", "officers", "authorities", "statement", "mr", "mrs", "ms", "dr", "gen",
    "col", "maj", "capt", "lt", "sgt", "general", "colonel", "major", "captain", "news", "agency",
    "department", "named", "unnamed", "anonymous",
})  # fmt: skip
_FORMS = {
    "minister": "ministry", "ministries": "ministry", "ministers": "ministry", "defense": "defence",
    "hospitals": "hospital", "policeman": "police", "policemen": "police", "military": "army",
    "militants": "militant", "rebels": "rebel", "governors": "governor", "doctors": "doctor",
    "medics": "medic", "gov": "government",
}  # fmt: skip
# People whom a report does not name, and whom another report's like need not be.
_ANYBODY = frozenset({
    "witness", "witnesses", "eyewitness", "eyewitnesses", "resident", "residents", "villager",
    "villagers", "survivor", "survivors", "relative", "relatives", "source", "sources", "neighbour",
    "neighbours", "neighbor", "neighbors", "bystander", "bystanders", "people", "man", "woman",
    "elder", "elders", "activist", "activists", "medic", "doctor", "media", "reports",
    "official", "officials", "authorities", "officer",
})  # fmt: skip
# What makes a role tell of a body: "police commissioner", "director of the town's hospital".
_INSTITUTIONS = frozenset({
    "police", "ministry", "hospital", "clinic", "army", "military", "government", "presidency",
    "parliament", "council", "court", "prosecutor", "company", "union", "party", "front",
    "movement", "brigade", "agency", "mission", "command", "embassy", "charity", "committee",
})  # fmt: skip
# A rank alone, with no body named: nobody but the police is quoted so.
_POLICE = frozenset({
    "police", "officer", "officers", "duty", "superintendent", "inspector", "constable", "sheriff",
    "detective", "detectives", "investigator", "investigators", "commissioner",
})  # fmt: skip
_TITLES = 2  # words that a spokesman of an actor may have beside its name
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_DATELINE_CREDIT = re.compile(r"\A[^\n(]{0,80}\(([A-Z][\w .&'’-]{1,30})\)\s{0,3}(?:[-–—:]|\n)")
_CLOSING_CREDIT = re.compile(
    r"\n[ \t]*\(?(?:with reporting by )?([A-Z][\w .&'’-]{1,30}?)\.?\)?\s*\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Voice:
    key: str
    name: str  # as first named
    own: bool  # an outlet in its own voice
    perpetrator: bool = False  # speaks of what it is itself said to have done


def telling_words(name: str) -> frozenset[str]:
    """The words that tell a source from others; all of its words where none does."""
    found = [_FORMS.get(word, word) for word in _bare_words(name)]
    return frozenset(word for word in found if word not in _ROLES) or frozenset(found)


def _bare_words(name: str) -> list[str]:
    folded = (word.group().replace("’", "'") for word in _WORD.finditer(name.casefold()))
    return [word.removesuffix("'s") for word in folded]


def credited_agency(text: str) -> str | None:
    """The agency that a text names in its dateline or its last line: "TOWN (Agency) - ..."."""
    opening = _DATELINE_CREDIT.search(text[:160])
    closing = opening or _CLOSING_CREDIT.search(text[-60:])
    return closing.group(1).strip() if closing else None


@dataclass(frozen=True, slots=True)
class _Heard:
    """One claim's voice before it is compared with the others of the incident."""

    words: frozenset[str]
    name: str
    own: bool


def voices(case: Case) -> dict[str, Voice]:
    """The voice of every claim of the incident, by claim id."""
    bodies = _bodies(case)
    heard = {
        claim.id: _hear(case, account, claim, bodies)
        for account in case.accounts
        for claim in account.claims
    }
    names = _merge({one.words for one in heard.values() if not one.own})
    outlets = {one.words for one in heard.values() if one.own}
    names |= {words: _published_by(words, names) for words in outlets}
    accused = _accused(case)
    made: dict[frozenset[str], Voice] = {}
    for one in heard.values():
        words = names[one.words]
        blamed = any(
            words <= actor or (actor <= words and len(words) <= len(actor) + _TITLES)
            for actor in accused
        )
        key = " ".join(sorted(words))
        made.setdefault(words, Voice(key, one.name, one.own, blamed and not one.own))
    return {id: made[names[one.words]] for id, one in heard.items()}


def _bodies(case: Case) -> dict[str, str]:
    """For whom each named person speaks, from whichever report says so; the fullest name of it."""
    found: dict[str, str] = {}
    for statement in case.statements.values():
        speaker = statement.speaker
        body = _body(speaker)
        if speaker.name and body:
            known = found.get(speaker.name.casefold(), "")
            if len(telling_words(body)) > len(telling_words(known)):
                found[speaker.name.casefold()] = body
    return found


def _body(speaker: Speaker) -> str | None:
    """For whom somebody speaks: as stated, else as the role says ("spokesman for the army")."""
    for told in (speaker.affiliation, speaker.role):
        if told and _INSTITUTIONS & {_FORMS.get(word, word) for word in _bare_words(told)}:
            return told
    return speaker.affiliation


def _hear(case: Case, account: Account, claim: Claim, bodies: Mapping[str, str]) -> _Heard:
    statement = case.statements.get(claim.statement or "")
    speaker = statement.speaker if statement else None
    name = claim.voice or (speaker.name if speaker else None)
    own = _body(speaker) if speaker and speaker.name == name else None
    body = bodies.get((name or "").casefold()) or own
    if name is None and body is None:
        return _outlet(case, account)
    words = telling_words(body or name or "")
    if body is None and speaker and speaker.role and telling_words(speaker.role) <= _POLICE:
        words = telling_words(speaker.role)
    if words <= _POLICE:
        words = frozenset({"police"})
    if words <= _ANYBODY:
        words |= {f"in {case.origin(account)}"}
    return _Heard(words, name or body or "", own=False)


def _outlet(case: Case, account: Account) -> _Heard:
    origin = case.origin(account)
    source: Report = case.reports.get(origin, case.report(account))
    name = credited_agency(source.text) or source.publisher
    words = telling_words(name) if name else frozenset({f"in {origin}"})
    return _Heard(words, name or source.name, own=True)


def _merge(found: Iterable[frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """Each set of words with the set that stands for it: the one longer name that contains it.

    Names that two longer, different names contain stay apart: nothing says which is meant.
    """
    names = sorted(set(found), key=lambda words: (-len(words), sorted(words)))
    stands: dict[frozenset[str], frozenset[str]] = {}
    for words in names:
        longer = {stands[other] for other in names if other in stands and words < other}
        stands[words] = longer.pop() if len(longer) == 1 else words
    return stands


def _published_by(
    outlet: frozenset[str], names: Mapping[frozenset[str], frozenset[str]]
) -> frozenset[str]:
    """An outlet is itself, or the body of that name that others quote: a ministry's own page.

    Unlike a source, an outlet is never taken for another whose name contains its own: "The Post"
    is not the "Evening Post".
    """
    if outlet in names:
        return names[outlet]
    within = {names[words] for words in names if words < outlet and len(words) > 1}
    return within.pop() if len(within) == 1 else outlet


def _accused(case: Case) -> list[frozenset[str]]:
    named = [claim.value for _, claim in case.claims("perpetrator")]
    actors = [value for value in named if isinstance(value, Actor) and value.kind != "unnamed"]
    names = [telling_words(actor.name) for actor in actors]
    return names + [frozenset({_initials(actor.name)}) for actor in actors]


def _initials(name: str) -> str:
    """How a name of several words is abbreviated: "Lord's Resistance Army" is "lra"."""
    words = [word for word in _bare_words(name) if word not in ("the", "of", "for", "and")]
    return "".join(word[0] for word in words) if len(words) > 2 else name.casefold()
