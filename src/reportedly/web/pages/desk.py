"""``/``: the desk, where reports come in and a decision about an incident goes out.

Left the queue, in the middle the report, right the card of the incident it tells of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import pipeline
from reportedly.errors import UnknownRecord
from reportedly.export.addresses import outward
from reportedly.pipeline import Release
from reportedly.records import Incident, Link
from reportedly.store.queue import Asked, Only, Order, Queued
from reportedly.web import card, said, text
from reportedly.web.asking import Place
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.graphic import graphic
from reportedly.web.pages.decisions import seen
from reportedly.web.rendering import page

router = APIRouter()
_VOICES = 12  # named for one value; the rest are counted
_AT_ONCE = 30
_LISTED = 60  # reports of one incident; the rest are shown on request
Show = Literal["open", "all"]
Listed = Literal["some", "all"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another incident that this may be one with, and what speaks for and against it."""

    incident: Incident
    headline: str
    link: Link | None


@router.get("/", include_in_schema=False)
def show(
    request: Request,
    desk: AtDesk,
    at: Place = None,
    report: str | None = None,
    reports: Listed = "some",
    order: Order = "newest",
    only: Only | None = None,
    show: Show = "open",
    after: Place = None,
) -> Response:
    """``at``: the account in hand; ``report``: the one beside its card, if not its own;
    ``reports``: those of a long list.
    """
    release = desk.release()  # before the queue is asked: what waits to be linked belongs into it
    asked = Asked(order=order, only=only, done=show == "all")
    rows = desk.store.queue.page(asked, after, _AT_ONCE + 1)
    more = rows[_AT_ONCE - 1].number if len(rows) > _AT_ONCE else None
    chosen = {"order": order, "only": only, "show": show}
    item = desk.store.queue.one(at) if at is not None else next(iter(rows), None)
    if at is not None and item is None:
        raise UnknownRecord(f"nothing in the queue has the number {at} any more")
    kept = _address(chosen | {"after": after})
    if item is None and not desk.store.queue.page(Asked(done=True), limit=1):
        return page(request, "empty.html")
    shown: dict[str, Any] = {
        "rows": rows[:_AT_ONCE],
        "more": _address(chosen | {"after": more}) if more else None,
        "first": _address(chosen) if after is not None else None,
        "chosen": chosen,
        "left": desk.store.queue.left(),
        "item": item,
        "kept": kept,
        "log": seen(desk),
    }
    if item:
        shown |= _in_hand(desk, release, item, report)
        shown |= listed(shown, f"{kept}&at={item.number}", reports)
    return page(request, "desk.html", **shown)


def _in_hand(desk: Desk, release: Release, item: Queued, report: str | None) -> dict[str, Any]:
    incident = release.incident(item.incident) if item.incident else None
    return {
        **around(desk, release, incident, report or item.report),
        "suggestion": _suggestion(desk, release, item),
        "mine": {c.id for account in release.accounts([item.account]) for c in account.claims},
    }


def around(desk: Desk, release: Release, incident: Incident | None, report: str) -> dict[str, Any]:
    """A report and the card of an incident, as templates/report.html and card.html show them."""
    # Its card first: of the readings that it takes this is one already.
    shown = desk.card(release, incident) if incident else None
    reading = release.readings[report]
    cited = text.evidence(reading)
    return {
        "reading": reading,
        "report": reading.report,
        "graphic": graphic(reading.report),
        "source": outward(reading.report.url),
        "title": text.passage(reading.report.title or "", "title", cited),
        "text": text.passage(reading.report.text, "text", cited),
        "card": shown,
        "fields": card.fields(release.codebook) if incident else (),
        "said": said.utterances(release, reading),
        "spoken": {one.id for one in reading.statements},
        "people": text.by_people(reading),
        # What lights up is in this report: of hundreds of others a page need not know the claims.
        "beside": {claim.id for account in reading.accounts for claim in account.claims},
        "most": _VOICES,
    }


def listed(shown: Mapping[str, Any], address: str, which: Listed) -> dict[str, Any]:
    """The reports that the card lists, each with its place among all, and how many it leaves out.

    The one on screen is always among them. ``address``: of this page, whichever report is shown.
    """
    told = list(enumerate(shown["card"].reports, 1)) if shown["card"] else []
    if which == "some" and len(told) > _LISTED:
        told = [(n, one) for n, one in told if n <= _LISTED or one.id == shown["report"].id]
    left = len(shown["card"].reports) - len(told) if shown["card"] else 0
    address += "&reports=all" if which == "all" else ""
    return {"listed": told, "unlisted": left, "address": address}


def _suggestion(desk: Desk, release: Release, item: Queued) -> Suggestion | None:
    if not item.likely:
        return None
    other = release.incident(item.likely)
    link = pipeline.likeness(desk.store, desk.tools, [item.account], other.accounts)
    return Suggestion(other, card.headline(other), link)


def _address(chosen: dict[str, Any]) -> str:
    """The page with these filters; what is not chosen is left out, so that links stay short."""
    usual = {"order": "newest", "show": "open"}
    kept = {k: v for k, v in chosen.items() if v is not None and usual.get(k) != v}
    return f"/?{urlencode(kept)}" if kept else "/?"
