"""How two releases were made: what of it differs, so that a new rule is not taken for news."""

import json
from collections.abc import Iterator
from typing import Any

from reportedly.errors import UnreadableSource

About = tuple[str, str, str]  # what, old, new
# What differs between any two, or follows from the data.
_LEFT_OUT = (
    *("name", "title", "version", "date_released", "as_of", "stored_until"),
    *("incidents", "reports", "extractors"),
)


def about(old: bytes | None, new: bytes | None) -> list[About]:
    """Empty where one of the two does not say how it was made."""
    if old is None or new is None:
        return []
    before, after = (dict(_facts(_read(one), "")) for one in (old, new))
    return [
        (what, before.get(what, ""), after.get(what, ""))
        for what in dict.fromkeys([*before, *after])
        if before.get(what) != after.get(what)
    ]


def _read(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise UnreadableSource(f"release.json is no JSON: {error}") from error


def _facts(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            if at or key not in _LEFT_OUT:
                yield from _facts(one, f"{at} {key}".strip())
    else:
        yield at, "" if value is None else str(value)
