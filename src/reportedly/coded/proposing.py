"""A map for a spreadsheet that nobody described, by the names of its columns and what they hold.

A proposal, for a person to look at: what cannot be told is left open and said.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from reportedly.codebook import Codebook
from reportedly.coded.cells import day, degrees, people, whole
from reportedly.coded.mapped import FIELDS, order_of
from reportedly.errors import UnusableRow
from reportedly.plugins import Names

SAMPLE = 500  # rows to look at
_MOST_TERMS = 40  # different cells of a column of types
_FITS = 0.8  # of the cells that say something
_SIGNS = re.compile(r"[\W_]+")
_LOOKED_UP = 50  # names of countries
Fits = Callable[[Sequence[str]], bool]  # whether what a column says can be the field


@dataclass(frozen=True, slots=True)
class Proposal:
    """``text``: the map, with comments. ``open``: what a person has to say before it is of use."""

    text: str
    open: tuple[str, ...]


def propose(
    columns: Sequence[str], rows: Sequence[Sequence[str]], names: Names, book: Codebook
) -> Proposal:
    """For the first rows of a sheet."""
    cells = {name: [row[n].strip() for row in rows] for n, name in enumerate(columns) if name}
    says_unknown = _names()["unknown"]
    unknown = sorted({c for held in cells.values() for c in held if c.casefold() in says_unknown})
    known = {n: [c for c in held if c and c not in unknown] for n, held in cells.items()}
    fits: Mapping[str, Fits] = {**_FITTING, "country": partial(_countries, names)}
    chosen = _chosen(known, fits)
    open_ = [] if {"date", "year"} & chosen.keys() else ["no column of dates was found"]
    lines = ['coder = ""  # whose coding it is']
    orders = order_of(known[chosen["date"]]) if "date" in chosen else set()
    if len(orders) == 1:
        lines.append(f'date_order = "{orders.pop()}"')
    elif orders:
        lines.append('# date_order = "day first"  # or "month first": the dates fit both')
        open_.append("whether dates have the day or the month first")
    lines += ["", "[columns]"]
    lines += [f"{f} = {_quoted(chosen[f])}  # {said}" for f, said in FIELDS.items() if f in chosen]
    left = [c for c in columns if c not in chosen.values()]
    lines += [_left(c, known.get(c, []), chosen, fits) for c in left]
    if unknown:
        lines += ["", "[unknown]", f"words = [{', '.join(map(_quoted, unknown))}]"]
    lines += _types(known.get(chosen.get("type", ""), []), book)
    return Proposal("\n".join(lines) + "\n", tuple(open_))


def _chosen(known: Mapping[str, Sequence[str]], fits: Mapping[str, Fits]) -> dict[str, str]:
    """Field -> column, the surest pairs first; each column once."""
    scored = sorted(
        (-score, list(FIELDS).index(field), n, field, column)
        for n, (column, cells) in enumerate(known.items())
        for field in FIELDS
        if (score := _called(field, column)) and cells and fits.get(field, _any)(cells)
    )
    found: dict[str, str] = {}
    for _, _, _, field, column in scored:
        if field not in found and column not in found.values():
            found[field] = column
    if "date" in found:
        for part in ("year", "month", "day"):
            found.pop(part, None)
    if "year" not in found:
        found.pop("month", None)
        found.pop("day", None)
    return found


def _left(
    column: str, cells: Sequence[str], chosen: Mapping[str, str], fits: Mapping[str, Fits]
) -> str:
    """A line for a column that is no field; it says where only its cells speak against one."""
    line = f"# kept, not read: {_quoted(column)}"
    for field in FIELDS:
        named = field not in chosen and _called(field, column) > 1
        if named and cells and not fits.get(field, _any)(cells):
            return f"{line}  # named like {field}, but too few of its cells can be that"
    return line


def _called(field: str, column: str) -> float:
    """How surely a column of that name holds the field; 0: nothing speaks for it."""
    name = _SIGNS.sub(" ", column.casefold()).strip()
    words = _names()[field]
    if name in words:
        return 3 - words.index(name) / 100
    parts = name.split()
    return 1.0 if any(" " not in w and len(w) > 3 and w in parts for w in words) else 0.0


def _types(terms: Sequence[str], book: Codebook) -> list[str]:
    counted = Counter(terms).most_common(_MOST_TERMS)
    open_ = [(t, n) for t, n in counted if t.casefold().replace(" ", "_") not in book.types]
    if not open_:
        return []
    codes = f"# the codes: {', '.join(book.types)}"
    return ["", "[types]", codes, *(f'# {_quoted(t)} = ""  # {n:,} rows' for t, n in open_)]


def _share(reads: Callable[[str], object], cells: Sequence[str]) -> bool:
    read = 0
    for cell in cells:
        try:
            reads(cell)
        except UnusableRow:
            continue
        read += 1
    return read >= _FITS * len(cells)


def _dates(cells: Sequence[str]) -> bool:
    rest = [cell for cell in cells if not order_of([cell])]
    return len(rest) < (1 - _FITS) * len(cells) or _share(lambda c: day(c, ""), rest)


def _countries(names: Names, cells: Sequence[str]) -> bool:
    some = list(dict.fromkeys(cells))[:_LOOKED_UP]
    known = [any(p.precision == "country" for p in names.places(one)) for one in some]
    return any(known)


def _numbers(cells: Sequence[str]) -> bool:
    return _share(lambda cell: whole(cell, ""), cells)


def _tolls(cells: Sequence[str]) -> bool:
    return _share(lambda cell: people(cell, ""), cells)


def _any(cells: Sequence[str]) -> bool:
    return True


_FITTING: Mapping[str, Fits] = {
    "id": lambda cells: len(set(cells)) >= _FITS * len(cells),  # some sheets repeat one
    "date": _dates,
    "last_day": _dates,
    **dict.fromkeys(("year", "month", "day"), _numbers),
    "type": lambda cells: len(set(cells)) <= _MOST_TERMS,
    "latitude": lambda cells: _share(lambda c: degrees(c, "", 90), cells),
    "longitude": lambda cells: _share(lambda c: degrees(c, "", 180), cells),
    **dict.fromkeys(("killed", "killed_low", "killed_high", "injured"), _tolls),
}


def _quoted(text: str) -> str:
    """A basic string of TOML, which JSON's are with these settings."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@cache
def _names() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(__package__).joinpath("proposing.toml").read_text(encoding="utf-8"))
