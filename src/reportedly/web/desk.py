"""What the pages work with: one store, the tools that read, and who sits before the screen."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request

from reportedly import pipeline
from reportedly.errors import ReportedlyError
from reportedly.pipeline import Release, Tools
from reportedly.records import Incident
from reportedly.store.lists import Lists
from reportedly.store.queue import Queue
from reportedly.store.store import Store
from reportedly.web.card import Card
from reportedly.web.kept import Kept

NAME = "reviewer"  # the cookie


@dataclass(frozen=True, slots=True)
class Desk:
    store: Store
    tools: Tools
    reviewer: str | None  # None: not asked yet
    kept: Kept

    def release(self, as_of: date | datetime | None = None) -> Release:
        """The incidents now, or as they were."""
        return pipeline.release(self.store, self.tools, as_of=as_of)

    def card(self, release: Release, incident: Incident) -> Card:
        """The card of an incident of a release of this desk."""
        return self.kept.card(release, incident, self.store.index.last_reading())

    def queue(self) -> Queue:
        """What there is to decide now, whatever was added since the last request."""
        pipeline.update(self.store, self.tools)
        return self.store.queue

    def lists(self) -> Lists:
        """Pages and sums over what is known now, whatever was added since the last request."""
        pipeline.update(self.store, self.tools)
        return self.store.lists


class NoStoreYet(ReportedlyError):
    """Nothing was chosen yet: the demonstration, or a store of one's own."""


def reviewer(request: Request) -> str | None:
    """Who decides in this browser, as far as it said so."""
    named = unquote(request.cookies.get(NAME, "")).strip()
    return named or request.app.state.reviewer


def at_desk(request: Request) -> Desk:
    """For ``Depends``: what this request works with. Raises NoStoreYet."""
    state = request.app.state
    if state.store is None:
        raise NoStoreYet("there is no store yet: choose one on the first page")
    return Desk(state.store, state.tools, reviewer(request), state.kept)


AtDesk = Annotated[Desk, Depends(at_desk)]  # the type of a page's parameter
