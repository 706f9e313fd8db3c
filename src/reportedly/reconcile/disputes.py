"""Where voices contradict each other about one incident. An update by one voice is no dispute."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Literal, TypeVar

from reportedly.reconcile.case import Case
from reportedly.reconcile.choices import agree
from reportedly.reconcile.voices import Voice
from reportedly.reconcile.words import Word, figures, latest_values, values
from reportedly.records import (
    Actor,
    Attribution,
    Claim,
    Count,
    Dispute,
    Place,
    Reading,
    Statement,
    Value,
    When,
    content_id,
)
from reportedly.records.nearness import is_point
from reportedly.records.totals import group_of

Kind = Literal["count", "date", "place", "responsibility", "proposition"]
V = TypeVar("V", bound=Value)

ROUND = 0.2  # how far "about 50" reaches on both sides
VAGUE = frozenset({"several", "dozens"})  # "scores of people" may be 114
NEXT_DAY = timedelta(days=1)  # reports across midnight or time zones differ by one


def disputes(
    case: Case, voices: Mapping[str, Voice], counted: Iterable[str], incident: str
) -> tuple[Dispute, ...]:
    """Every contradiction: of counts, date, place, responsibility, and of statements."""
    found = [
        *(d for name in counted for d in _counts(case, voices, name, incident)),
        *_dates(case, voices, incident),
        *_places(case, voices, incident),
        *_responsibility(case, voices, incident),
        *_propositions(case, incident),
    ]
    return tuple({dispute.id: dispute for dispute in found}.values())


def excludes(left: Count, right: Count) -> bool:
    """True if no number can satisfy both."""
    low1, high1 = _interval(left)
    low2, high2 = _interval(right)
    return high1 < low2 or high2 < low1


def _interval(count: Count) -> tuple[float, float]:
    if count.bound == "approx":
        return count.figure * (1 - ROUND), count.figure * (1 + ROUND)
    low = count.low if count.low is not None else 0
    open_above = count.high is None or count.bound in VAGUE
    high = float("inf") if open_above else float(count.high or 0)
    return low, high


def _counts(case: Case, voices: Mapping[str, Voice], name: str, incident: str) -> Iterator[Dispute]:
    for left, right in combinations(figures(case, voices, name), 2):
        pair = _differing(left, right)
        if pair:
            yield _dispute("count", pair[0].id, pair[1].id, incident, field=name)


def _differing(left: Word[Count], right: Word[Count]) -> tuple[Claim, Claim] | None:
    """The two claims that exclude each other, whole against whole or group against same group.

    A figure for a group and one for everybody exclude each other only if the group is larger.
    """
    parts = (
        {group_of(claim): claim for claim in left.claims},
        {group_of(claim): claim for claim in right.claims},
    )
    if None in parts[0] and None in parts[1]:
        return (left.claims[0], right.claims[0]) if excludes(left.value, right.value) else None
    for group in parts[0].keys() & parts[1].keys():
        one, other = parts[0][group], parts[1][group]
        if isinstance(one.value, Count) and isinstance(other.value, Count):
            return (one, other) if excludes(one.value, other.value) else None
    for whole, part in ((left, right), (right, left)):
        if None in {group_of(claim) for claim in whole.claims}:
            too_many = _interval(part.value)[0] > _interval(whole.value)[1]
            return (left.claims[0], right.claims[0]) if too_many else None
    return None


def _dates(case: Case, voices: Mapping[str, Voice], incident: str) -> Iterator[Dispute]:
    for left, right in _by_voice(latest_values(case, voices, "date", When)):
        one, other = sorted((left.value, right.value), key=lambda when: when.earliest)
        if other.earliest - one.latest > NEXT_DAY:
            yield _dispute("date", left.ids[0], right.ids[0], incident, field="date")


def _places(case: Case, voices: Mapping[str, Voice], incident: str) -> Iterator[Dispute]:
    """Two towns; an incident may have several sites, so one agreement of two voices is enough."""
    said: dict[str, list[Word[Place]]] = {}
    for word in values(case, voices, "place", Place):
        if is_point(word.value):
            said.setdefault(word.voice.key, []).append(word)
    for one, other in combinations(said.values(), 2):
        if not any(agree(left.value, right.value) for left in one for right in other):
            yield _dispute("place", one[0].ids[0], other[0].ids[0], incident, field="place")


def _responsibility(case: Case, voices: Mapping[str, Voice], incident: str) -> Iterator[Dispute]:
    """A denial against whoever blames or claims, and two voices that blame different actors."""
    said = values(case, voices, "attribution", Attribution)
    blaming = [word for word in said if word.value.status != "unknown"]
    for denial in (word for word in said if word.value.denied):
        against = next((word.ids[0] for word in blaming if not word.value.denied), None)
        right = _denial_behind(case, denial.claims[0])
        left = against or denial.ids[0]
        if left != right:
            yield _dispute("responsibility", left, right, incident, field="attribution")
    named = [w for w in values(case, voices, "perpetrator", Actor) if w.value.kind != "unnamed"]
    for one, other in _by_voice(named):
        if not _may_be_same_actor(one.value, other.value) and not _both_name(named, one, other):
            yield _dispute(
                "responsibility", one.ids[0], other.ids[0], incident, field="perpetrator"
            )


def _denial_behind(case: Case, claim: Claim) -> str:
    """The statement in which it is denied, where the report has one, else the claim itself."""
    said = case.statements.get(claim.statement or "")
    if said is not None and said.act == "deny":
        return said.id
    for statement in case.statements.values():
        if statement.act == "deny" and any(statement.content.overlaps(e) for e in claim.evidence):
            return statement.id
    return claim.id


def _may_be_same_actor(left: Actor, right: Actor) -> bool:
    if left.ref and right.ref:
        return left.ref == right.ref or left.ref == right.parent or right.ref == left.parent
    one, other = left.name.casefold(), right.name.casefold()
    return one in other or other in one


def _both_name(named: Sequence[Word[Actor]], one: Word[Actor], other: Word[Actor]) -> bool:
    """True if a single voice names both: they are said to have acted together."""
    by_voice: dict[str, list[Actor]] = {}
    for word in named:
        by_voice.setdefault(word.voice.key, []).append(word.value)
    return any(
        any(_may_be_same_actor(actor, one.value) for actor in actors)
        and any(_may_be_same_actor(actor, other.value) for actor in actors)
        for actors in by_voice.values()
    )


def propositions(statements: Iterable[Statement], incident: str | None = None) -> list[Dispute]:
    """Statements, and the statements that rebut them."""
    return [
        _dispute("proposition", rebutted, one.id, incident, issue=one.content.quote)
        for one in statements
        for rebutted in one.rebuts
    ]


def said_in(found: Iterable[Dispute], reading: Reading) -> tuple[Dispute, ...]:
    """Figures that two named speakers gave, as a dispute between their two statements.

    Two statements are named once, however many of their figures differ. One person told of, and a
    figure of nobody's, stay claims.
    """
    named = {one.id for one in reading.statements if one.speaker.name}
    spoken = {
        claim.id: claim.statement
        for account in reading.accounts
        for claim in account.claims
        if claim.statement in named and claim.value != Count(1, 1, 1, "exact")
    }
    disputed = list(found)
    pairs = {frozenset((one.left, one.right)) for one in disputed}
    for place, one in enumerate(disputed):
        left, right = spoken.get(one.left), spoken.get(one.right)
        pair = frozenset(filter(None, (left, right)))
        if one.kind == "count" and left and right and len(pair) == 2 and pair not in pairs:
            pairs.add(pair)
            disputed[place] = replace(one, left=left, right=right)
    return tuple(disputed)


def _propositions(case: Case, incident: str) -> list[Dispute]:
    """Those of which either side states a fact of this incident."""
    stated = {claim.statement for account in case.accounts for claim in account.claims}
    found = propositions(case.statements.values(), incident)
    return [dispute for dispute in found if {dispute.left, dispute.right} & stated]


def _by_voice(words: Sequence[Word[V]]) -> Iterator[tuple[Word[V], Word[V]]]:
    for left, right in combinations(words, 2):
        if left.voice.key != right.voice.key:
            yield left, right


def _dispute(
    kind: Kind,
    left: str,
    right: str,
    incident: str | None,
    *,
    field: str | None = None,
    issue: str | None = None,
) -> Dispute:
    return Dispute(
        id=content_id("dispute", kind, left, right),
        left=left,
        right=right,
        kind=kind,
        field=field,
        issue=issue,
        incident=incident,
    )
