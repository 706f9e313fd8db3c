"""Records to plain JSON and back. A value carries a tag that says which kind of value it is.

``plain`` takes any record; ``build`` makes a record of a given class from what ``plain`` gave.
``dumps`` and ``loads`` are for the values of claims and decisions, which the store keeps as text,
with the version of this form, so that a later one can still read them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reportedly.errors import StoreError
from reportedly.records.values import (
    Actor,
    Attribution,
    Code,
    Count,
    Place,
    Said,
    Text,
    Value,
    When,
)

VERSION = 1
TAGS: Mapping[str, type] = {
    "count": Count,
    "when": When,
    "place": Place,
    "actor": Actor,
    "attribution": Attribution,
    "code": Code,
    "text": Text,
    "said": Said,  # of decisions alone
}
_NAMES = {kind: tag for tag, kind in TAGS.items()}
Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Record = TypeVar("Record")


def plain(record: object) -> Plain:
    """A record, or a tuple of records, as dictionaries, lists, strings and numbers."""
    if record is None or isinstance(record, bool | int | float | str):
        return record
    if isinstance(record, date):  # a datetime is a date too; both write ISO 8601
        return record.isoformat()
    if isinstance(record, Sequence):
        return [plain(part) for part in record]
    if is_dataclass(record):
        tag = _NAMES.get(type(record))
        body: dict[str, Plain] = {} if tag is None else {"is": tag}
        for name in _parts(record.__class__):
            body[name] = plain(getattr(record, name))
        return body
    raise TypeError(f"{type(record).__name__} is no record")


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def build(kind: type[Record], data: Any) -> Record:
    """The record of that class. Raises StoreError where the data is of another form."""
    try:
        made = _build(kind, data)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"this is no {kind.__name__} of version {VERSION}: {error}") from error
    if not isinstance(made, kind):
        raise StoreError(f"this is no {kind.__name__} but a {type(made).__name__}")
    return made


def dumps(value: Value) -> str:
    """A value as JSON text with the version of its form."""
    return json.dumps({"version": VERSION, "value": plain(value)}, ensure_ascii=False)


@lru_cache(maxsize=20_000)  # sources repeat one another, and a value never changes
def loads(text: str) -> Value:
    """The value. Raises StoreError if a newer version of reportedly wrote it."""
    data = json.loads(text)
    if data.get("version") != VERSION:
        raise StoreError(f"a value of version {data.get('version')}; this reads {VERSION}: update")
    value: Value = _tagged(data["value"])
    return value


def _tagged(data: Any) -> Any:
    kind = TAGS.get(data["is"])
    if kind is None:
        raise StoreError(f"a value of unknown kind {data['is']!r}: update reportedly")
    return build(kind, data)


def _build(shape: Any, data: Any) -> Any:
    return _builder(shape)(data)


@cache
def _builder(shape: Any) -> Callable[[Any], Any]:
    """What makes a value of that shape. Shapes are looked into once, as stores hold millions."""
    origin = get_origin(shape)
    if origin in (Union, UnionType):
        return _one_of(shape)
    if origin is Literal:
        return _listed(get_args(shape))
    if origin is tuple:
        return _several(get_args(shape))
    if is_dataclass(shape) and isinstance(shape, type):
        return _record(shape)
    if shape in (date, datetime):
        return _moment(shape)
    return _plainly(shape)


def _one_of(shape: Any) -> Callable[[Any], Any]:
    options = get_args(shape)
    open_to_none = NoneType in options
    kinds = [option for option in options if option is not NoneType]
    made: list[Callable[[Any], Any]] = []  # filled late: a shape can lead back to itself

    def build_one(data: Any) -> Any:
        if data is None and open_to_none:
            return None
        if isinstance(data, dict) and "is" in data:
            return _tagged(data)
        if not made:
            made.append(_builder(kinds[0]))
        return made[0](data)

    return build_one


def _listed(allowed: tuple[Any, ...]) -> Callable[[Any], Any]:
    def build_listed(data: Any) -> Any:
        if data not in allowed:
            raise ValueError(f"{data!r} is none of {allowed}")
        return data

    return build_listed


def _several(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if parts[-1] is Ellipsis:
        one = _builder(parts[0])
        return lambda data: tuple([one(part) for part in data])
    each = [_builder(part) for part in parts]
    return lambda data: tuple([make(d) for make, d in zip(each, data, strict=True)])


def _record(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    builders = {f.name: _builder(hints[f.name]) for f in fields(kind)}

    def build_record(data: Any) -> Any:
        return kind(**{n: builders[n](part) for n, part in data.items() if n != "is"})

    return build_record


def _moment(kind: type[date]) -> Callable[[Any], Any]:
    return lambda data: kind.fromisoformat(data)


def _plainly(kind: Any) -> Callable[[Any], Any]:
    def check(data: Any) -> Any:
        if kind is float and isinstance(data, int):
            return float(data)
        if not isinstance(data, kind):
            raise TypeError(f"{data!r} is no {kind.__name__}")
        return data

    return check
