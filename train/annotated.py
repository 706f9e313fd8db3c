"""Reads ``train/corpus/*.yml``: invented reports with marked spans (see FORMAT.md there).

``python -m train.annotated FILE...`` checks files and says what is wrong and where.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_OPEN = re.compile(
    r"\{(?P<name>[a-z]+)(?:@(?P<of>\d+(?:,\d+)*))?(?:#(?P<key>\w+))?"
    r"(?:/(?P<code>[a-z_]+))?(?:!(?P<mark>[a-z]+))?:"
)
FIGURES = frozenset("killed injured abducted missing freed detained attackers".split())
OF_INCIDENT = FIGURES | frozenset("event perp target victim weapon place time".split())
OF_STATEMENT = frozenset("src cue say".split())
RESPONSIBILITY = frozenset("claimed authorities others stated suspected denied".split())
ACTS = frozenset(
    "assert deny claim_responsibility accuse confirm warn urge estimate assess predict promise "
    "doubt".split()
)
TYPES = frozenset(
    "bombing suicide_bombing armed_assault vehicle_ramming kidnapping assassination "
    "airstrike_shelling battle arson hijacking mob_violence other".split()
)
_TABLE = {
    "type": TYPES,
    "role": frozenset("main background aggregate".split()),
    "status": frozenset("completed attempted foiled threatened retracted".split()),
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")
_FIGURE = re.compile(r"\d+\+?|~\d+|<\d+|\d+-\d+|dozens|hundreds|scores|several|thousands")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch: code points [start, end) of the plain text."""

    start: int
    end: int
    name: str
    incidents: tuple[int, ...] = ()
    key: str | None = None
    code: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """One invented report: plain text, its spans, its table of incidents."""

    id: str
    title: str
    publisher: str
    published: str
    text: str
    spans: tuple[Span, ...]
    incidents: dict[int, dict[str, Any]]
    problems: tuple[str, ...] = field(default=())


def read_corpus(folder: Path) -> Iterator[AnnotatedReport]:
    """Every report under ``folder``, files in order of name."""
    for path in sorted(folder.glob("*.yml")):
        yield from read_file(path)


def read_file(path: Path) -> Iterator[AnnotatedReport]:
    """The reports of one file; what is wrong with each is in ``problems``."""
    for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []:
        text, spans, problems = unmark(row.get("text", ""))
        table = {int(number): dict(cells) for number, cells in (row.get("incidents") or {}).items()}
        report = AnnotatedReport(
            row["id"], row["title"], row["publisher"], row["published"], text, spans, table
        )
        yield AnnotatedReport(
            report.id, report.title, report.publisher, report.published, text, spans, table,
            (*problems, *_inconsistent(report)),
        )  # fmt: skip


def unmark(marked: str) -> tuple[str, tuple[Span, ...], list[str]]:
    """Plain text and its spans, with what was wrong with the marks."""
    marked = "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", marked.strip()))
    out: list[str] = []
    length, at = 0, 0
    open_spans: list[tuple[int, re.Match[str]]] = []
    spans: list[Span] = []
    problems: list[str] = []
    while at < len(marked):
        match = _OPEN.match(marked, at)
        if match:
            open_spans.append((length, match))
            at = match.end()
        elif marked[at] == "}" and open_spans:
            start, opened = open_spans.pop()
            spans.append(_span(start, length, opened))
            at += 1
        else:
            if marked[at] in "{}":
                problems.append(f"a stray brace near {marked[max(0, at - 30) : at + 30]!r}")
            out.append(marked[at])
            length += 1
            at += 1
    problems += [
        f"never closed: {m.group()} near {marked[m.end() : m.end() + 30]!r}" for _, m in open_spans
    ]
    text = "".join(out)
    return text, tuple(sorted((_trimmed(span, text) for span in spans), key=_order)), problems


def _span(start: int, end: int, opened: re.Match[str]) -> Span:
    numbers = tuple(int(part) for part in opened["of"].split(",")) if opened["of"] else ()
    return Span(start, end, opened["name"], numbers, opened["key"], opened["code"], opened["mark"])


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, span.name, span.incidents, span.key, span.code, span.mark)


def _order(span: Span) -> tuple[int, int, str]:
    return (span.start, -span.end, span.name)


def _inconsistent(report: AnnotatedReport) -> Iterator[str]:
    for span in report.spans:
        words = report.text[span.start : span.end]
        if span.name in OF_INCIDENT:
            if not span.incidents:
                yield f"{span.name} without @incident: {words!r}"
            for number in span.incidents:
                if number not in report.incidents:
                    yield f"{span.name}@{number}: no incident {number} in the table"
        elif span.name in OF_STATEMENT:
            if span.key is None:
                yield f"{span.name} without #key: {words!r}"
        else:
            yield f"no such tag: {span.name} ({words!r})"
        if span.name == "perp" and span.code not in RESPONSIBILITY:
            yield f"perp without a code of {sorted(RESPONSIBILITY)}: {words!r}"
        if span.name in ("cue", "src") and span.code and span.code not in ACTS:
            yield f"{span.name}: no act {span.code!r}"
        if span.mark and span.mark not in ("part", "old"):
            yield f"no mark !{span.mark}"
        if span.start == span.end:
            yield f"empty {span.name}"
    yield from _statements(report)
    yield from _table_problems(report)


def _statements(report: AnnotatedReport) -> Iterator[str]:
    keys: dict[str, set[str]] = {}
    acts: dict[str, int] = {}
    for span in report.spans:
        if span.name in OF_STATEMENT and span.key is not None:
            keys.setdefault(span.key, set()).add(span.name)
            acts[span.key] = acts.get(span.key, 0) + (span.code is not None)
    for key, names in keys.items():
        if "say" not in names:
            yield f"statement #{key} has no say"
        if acts[key] == 0:
            yield f"statement #{key} has no act (on its cue, or on its src)"


def _table_problems(report: AnnotatedReport) -> Iterator[str]:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", report.published):
        yield f"published {report.published!r} is no day"
    anchored = {n for span in report.spans if span.name == "event" for n in span.incidents}
    for number, cells in report.incidents.items():
        for name, allowed in _TABLE.items():
            if cells.get(name) not in allowed:
                known = sorted(allowed)
                yield f"incident {number}: {name} {cells.get(name)!r} is not one of {known}"
        date = cells.get("date")
        if date != "null" and not _DATE.fullmatch(date or ""):
            yield f"incident {number}: date {date!r}"
        for name in ("killed", "injured"):
            if cells.get(name) != "null" and not _FIGURE.fullmatch(cells.get(name) or ""):
                yield f"incident {number}: {name} {cells.get(name)!r}"
        words = (cells.get("responsibility") or "").split()
        if not words or set(words) - {"claimed", "accused", "suspected", "unknown", "denied"}:
            yield f"incident {number}: responsibility {cells.get('responsibility')!r}"
        if number not in anchored:
            yield f"incident {number} has no event span"


def main(paths: list[str]) -> int:
    """Print every problem and a summary. Returns 1 if there is a problem."""
    wrong = reports = words = 0
    for path in paths:
        for report in read_file(Path(path)):
            reports += 1
            words += len(report.text.split())
            for problem in report.problems:
                wrong += 1
                print(f"{path} {report.id}: {problem}")
    print(f"{reports} reports, {words} words, {wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
