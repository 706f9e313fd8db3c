"""Formats of one row per event: their columns, each with what it holds, and how it is written."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal, cast

from reportedly.export.event import Event
from reportedly.export.harmless import Cell, harmless
from reportedly.export.lost import Lost
from reportedly.records import Actor, Count, Report

Kind = Literal["string", "integer", "number", "boolean", "date"]


MARKED = (
    "cells that began as a formula does, or held control characters: marked by an apostrophe "
    "before them, or by the code of the character, so that nothing runs"
)
Of = Callable[[Event], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """``of`` None: the format has the column, we have nothing for it, its cells are empty."""

    name: str
    kind: Kind
    help: str
    of: Of | None = None


def columns(name: str, made: Mapping[str, Of]) -> Sequence[Column]:
    """The columns of a format in its order, from the list beside this module."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    found = [Column(name, cast(Kind, kind), help, made.get(name)) for name, kind, help in lines]
    if unknown := made.keys() - {column.name for column in found}:
        raise ValueError(f"{name} lists no column {', '.join(sorted(unknown))}")
    return found


def cells(columns: Sequence[Column], event: Event) -> dict[str, Cell]:
    return {column.name: column.of(event) if column.of else None for column in columns}


def row(
    columns: Sequence[Column], event: Event, gaps: Mapping[str, str], lost: Lost
) -> dict[str, Cell]:
    """The cells of an event. ``gaps``: what is said of each of these columns where it is empty."""
    made = cells(columns, event)
    for column, why in gaps.items():
        if made[column] is None:
            lost.note(why, event.id)
    return made


def write(
    path: Path, columns: Sequence[Column], rows: Iterable[Mapping[str, Cell]], lost: Lost
) -> None:
    """A CSV file in UTF-8 with the header of the format. What a spreadsheet would run is noted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            safe = []
            for column in columns:
                cell = row.get(column.name)
                safe.append(made := harmless(cell))
                if made != cell:
                    lost.note(
                        MARKED,
                        f"{column.name} of {row_name(row)}",
                    )
            writer.writerow(safe)


def row_name(row: Mapping[str, Cell]) -> str:
    """The first cell that says something: the id."""
    return next((str(cell) for cell in row.values() if cell is not None), "?")


def named(actor: Actor) -> str:
    return f"{actor.qualifier} {actor.name}" if actor.qualifier else actor.name


def joined(words: Iterable[str | None], by: str = "; ") -> str | None:
    return by.join(word.replace(";", ",") for word in words if word) or None


def told(count: Count) -> str:
    """A figure in words: "7 to 12", "at least 15"."""
    low, high = count.low, count.high
    if low is not None and high is not None and low != high:
        return f"{low} to {high}"
    if high is None:
        return f"at least {count.figure}"
    return f"up to {high}" if low is None else str(count.figure)


def notes(event: Event) -> str:
    """What a row cannot show in cells of its own, in one line; unknown deaths are said to be so."""
    parts = []
    for field in ("killed", "attackers_killed", "injured"):
        count = event.count(field)
        name = field.replace("_", " ").capitalize()
        if count:
            rule = next(f.rule for f in event.incident.findings if f.field == field)
            parts.append(f"{name}: {told(count)} (rule {rule}).")
        elif field != "attackers_killed":
            parts.append(f"{name}: not reported.")
    blamed = event.attribution
    if blamed and blamed.status != "unknown":
        by = f" by {blamed.by}" if blamed.by else ""
        parts.append(f"Responsibility: {blamed.status}{by}{', denied' if blamed.denied else ''}.")
    for field in ("target", "weapon"):
        if words := event.text(field):
            parts.append(f"{field.capitalize()}: {words}.")
    if event.status and event.status != "completed":
        parts.append(f"Status: {event.status}.")
    if event.disputed:
        parts.append(f"Sources differ on: {', '.join(event.disputed)}.")
    if event.voices:
        parts.append(f"According to: {joined(event.voices)}.")
    return " ".join([*parts, f"reportedly {event.id}."])


def citation(report: Report) -> str:
    """Title, outlet and day, as far as the report states them."""
    day = report.published.isoformat() if report.published else None
    title = f'"{report.title}"' if report.title else report.name
    return ", ".join(part for part in (title, report.publisher, day) if part)
