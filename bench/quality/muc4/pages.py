"""A row of MUC-4 as a page for the reader: case restored, heading and stage directions blanked.

Every change keeps the length, so an offset into ``readable`` is one into ``text``.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from bench.quality.truecase import restore
from reportedly.plugins import Names

_OPENING = re.compile(r"\w")
_TAG = re.compile(r"\s*\[[^\]]{1,200}\]")
_DIRECTIONS = re.compile(
    r"[\[(](?:(?:sentence|passage|words?|name|figure|number|sentences|end|begin)s? (?:as "
    r"|indistinct|omitted|recording|unknown)[^\])]{0,30}|continued|text|excerpts?|sic|video shows"
    r"[^\])]{0,80}|as (?:heard|received|published))[\])]",
    re.IGNORECASE,
)

_WRAP = re.compile(r"(?<=\S)\n(?=\S)|(?<=\S )\n(?=\S)")  # the end of a line within a paragraph

_PARAGRAPH = re.compile(r"(?<=\S)\s{3,}(?=\S)")  # how the five-slot edition keeps paragraphs


@dataclass(frozen=True, slots=True)
class Page:
    docid: str
    text: str  # as in the row
    readable: str  # the same for a reader of news: same length, same offsets
    published: date | None
    dateline: str | None  # the place it was sent from


def page(row: dict[str, Any], names: Names | None = None) -> Page:
    """The page of a row with ``docid``, ``text`` and ``dateline``."""
    text, heading = row["text"], row.get("dateline") or {}
    readable = restore(text, names)
    if heading:
        readable = _heading(readable, heading) + readable[heading["end"] :]
        tags = heading["end"]
        while tag := _TAG.match(readable, tags):
            readable = readable[:tags] + _blank(tag[0]) + readable[tag.end() :]
            tags = tag.end()
        readable = readable[:tags] + _OPENING.sub(lambda m: m[0].upper(), readable[tags:], count=1)
    stated = heading.get("date")
    return Page(
        docid=row["docid"],
        text=text,
        readable=_brackets(readable),
        published=date.fromisoformat(stated) if stated else None,
        dateline=heading.get("place"),
    )


def five_slot_page(row: dict[str, Any], names: Names | None = None) -> Page:
    """The page of a five-slot row, which has ``docid`` and ``doctext`` alone: no day, no place."""
    text = row["doctext"]
    readable = _PARAGRAPH.sub(
        lambda m: "\n\n" + " " * (len(m[0]) - 2), _brackets(restore(text, names))
    )
    return Page(row["docid"], text, readable, published=None, dateline=None)


def _heading(readable: str, heading: dict[str, Any]) -> str:
    """The dateline as agencies write it today: CITY (AGENCY) --."""
    words = readable[: heading["end"]]
    kept = [" "] * len(words)
    for piece in (heading.get("place"), heading.get("source")):
        found = re.search(re.escape(piece), words, re.IGNORECASE) if piece else None
        if found is not None:
            kept[found.start() : found.end()] = words[found.start() : found.end()].upper()
            if words[found.start() - 1 : found.start()] == "(":
                kept[found.start() - 1], kept[found.end()] = "(", ")"
    if (dash := words.rfind("--")) > 0:
        kept[dash : dash + 2] = "--"
    return "".join(kept)


def _brackets(readable: str) -> str:
    """Stage directions blanked, other square brackets round, each paragraph one line."""
    spoken = _DIRECTIONS.sub(lambda m: _blank(m[0]), readable)
    return _WRAP.sub(" ", spoken).replace("[", "(").replace("]", ")")


def _blank(words: str) -> str:
    return re.sub(r"\S", " ", words)
