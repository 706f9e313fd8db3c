"""``/report/ID``: one report as published, with what was read in it and the words asked for lit."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.errors import EvidenceMismatch, UnknownRecord
from reportedly.export.addresses import outward
from reportedly.records import Evidence, Reading, cite
from reportedly.records.evidence import Part
from reportedly.web import said, text
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.graphic import graphic
from reportedly.web.rendering import page

router = APIRouter()
_CHOSEN = "chosen"


@router.get("/report/{id}", include_in_schema=False)
def show(
    request: Request,
    desk: AtDesk,
    id: str,
    start: int | None = None,
    end: int | None = None,
    part: Part = "text",
) -> Response:
    """``start`` and ``end``: code points of its text, or of its title, that are to be lit."""
    release = desk.release()
    reading = release.readings.of([id]).get(id)
    if reading is None:
        raise UnknownRecord(f"no report {id!r}; search for its words")
    report = reading.report
    cited = text.evidence(reading)
    if start is not None and end is not None:
        cited[_CHOSEN] = (_words(reading, start, end, part),)
    return page(
        request,
        "reading.html",
        report=report,
        reading=reading,
        title=text.passage(report.title or "", "title", cited),
        text=text.passage(report.text, "text", cited),
        graphic=graphic(report),
        source=outward(report.url),
        mine={_CHOSEN},
        incidents=_incidents(desk, id),
        said=said.utterances(release, reading),
        spoken={one.id for one in reading.statements},
        people=text.by_people(reading),
    )


def _words(reading: Reading, start: int, end: int, part: Part) -> Evidence:
    """Raises UnknownRecord where the report has no such stretch."""
    try:
        return cite(reading.report, start, end, part)
    except EvidenceMismatch as error:
        raise UnknownRecord(f"this report has no characters {start} to {end}") from error


def _incidents(desk: Desk, report: str) -> list[str]:
    """The incidents that it tells of, oldest first."""
    numbers = [head.number for head in desk.store.derived.heads(reports=[report])]
    found = set(desk.store.derived.homes(numbers).values())
    return sorted(found, key=lambda id: (len(id), id))
