"""How likely an account tells of an incident that the report does report: a calibrated score.

A logistic sum over a few signs that the rules and the network give, its weights learnt
(``python -m train belief``). The account keeps the score, so that people see the doubtful first.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from math import exp, log

from reportedly.extract.trained.events import Events
from reportedly.extract.trained.labels import CLASSES, WHOLE_TEXT
from reportedly.records import Account, Attribution, Code, Place, When

BELIEVED = 0.3  # an account less likely than this is left out
_NEWS_DAYS = 7
_RECENT_DAYS = 60
_WIDE = ("country", "area")


def believed(accounts: Sequence[Account], events: Events) -> tuple[Account, ...]:
    """The accounts with their scores, without those that hardly tell of an incident.

    Sums over several incidents have no score: they are not incidents.
    """
    return tuple(_believed(accounts, events))


def _believed(accounts: Iterable[Account], events: Events) -> Iterator[Account]:
    for account in accounts:
        if account.role == "aggregate":
            yield account
            continue
        score = probability(signs(account, events), _weights())
        if score >= BELIEVED:
            yield replace(account, score=round(score, 3))


def probability(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighted sum; ``weights[""]`` is the constant."""
    total = weights[""] + sum(weights[name] * value for name, value in signs.items())
    return 1 / (1 + exp(-total))


def signs(account: Account, events: Events) -> dict[str, float]:
    """What speaks for and against an account, each about 0 to 1."""
    report = events.annotated.report
    fields = {claim.field for claim in account.claims}
    kind = next((c.value.code for c in account.of("type") if isinstance(c.value, Code)), None)
    blame = [c.value for c in account.of("attribution") if isinstance(c.value, Attribution)]
    status = {value.status for value in blame}
    places = [c.value for c in account.of("place") if isinstance(c.value, Place)]
    fine = any(place.precision not in _WIDE for place in places)
    age = _age(account, report.published)
    first = account.mentions[0]
    heard = events.told(account.mentions)
    whole = dict(zip(WHOLE_TEXT, events.whole, strict=True))
    types = CLASSES["type"]
    return {
        "first mention is an event": events.likely("event", first.start, first.end),
        "of that type": heard["type"][types.index(kind)] if heard and kind in types else 0.0,
        "told in passing": heard["role"][1] if heard else 0.0,
        "a sum": heard["role"][2] if heard else 0.0,
        "did not come about": sum(heard["status"][1:4]) if heard else 0.0,
        "text tells of an incident": float(whole["incident"]),
        "text is of the MUC kind": float(whole["muc_relevant"]),
        "mentions": log(len(account.mentions)),
        "main": float(account.role == "main"),
        "type known": float("type" in fields),
        "date known": float("date" in fields),
        "news": float(age is not None and age <= _NEWS_DAYS),
        "recent": float(age is not None and _NEWS_DAYS < age <= _RECENT_DAYS),
        "town known": float(fine),
        "country only": float(bool(places) and not fine),
        "killed known": float("killed" in fields),
        "injured known": float("injured" in fields),
        "doer known": float("perpetrator" in fields),
        "claimed": float("claimed" in status),
        "accused": float("accused" in status),
    }


def _age(account: Account, published: date | None) -> int | None:
    """Days from the incident to the report."""
    days = [c.value for c in account.of("date") if isinstance(c.value, When)]
    if published is None or not days:
        return None
    narrowest = min(days, key=lambda day: (day.latest - day.earliest, day.earliest))
    return (published - narrowest.latest).days


@cache
def _weights() -> dict[str, float]:
    text = files(__package__).joinpath("belief.toml").read_text(encoding="utf-8")
    weights: dict[str, float] = tomllib.loads(text)["weights"]
    return weights
