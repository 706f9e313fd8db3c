"""A profile as one line of text and back, for tables that keep it: JSON with short keys."""

import json
import sys
from datetime import date
from functools import lru_cache
from typing import Any

from reportedly.link.profile import Profile
from reportedly.records import Actor, Place, When

_PLACE = ("name", "precision", "admin1", "country", "country_code", "lat", "lon", "ref")
_ACTOR = ("name", "ref", "kind", "qualifier", "parent")
_KEPT = 20_000  # days, places and actors each


def packed(profile: Profile) -> str:
    """About a kilobyte. The same profile always gives the same text."""
    body = {
        "a": profile.account,
        "r": profile.report,
        "i": profile.index,
        "o": profile.role,
        "p": profile.published and profile.published.isoformat(),
        "d": [[w.earliest.isoformat(), w.latest.isoformat(), w.precision] for w in profile.dates],
        "l": [_row(place, _PLACE) for place in profile.places],
        "t": sorted(profile.types),
        "w": [_row(actor, _ACTOR) for actor in profile.actors],
        "c": {field: sorted(numbers) for field, numbers in sorted(profile.counts.items())},
        "g": sorted(profile.things),
        "x": dict(sorted(profile.words.items())),
        "n": sorted(profile.names),
        "z": sorted(profile.own),
        "y": sorted(profile.ages),
        "m": sorted(profile.numbers),
        "s": profile.said,
    }
    held = {key: value for key, value in body.items() if value not in (None, [], {})}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Profile:
    body: dict[str, Any] = json.loads(text)
    published = body.get("p")
    return Profile(
        account=body["a"],
        report=body["r"],
        index=body["i"],
        role=body["o"],
        published=date.fromisoformat(published) if published else None,
        dates=tuple(_when(*row) for row in body.get("d", ())),
        places=tuple(_place(*row) for row in body.get("l", ())),
        types=frozenset(body.get("t", ())),
        actors=tuple(_actor(*row) for row in body.get("w", ())),
        counts={field: frozenset(numbers) for field, numbers in body.get("c", {}).items()},
        things=frozenset(map(sys.intern, body.get("g", ()))),
        words={sys.intern(word): weight for word, weight in body.get("x", {}).items()},
        names=frozenset(map(sys.intern, body.get("n", ()))),
        own=frozenset(map(sys.intern, body.get("z", ()))),
        ages=frozenset(body.get("y", ())),
        numbers=frozenset(body.get("m", ())),
        said=body["s"],
    )


# Accounts of one incident name the same days, places and actors; these never change.
@lru_cache(maxsize=_KEPT)
def _when(first: str, last: str, precision: Any) -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last), precision)


@lru_cache(maxsize=_KEPT)
def _place(*row: Any) -> Place:
    return Place(**dict(zip(_PLACE, row, strict=False)))


@lru_cache(maxsize=_KEPT)
def _actor(*row: Any) -> Actor:
    return Actor(**dict(zip(_ACTOR, row, strict=False)))


def _row(record: object, names: tuple[str, ...]) -> list[Any]:
    """Its values in order, without the unknown ones at the end."""
    row = [getattr(record, name) for name in names]
    while row[-1] is None:
        row.pop()
    return row
