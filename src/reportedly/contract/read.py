"""One reading of one report as ``read --json`` shows it. Pure; absent knowledge stays absent."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from reportedly.codebook import Codebook, default
from reportedly.contract.shapes import (
    SCHEMA,
    STRENGTH,
    AccountJson,
    ActorJson,
    AttributionJson,
    CountJson,
    DisputeJson,
    FailureJson,
    PerpetratorJson,
    ReadingJson,
    ReportJson,
    StatedCountJson,
    StatementJson,
    WordsJson,
)
from reportedly.contract.values import (
    count,
    evidence,
    family,
    horizon,
    perpetrator,
    place,
    quoted,
    when,
)
from reportedly.records import (
    Account,
    Actor,
    ActorInText,
    Attribution,
    Claim,
    Code,
    Count,
    Dispute,
    Evidence,
    Failure,
    Place,
    Reading,
    Report,
    Statement,
    Text,
    Value,
    When,
)
from reportedly.records.nearness import coarseness
from reportedly.records.totals import account_total, live

V = TypeVar("V", bound=Value)
UNNAMED = "unnamed"  # the kind of "gunmen"


def reading(
    read: Reading, *, with_text: bool = False, codebook: Codebook | None = None
) -> ReadingJson:
    """What ``read --json`` prints of one report."""
    book = codebook or default()
    return {
        "schema": SCHEMA,
        "report": report(read.report, read.extractor, with_text=with_text),
        "incidents": [account(one, book) for one in read.accounts],
        "statements": [statement(one, read.accounts) for one in read.statements],
        "actors": [actor(one) for one in read.actors],
        "disputes": [dispute(one) for one in read.disputes],
        "failures": [failure(one) for one in read.failures],
    }


def report(one: Report, extractor: str, *, with_text: bool = False) -> ReportJson:
    found: ReportJson = {
        "id": one.id,
        "name": one.name,
        "title": one.title,
        "publisher": one.publisher,
        "published": one.published.isoformat() if one.published else None,
        "language": one.language,
        "url": one.url,
        "characters": len(one.text),
        "extractor": extractor,
    }
    if with_text:
        found["text"] = one.text
    return found


def account(one: Account, codebook: Codebook) -> AccountJson:
    """The view of one account. Its totals are :func:`~reportedly.records.totals.account_total`."""
    kind = _first(one, "type", Code)
    day = _best(one, "date", When, lambda value: (value.latest - value.earliest).days)
    site = _best(one, "place", Place, coarseness)
    target, weapon = _first(one, "target", Text), _first(one, "weapon", Text)
    status = [c.value.code for c in live(one.of("status")) if isinstance(c.value, Code)]
    code = kind[0].code if kind else None
    return {
        "id": one.id,
        "role": one.role,
        "type": code,
        "type_family": family(code, codebook),
        "date": {**when(day[0]), "evidence": evidence(day[1])} if day else None,
        "place": {**place(site[0]), "evidence": evidence(site[1])} if site else None,
        "perpetrators": _perpetrators(one),
        "perpetrator_description": _described(one),
        "attribution": _attribution_of(one),
        "killed": _count(account_total(one, "killed")),
        "injured": _count(account_total(one, "injured")),
        "attackers_killed": _count(account_total(one, "attackers_killed")),
        "counts": [stated(c) for c in one.claims if isinstance(c.value, Count)],
        "target": {"text": target[0].text, "evidence": evidence(target[1])} if target else None,
        "weapon": {"text": weapon[0].text, "code": None, "evidence": evidence(weapon[1])}
        if weapon
        else None,
        "status": status[-1] if status else None,
        "score": one.score,
        "mentions": evidence(one.mentions),
    }


def stated(claim: Claim) -> StatedCountJson:
    """One figure as stated. The outcome of a count of attackers is what became of them."""
    if not isinstance(claim.value, Count):
        raise TypeError(f"{claim.id} holds no number of people")
    attackers = claim.field == "attackers_killed"
    outcome: Any = "killed" if attackers else claim.field
    return {
        **count(claim.value),
        "id": claim.id,
        "group": claim.group,
        "outcome": outcome,
        "attackers": attackers,
        "voice": claim.voice,
        "statement": claim.statement,
        "part_of": claim.part_of,
        "superseded_by": claim.superseded_by,
        "evidence": evidence(claim.evidence),
    }


def statement(one: Statement, accounts: Sequence[Account] = ()) -> StatementJson:
    told = [a.id for a in accounts if any(claim.statement == one.id for claim in a.claims)]
    return {
        "id": one.id,
        "speaker": {
            "name": one.speaker.name,
            "ref": one.speaker.ref,
            "role": one.speaker.role,
            "affiliation": one.speaker.affiliation,
            "evidence": evidence(one.speaker.evidence),
        },
        "act": one.act,
        "mode": one.mode,
        "content": quoted(one.content),
        "cue": quoted(one.cue) if one.cue else None,
        "date": when(one.date) if one.date else None,
        "forum": one.forum,
        "addressee": one.addressee,
        "about": [*told, *one.rebuts],
        "nested_in": one.nested_in,
        "horizon": horizon(one.horizon) if one.horizon else None,
        "by": one.by,
    }


def actor(one: ActorInText) -> ActorJson:
    return {
        "ref": one.actor.ref,
        "name": one.actor.name,
        "kind": one.actor.kind,
        "aliases_in_text": evidence(one.aliases),
        "mentions": evidence(one.mentions),
        "parent": one.actor.parent,
    }


def dispute(one: Dispute) -> DisputeJson:
    found: DisputeJson = {"left": one.left, "right": one.right, "kind": one.kind}
    if one.field is not None:
        found["field"] = one.field
    if one.issue is not None:
        found["issue"] = one.issue
    return found


def failure(one: Failure) -> FailureJson:
    return {"stage": one.stage, "reason": one.reason}


def _count(one: Count | None) -> CountJson | None:
    return count(one) if one else None


def _perpetrators(one: Account) -> list[PerpetratorJson]:
    """Each named actor once, with the evidence of every claim that names it."""
    named: dict[str, PerpetratorJson] = {}
    for found in live(one.of("perpetrator")):
        if isinstance(found.value, Actor) and found.value.kind != UNNAMED:
            key = found.value.ref or found.value.name.casefold()
            shown = named.setdefault(key, {**perpetrator(found.value), "evidence": []})
            shown["evidence"] = [*shown.get("evidence", []), *evidence(found.evidence)]
    return list(named.values())


def _described(one: Account) -> WordsJson | None:
    """What those are called whom nobody names."""
    for found in live(one.of("perpetrator")):
        if isinstance(found.value, Actor) and found.value.kind == UNNAMED:
            return {"text": found.value.name, "evidence": evidence(found.evidence)}
    return None


def _attribution_of(one: Account) -> AttributionJson:
    """The strongest attribution of the account; a denial by anyone is kept beside it."""
    said = [(c.value, c) for c in live(one.of("attribution")) if isinstance(c.value, Attribution)]
    if not said:
        return {"status": "unknown", "by": None, "denied": False, "evidence": []}
    strongest, found = min(said, key=lambda pair: STRENGTH.index(pair[0].status))
    return {
        "status": strongest.status,
        "by": strongest.by,
        "denied": any(value.denied for value, _ in said),
        "evidence": evidence(found.evidence),
    }


def _first(one: Account, field: str, kind: type[V]) -> tuple[V, tuple[Evidence, ...]] | None:
    return _best(one, field, kind, lambda _: 0)


def _best(
    one: Account, field: str, kind: type[V], rank: Callable[[V], float]
) -> tuple[V, tuple[Evidence, ...]] | None:
    """The value of a field that ranks lowest, and its evidence; of equals, the first."""
    said = [(c.value, c.evidence) for c in live(one.of(field)) if isinstance(c.value, kind)]
    return min(said, key=lambda pair: rank(pair[0])) if said else None
