"""Another reader's word on whether a clause tells of the incident told before it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from reportedly.annotate import annotate
from reportedly.codebook import default
from reportedly.extract.incidents import accounts
from reportedly.extract.incidents.agents import Agent
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.triggers import Trigger
from reportedly.gazetteer import open_names
from reportedly.records import receive
from reportedly.resolve import resolve

TEXT = (
    "A bomb killed three people in Kano on Monday. "
    "Gunmen attacked a convoy, killing two guards and wounding nine in Nigeria."
)


@dataclass(frozen=True)
class Beside:
    """Adds nothing of its own but whether two clauses tell of one incident."""

    one: float | None

    def triggers(self, start: int, end: int, found: list[Trigger]) -> list[Trigger]:
        return found

    def agents(self, start: int, end: int, found: list[Agent]) -> list[Agent]:
        return found

    def together(self, frame: Frame, others: Sequence[Frame]) -> float | None:
        return self.one


@pytest.mark.parametrize(("one", "incidents"), [(None, 1), (1.0, 1), (0.0, 2)])
def test_clauses_that_it_holds_apart_are_two_incidents(one: float | None, incidents: int) -> None:
    report = receive(
        TEXT.encode(), "text/plain", name="t", text=TEXT, published=date(2031, 3, 18)
    ).report
    names = open_names()
    found = resolve(annotate(report, names), names)
    assert len(accounts(found, (), default(), by="test/1", also=Beside(one))) == incidents
