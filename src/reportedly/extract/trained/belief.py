"""How likely an account is right: that the report does tell of such an incident, there or then.

A logistic sum over a few signs that the rules and the network give, its weights learnt from reports
coded by hand (``python -m bench.quality belief``). It orders the doubtful first for people to look
at; it drops nothing, for even the least believed accounts are right half of the time.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from math import exp, log

from reportedly.extract.trained.events import Events
from reportedly.extract.trained.labels import CLASSES, WHOLE_TEXT
from reportedly.records import Account, Code, Place, When

_NEWS_DAYS = 7
_RECENT_DAYS = 60
_WIDE = ("country", "area")


def weighed(accounts: Sequence[Account], events: Events) -> tuple[Account, ...]:
    """The accounts with their scores. Sums over several incidents have none: they are not one."""
    return tuple(
        account
        if account.role == "aggregate"
        else replace(account, score=round(probability(signs(account, events), _weights()), 3))
        for account in accounts
    )


def probability(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighted sum; ``weights[""]`` is the constant."""
    total = weights[""] + sum(weights[name] * value for name, value in signs.items())
    return 1 / (1 + exp(-total))


def signs(account: Account, events: Events) -> dict[str, float]:
    """What speaks for and against an account, each about 0 to 1."""
    fields = {claim.field for claim in account.claims}
    kind = next((c.value.code for c in account.of("type") if isinstance(c.value, Code)), None)
    places = [c.value for c in account.of("place") if isinstance(c.value, Place)]
    age = _age(account, events.annotated.report.published)
    first = account.mentions[0]
    types = events.type_told(account.mentions)
    return {
        "first words tell of an event": events.sheet.likely("event", first.start, first.end),
        "event of that type": types[CLASSES["type"].index(kind)] if types and kind else 0.0,
        "text tells of an incident": float(events.whole[WHOLE_TEXT.index("incident")]),
        "mentions": log(len(account.mentions)),
        "date known": float("date" in fields),
        "recent": float(age is not None and _NEWS_DAYS < age <= _RECENT_DAYS),
        "country only": float(bool(places) and all(p.precision in _WIDE for p in places)),
        "killed known": float("killed" in fields),
        "injured known": float("injured" in fields),
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
