"""Records to plain JSON and back. A value carries a tag that says which kind of value it is.

``plain`` takes any record; ``build`` makes a record of a given class from what ``plain`` gave.
``dumps`` and ``loads`` are for the values of claims and decisions, which the store keeps as text,
with the version of this form, so that a later one can still read them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reportedly.errors import StoreError
from reportedly.records.values import Actor, Attribution, Code, Count, Place, Text, Value, When

VERSION = 1
TAGS: Mapping[str, type] = {
    "count": Count,
    "when": When,
    "place": Place,
    "actor": Actor,
    "attribution": Attribution,
    "code": Code,
    "text": Text,
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
        body.update((f.name, plain(getattr(record, f.name))) for f in fields(record))
        return body
    raise TypeError(f"{type(record).__name__} is no record")


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
    return build(kind, {name: part for name, part in data.items() if name != "is"})


@cache
def _shape(kind: type) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def _build(shape: Any, data: Any) -> Any:
    origin = get_origin(shape)
    if origin in (Union, UnionType):
        options = get_args(shape)
        if data is None and NoneType in options:
            return None
        if isinstance(data, Mapping) and "is" in data:
            return _tagged(data)
        return _build(next(option for option in options if option is not NoneType), data)
    if origin is Literal:
        if data not in get_args(shape):
            raise ValueError(f"{data!r} is none of {get_args(shape)}")
        return data
    if origin is tuple:
        parts = get_args(shape)
        kinds = [parts[0]] * len(data) if parts[-1] is Ellipsis else parts
        return tuple(_build(kind, part) for kind, part in zip(kinds, data, strict=True))
    if is_dataclass(shape) and isinstance(shape, type):
        body = {name: part for name, part in data.items() if name != "is"}
        hints = _shape(shape)
        return shape(**{name: _build(hints[name], part) for name, part in body.items()})
    if shape in (date, datetime):
        return shape.fromisoformat(data)
    if shape is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, shape):
        raise TypeError(f"{data!r} is no {shape.__name__}")
    return data
