"""Small invented records for tests: reports, and claims that quote them."""

from datetime import UTC, date, datetime
from itertools import count as counter
from typing import Any

from reportedly.records import (
    Account,
    Act,
    Action,
    Claim,
    Count,
    Decision,
    Evidence,
    Place,
    Reading,
    Received,
    Report,
    Role,
    Speaker,
    Statement,
    Value,
    When,
    cite,
    content_id,
    receive,
)

TEXT = "A bomb killed people at a market in Dulmeck on Tuesday, the ministry said."
_serial = counter()


def received(name: str = "r1", text: str = TEXT, **facts: Any) -> Received:
    """A report as read; ``facts``: title, publisher, published, url, language."""
    return receive(text.encode(), "text/plain", name=name, text=text, row=name, **facts)


def report(name: str = "r1", text: str = TEXT, **facts: Any) -> Report:
    return received(name, text, **facts).report


def quote(source: Report, words: str | None = None) -> Evidence:
    start = source.text.index(words) if words else 0
    return cite(source, start, start + len(words) if words else len(source.text))


def claim(source: Report, field: str, value: Value, **more: Any) -> Claim:
    """A claim that quotes the whole text unless ``words`` says which."""
    evidence = (quote(source, more.pop("words", None)),)
    id = more.pop("id", None) or content_id("claim", source.id, field, next(_serial))
    return Claim(id=id, field=field, value=value, evidence=evidence, **more)


def account(
    source: Report, *claims: Claim, index: int = 0, role: Role = "main", id: str | None = None
) -> Account:
    return Account(
        id=id or content_id("account", source.id, index),
        report=source.id,
        index=index,
        role=role,
        mentions=(quote(source),),
        claims=claims,
    )


def statement(source: Report, name: str, act: Act = "assert", **more: Any) -> Statement:
    affiliation = more.pop("affiliation", None)
    id = more.pop("id", None) or content_id("statement", source.id, name, act)
    return Statement(
        id=id,
        report=source.id,
        speaker=Speaker(name=name, affiliation=affiliation, evidence=(quote(source),)),
        act=act,
        mode="indirect",
        content=more.pop("content", None) or quote(source),
        **more,
    )


def reading(source: Report, *accounts: Account, **more: Any) -> Reading:
    return Reading(
        report=source, extractor=more.pop("extractor", "hand/1"), accounts=accounts, **more
    )


def decision(action: Action, *subject: str, **more: Any) -> Decision:
    n = next(_serial)
    made_at = more.pop("made_at", datetime(2031, 1, 1, tzinfo=UTC).replace(microsecond=n))
    id = more.pop("id", f"decision-{n}")
    return Decision(
        id=id, action=action, subject=subject, reviewer="coder", made_at=made_at, **more
    )


def exactly(number: int) -> Count:
    return Count(number, number, number, "exact")


def at_least(number: int) -> Count:
    return Count(number, number, None, "at_least")


def on(day: str, until: str | None = None) -> When:
    first = date.fromisoformat(day)
    return When(first, date.fromisoformat(until) if until else first, "range" if until else "day")


def town(name: str, lat: float = 10.0, lon: float = 20.0, **more: Any) -> Place:
    return Place(
        name, "city", lat=lat, lon=lon, country_code=more.pop("country_code", "QS"), **more
    )
