"""Filters in an address and back, so that what a reader sees can be sent to another."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query, Request

from reportedly.errors import CodebookError
from reportedly.store.asked import Asked

# In addresses the shortest plain names; the record has the others.
_NAMES = {"words": "q", "first": "from", "last": "to"}
_IN_ADDRESS = [(one.name, _NAMES.get(one.name, one.name)) for one in fields(Asked)]
_LONGEST = 200  # characters of a filter
_LARGEST = 2**63 - 1  # that a database keeps

# The type of a number in an address: where a page goes on, or what it shows.
Place = Annotated[int | None, Query(ge=-_LARGEST, le=_LARGEST)]


def asked(request: Request) -> Asked:
    """For ``Depends``: what this request asks for. Raises CodebookError for a day that is none."""
    given = request.query_params
    found: dict[str, str | date | None] = {}
    for own, name in _IN_ADDRESS:
        text = " ".join(given.get(name, "").replace("\0", " ").split())[:_LONGEST]
        found[own] = day(text, name) if own in ("first", "last") else text
    return Asked(**found)  # type: ignore[arg-type]


AskedFor = Annotated[Asked, Depends(asked)]  # the type of a page's parameter


def day(text: str, name: str) -> date | None:
    """A day of the calendar; None for an empty one."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CodebookError(f"{name}={text!r} is no day; write it as 2031-03-18") from error


def query(filters: Asked, **more: object) -> str:
    """The part of an address after the path; empty where nothing is asked. ``more``: by the names
    of addresses; it goes before what the filters say.
    """
    plain = {name: value for own, name in _IN_ADDRESS if (value := getattr(filters, own))}
    given: Mapping[str, object] = {
        **plain,
        **{n: v for n, v in more.items() if v not in (None, "")},
    }
    return "?" + urlencode({name: str(value) for name, value in given.items()}) if given else ""
