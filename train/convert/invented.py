"""Our own invented reports → training documents: incidents, statements, places, times."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from train.annotated import FIGURES, AnnotatedReport, Span, read_corpus
from train.convert.scenes import Scene, judged
from train.documents import Document, Marked, Said

from reportedly.records import Place, When


def convert(folder: Path) -> Iterator[Document]:
    """Every report under ``folder``. Raises ValueError if one is inconsistent."""
    for report in read_corpus(folder):
        if report.problems:
            raise ValueError(f"{report.id}: {report.problems[0]}")
        yes, no = (("incident",), ()) if report.incidents else ((), ("incident",))
        scenes = [_scene(i) for i in report.incidents.values() if i["role"] == "main"]
        yield Document(
            report.id, "invented", report.text, ("incidents", "statements"),
            tuple(_marked(report, span) for span in report.spans if span.incidents),
            tuple(_statements(report)), yes, no,
            tuple(judged(report.id, report.text, date.fromisoformat(report.published), scenes)),
            report.published,
        )  # fmt: skip


def _scene(cells: dict[str, str]) -> Scene:
    named, told = cells.get("place", "null"), cells.get("date", "null")
    day = date.fromisoformat(told) if len(told) == len("2026-11-22") else None
    return Scene(
        None if named == "null" else Place(named, "city"),
        When(day, day, "day") if day else None,
    )


def _marked(report: AnnotatedReport, span: Span) -> Marked:
    classes: dict[str, str] = {}
    if span.name == "event":
        cells = report.incidents[span.incidents[0]]
        classes = {name: cells[name] for name in ("type", "role", "status")}
    elif span.name == "perp" and span.code:
        classes = {"responsibility": span.code}
    elif span.name in FIGURES:
        classes = {"figure": span.mark or "whole"}
    return Marked(span.start, span.end, span.name, span.incidents, None, classes)


def _statements(report: AnnotatedReport) -> Iterator[Said]:
    keys: dict[str, list[Span]] = {}
    for span in report.spans:
        if span.key:
            keys.setdefault(span.key, []).append(span)
    for spans in keys.values():
        parts = {
            name: tuple((s.start, s.end) for s in spans if s.name == name)
            for name in ("cue", "src", "say")
        }
        act = next((s.code for s in spans if s.code and s.name in ("cue", "src")), None)
        yield Said(parts["cue"], parts["src"], parts["say"], act)
