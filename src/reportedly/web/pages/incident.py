"""``/incident/INC-3``: one incident with its reports, now or as of a day; and its history."""

from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import pipeline, wording
from reportedly.pipeline import Change
from reportedly.records import Incident
from reportedly.web.desk import AtDesk
from reportedly.web.pages.decisions import seen
from reportedly.web.pages.desk import Listed, around, listed
from reportedly.web.rendering import page
from reportedly.wording import coded, decided

router = APIRouter()


@router.get("/incident/{id}", include_in_schema=False)
def show(
    request: Request,
    desk: AtDesk,
    id: str,
    report: str | None = None,
    reports: Listed = "some",
    as_of: date | None = None,
) -> Response:
    """``report``: the one beside the card; ``reports``: those of a long list; ``as_of``: by the end
    of that day.
    """
    release = desk.release(as_of)
    incident = release.incident(id)
    first = release.accounts(incident.accounts[:1])[0].report
    shown = around(desk, release, incident, report or first)
    day = f"as_of={as_of}" if as_of else ""
    shown |= listed(shown, f"/incident/{incident.id}?{day}", reports)
    beside = [(one.row, one.score or 0.0) for one in release.beside.of(incident)]
    shown["coded"] = [(coded.name(row), coded.told(row.event), score) for row, score in beside]
    return page(request, "incident.html", as_of=as_of, log=seen(desk), item=None, **shown)


@router.get("/incident/{id}/history", include_in_schema=False)
def history(request: Request, desk: AtDesk, id: str) -> Response:
    """Every step of what was believed of it."""
    release = desk.release()
    name = release.incident(id).id if release.has(id) else id
    steps = [(_kind(one), one, decided.moment(one.at)) for one in pipeline.history(desk.store, id)]
    known = {one.id: one for one in desk.store.decisions()}
    made = release.decisions(release.incident(name)) if release.has(id) else ()
    words = [(one, decided.moment(one.made_at), decided.words(one, release, known)) for one in made]
    return page(
        request,
        "history.html",
        id=id,
        steps=list(reversed(steps)),
        decisions=list(reversed(words)),
        values=decided.values,
        label=wording.label,
    )


def _kind(one: Change) -> str:
    if one.kind == "joined":
        return f"joined to {one.home}"
    told = len(one.incident.accounts) if one.incident else 0
    reports = f", told of {wording.number(told, 'time')}" if told else ""
    return f"{one.kind}{reports}"


def known(incident: Incident) -> dict[str, str]:
    """Every field with its values in words."""
    found: dict[str, list[str]] = {}
    for one in incident.findings:
        found.setdefault(one.field, []).append(wording.say(one.value))
    return {field: ", ".join(values) for field, values in found.items()}
