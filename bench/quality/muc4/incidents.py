"""A reading's accounts as neutral templates: which claim fills what."""

import re
from collections.abc import Iterator, Sequence

from bench.quality.muc4 import kinds
from bench.quality.muc4.pages import Page
from bench.quality.muc4.parties import perpetrators
from bench.quality.muc4.phrases import core, how_many, mention, people, person
from bench.quality.muc4.policy import wanted
from bench.quality.muc4.template import (
    Damage,
    Effect,
    Instrument,
    Mention,
    Stage,
    Target,
    Template,
    Victim,
    Where,
)
from reportedly.records import Account, Claim, Code, Count, Place, Reading, Text, When

_FIELDS: dict[str, Effect] = {
    "killed": "killed",
    "injured": "injured",
    "abducted": "abducted",
    "missing": "abducted",
    "freed": "freed",
}
_HARM = re.compile(r"\b(?:destr|damag|burn|gutt)\w*", re.IGNORECASE)
_STAGES: dict[str, Stage] = {"attempted": "attempted", "foiled": "attempted"}


def templates(reading: Reading, page: Page, *, bare: bool = False) -> tuple[Template, ...]:
    """The incidents of a reading that MUC-4 wants, in text order. ``bare``: see ``wanted``.

    Aggregates are sums over many incidents, and MUC-4 asks for particular ones.
    """
    found = (template(account, page) for account in reading.accounts if account.role != "aggregate")
    return tuple(t for t in found if wanted(t, page.published, bare=bare))


def template(account: Account, page: Page) -> Template:
    """One account in neutral form."""
    status = _code(account, "status")
    when = next((c for c in account.of("date") if isinstance(c.value, When)), None)
    things = tuple(_things(account, page))
    return Template(
        kind=_code(account, "type") or "other",
        stage=_STAGES.get(status or "", "accomplished"),
        when=when.value if when and isinstance(when.value, When) else None,
        when_words=when.evidence[0].quote if when else "",
        where=tuple(_where(account, page)),
        perpetrators=perpetrators(account, page),
        instruments=tuple(
            Instrument(m) for m in _distinct([_cited(c, page) for c in account.of("weapon")])
        ),
        victims=_merged([*_counted(account, page), *_aimed_at(account, page)]),
        targets=things,
    )


def _code(account: Account, field: str) -> str | None:
    values = [c.value.code for c in account.of(field) if isinstance(c.value, Code)]
    return values[-1] if field == "status" and values else next(iter(values), None)


def _where(account: Account, page: Page) -> Iterator[Where]:
    for claim in account.of("place"):
        if isinstance(claim.value, Place):
            yield Where(claim.value, _cited(claim, page))


def _cited(claim: Claim, page: Page) -> Mention:
    evidence = claim.evidence[0]
    return mention(page.text, evidence.start, evidence.end)


def _things(account: Account, page: Page) -> Iterator[Target]:
    for claim in account.of("target"):
        words = _noun(claim, page)
        if words is None or kinds.excluded("things", words.words):
            continue
        if kinds.known("physical", words.words):
            quantity = how_many(claim.evidence[0].quote, words.words)
            yield Target((words,), quantity, _damage(account, words))


def _aimed_at(account: Account, page: Page) -> Iterator[Victim]:
    for claim in account.of("target"):
        words = _noun(claim, page)
        if words is None or kinds.known("physical", words.words):
            continue
        found = person(claim.evidence[0], page.text)
        if found is None or kinds.excluded("people", words.words):
            continue
        if found.name or kinds.known("human", words.words):
            yield Victim(found.name, found.description)


def _damage(account: Account, thing: Mention) -> Damage | None:
    """What the sentence that names the thing says of it."""
    for sentence in account.mentions:
        if sentence.start <= thing.start < sentence.end:
            found = _HARM.search(sentence.quote)
            return (
                ("damaged" if found[0].lower().startswith("damag") else "destroyed")
                if found
                else None
            )
    return None


def _noun(claim: Claim, page: Page) -> Mention | None:
    evidence = claim.evidence[0]
    if not isinstance(claim.value, Text):
        return None
    start, end = core(evidence.quote)
    return mention(page.text, evidence.start + start, evidence.start + end) if start < end else None


def _counted(account: Account, page: Page) -> Iterator[Victim]:
    """The people of the account's figures; figures that a later one replaced are left out."""
    for claim in account.claims:
        effect = _FIELDS.get(claim.field)
        if effect is None or claim.superseded_by or not isinstance(claim.value, Count):
            continue
        found = people(claim.evidence[0], page.text, claim.group)
        if claim.value.high == 0 or found is None:
            continue
        if found.description and kinds.excluded("people", found.description.words):
            continue
        yield Victim(found.name, found.description, claim.value, (effect,))


def _merged(victims: Sequence[Victim]) -> tuple[Victim, ...]:
    """People told of twice are one: the longer name, all that happened to them."""
    kept: list[Victim] = []
    for victim in victims:
        n = next((n for n, known in enumerate(kept) if _same(known, victim)), None)
        if n is None:
            kept.append(victim)
            continue
        known = kept[n]
        longer = max(known, victim, key=lambda v: len(v.name.words) if v.name else 0)
        effects = tuple(dict.fromkeys((*known.effects, *victim.effects)))
        kept[n] = Victim(
            longer.name,
            known.description or victim.description,
            known.count or victim.count,
            effects,
        )
    return tuple(kept)


def _same(left: Victim, right: Victim) -> bool:
    if left.name and right.name:
        a, b = (set(v.words.casefold().split()) for v in (left.name, right.name))
        return a <= b or b <= a
    if left.name or right.name or not (left.description and right.description):
        return False
    same = left.description.words.casefold() == right.description.words.casefold()
    return same and (left.effects == right.effects or not (left.effects and right.effects))


def _distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple({m.words.casefold(): m for m in reversed(mentions)}.values())[::-1]
