"""Incidents over HTTP: as lists, as records, why a value is what it is, and how it came to be."""

import json
from datetime import date
from typing import Any

from fastapi import APIRouter, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

from reportedly import contract, pipeline, wording
from reportedly.export.jsonl import exported
from reportedly.store.queue import Asked, Only, Order
from reportedly.web.asking import Place
from reportedly.web.desk import AtDesk
from reportedly.web.pages.decisions import seen
from reportedly.wording import programs

router = APIRouter(prefix="/api", tags=["incidents"])
_MOST = 200


@router.get("/queue")
def queue(
    desk: AtDesk,
    order: Order = "newest",
    only: Only | None = None,
    done: bool = False,
    after: Place = None,
    limit: int = 50,
) -> Response:
    """What there is to decide. ``after``: the ``next`` of the page before."""
    many = max(1, min(limit, _MOST))
    asked = Asked(order=order, only=only, done=done)
    waiting = desk.queue()
    found = waiting.page(asked, after, many + 1)
    more = found[many - 1].number if len(found) > many else None
    rows = [one._asdict() for one in found[:many]]
    return JSONResponse({"queue": rows, "left": waiting.left(), "next": more})


@router.get("/incidents")
def incidents(
    desk: AtDesk, after: str | None = None, limit: int = 20, as_of: date | None = None
) -> Response:
    """Incidents with the claims they rest on, the oldest first. A page has fewer than ``limit``
    where they have many reports; ``next`` is none on the last one. ``as_of``: by the end of a day.
    """
    release = desk.release(as_of)
    found, last = release.page(after, max(1, min(limit, _MOST)))
    return _json({"incidents": [exported(release, one) for one in found], "next": last})


@router.get("/incidents/{id}")
def incident(desk: AtDesk, id: str, as_of: date | None = None) -> Response:
    """One incident, by the end of a day. Its ETag is for the If-Match of a decision about it."""
    release = desk.release(as_of)
    shown = exported(release, release.incident(id))
    return _json(shown, headers={"ETag": f'"{seen(desk)}"'})


@router.get("/incidents/{id}/days")
def days(desk: AtDesk, id: str) -> Response:
    """What it came to by the end of each day on which it was reported."""
    found = pipeline.unfold(desk.store, desk.tools, desk.release().incident(id))
    told = []
    for day, one in found:
        values: dict[str, list[str]] = {}
        for finding in one.findings:
            values.setdefault(finding.field, []).append(wording.say(finding.value))
        reports = set(desk.store.index.reports_of(one.accounts).values())
        told.append(
            {"day": day, "words": wording.day(day), "reports": len(reports), "values": values}
        )
    return _json({"days": told})


@router.get("/incidents/{id}/history")
def history(desk: AtDesk, id: str) -> Response:
    """Every step of what was believed of it, with the reason."""
    return _json({"steps": [programs.change(one) for one in pipeline.history(desk.store, id)]})


@router.get("/incidents/{id}/{field}")
def why(desk: AtDesk, id: str, field: str) -> Response:
    """One value with every sentence, source and the rule."""
    return _json(programs.explanation(pipeline.explain(desk.release(), id, field)))


@router.get("/reports/{id}")
def report(desk: AtDesk, id: str, text: bool = False) -> Response:
    """One report with all that was read from it, in the form of ``read --json``."""
    reading = desk.release().readings[id]
    codebook = desk.tools.codebook
    return _json(contract.reading(reading, codebook=codebook, with_text=text))


def _json(body: Any, headers: dict[str, str] | None = None) -> Response:
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, default=jsonable_encoder)
    return Response(text, headers=headers, media_type="application/json")
