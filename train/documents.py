"""One training text, whatever it was converted from; JSON Lines in and out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Marked:
    """A span: code points [start, end), its tag, the incidents it plays in, the entity it names."""

    start: int
    end: int
    tag: str
    incidents: tuple[int, ...] = ()
    entity: int | None = None
    classes: dict[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()  # MUC types of its incidents


@dataclass(frozen=True, slots=True)
class Said:
    """One attributed statement; each part is a list of [start, end)."""

    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """``knows``: the families of labels that are complete here (see the package's ``labels``)."""

    id: str
    origin: str
    text: str
    knows: tuple[str, ...]
    spans: tuple[Marked, ...] = ()
    statements: tuple[Said, ...] = ()
    yes: tuple[str, ...] = ()  # what holds of the whole text
    no: tuple[str, ...] = ()
    judged: tuple[Marked, ...] = ()  # spans to be classed, not to be found
    published: str | None = None  # ISO date


def write(documents: Iterable[Document], path: Path) -> int:
    """Write one object a line; return how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")
            count += 1
    return count


def load(path: Path) -> Iterator[Document]:
    """The documents of a file that ``write`` made."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            spans, judged = (tuple(map(_marked, row[name])) for name in ("spans", "judged"))
            said = tuple(
                Said(_pairs(s["cue"]), _pairs(s["source"]), _pairs(s["content"]), s["act"])
                for s in row["statements"]
            )
            yield Document(
                row["id"], row["origin"], row["text"], tuple(row["knows"]), spans, said,
                tuple(row["yes"]), tuple(row["no"]), judged, row["published"],
            )  # fmt: skip


def _marked(row: dict[str, Any]) -> Marked:
    return Marked(**{**row, "incidents": tuple(row["incidents"]), "types": tuple(row["types"])})


def _pairs(rows: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in rows)
