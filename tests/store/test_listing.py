"""The rows that lists show agree with what is believed, however they came about."""

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from tests.invented import exactly

from reportedly.records import Actor, Code, Dispute, Finding, Incident, Place, Value, When
from reportedly.store import open_store
from reportedly.store.beliefs import Belief, packed
from reportedly.store.derived import Progress, Step
from reportedly.store.derived_tables import listed, listed_names
from reportedly.store.dialect import connect, writing
from reportedly.store.listing import relist
from reportedly.store.store import Store

DULMECK = Place("Dulmeck", "city", "Ilvane", "Quessara", "XA", -30.5, -20.25)
MARCH = When(date(2031, 3, 1), date(2031, 3, 31), "month")


def _finding(field: str, value: Value, rule: str = "narrowest") -> Finding:
    return Finding(field=field, value=value, basis=(), against=(), rule=rule, because="")


def _incident(id: str, *findings: Finding, disputes: tuple[Dispute, ...] = ()) -> Incident:
    return Incident(id=id, accounts=("account-1",), findings=findings, disputes=disputes, voices=2)


def _told(*beliefs: Belief, store: Store) -> None:
    since = store.derived.progress()
    step = Step(since=since, to=Progress(since.reading + 1, 0, "x"))
    assert store.take(step, beliefs)


def _believed(incident: Incident) -> Belief:
    return Belief(id=incident.id, state="believed", body=packed(incident))


def _rows(address: str) -> list[dict[str, Any]]:
    with connect(address).connect() as connection:
        return [
            row._asdict() for row in connection.execute(select(listed).order_by(listed.c.number))
        ]


def _names(address: str) -> set[tuple[str, int, str]]:
    with connect(address).connect() as connection:
        return {tuple(row) for row in connection.execute(select(listed_names))}


FULL = _incident(
    "INC-3",
    _finding("type", Code("bombing")),
    _finding("date", MARCH),
    _finding("place", DULMECK),
    _finding("killed", exactly(7), rule="decision-1"),
    _finding("perpetrator", Actor("the Grey Lantern")),
    _finding("perpetrator", Actor("gunmen", kind="unnamed")),
    disputes=(Dispute(id="d", left="a", right="b", kind="count", field="killed"),),
)


def test_a_row_says_what_is_believed(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    with open_store(address) as store:
        _told(_believed(FULL), store=store)
    (row,) = _rows(address)
    assert (row["number"], row["incident"], row["type"]) == (3, "INC-3", "bombing")
    assert (row["earliest"], row["latest"], row["date_precision"]) == (
        *("2031-03-01", "2031-03-31"),
        "month",
    )
    assert (row["lat"], row["place_precision"]) == (-30.5, "city")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (7, 7, 7)
    assert (row["disputes"], row["disputed"], row["decided"]) == (1, " count ", 1)
    assert row["actors"] == "the Grey Lantern; gunmen"
    assert _names(address) == {
        *(("dulmeck", 3, "place"), ("ilvane", 3, "place"), ("quessara", 3, "place")),
        ("grey lantern", 3, "actor"),
    }


def test_unknown_stays_unknown(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    with open_store(address) as store:
        _told(_believed(_incident("INC-1")), store=store)
    (row,) = _rows(address)
    known = ("number", "incident", "actors", "accounts", "voices", "disputes", "disputed",
             "decided", "changed_at")  # fmt: skip
    assert {name for name, value in row.items() if value is not None} == set(known)


def test_what_is_believed_no_more_is_listed_no_more(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    with open_store(address) as store:
        _told(_believed(FULL), _believed(_incident("INC-4")), store=store)
        _told(Belief(id="INC-3", state="joined", home="INC-4"), store=store)
        assert [row["incident"] for row in _rows(address)] == ["INC-4"]
        assert _names(address) == set()
        _told(_believed(FULL), Belief(id="INC-4", state="withdrawn"), store=store)
    assert [row["incident"] for row in _rows(address)] == ["INC-3"]


def test_made_anew_it_is_the_same(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    with open_store(address) as store:
        _told(_believed(FULL), _believed(_incident("INC-4")), store=store)
        _told(Belief(id="INC-4", state="withdrawn"), store=store)
    before, names = _rows(address), _names(address)
    with writing(connect(address)) as connection:
        connection.execute(delete(listed))
        connection.execute(delete(listed_names))
        relist(connection)
    assert (_rows(address), _names(address)) == (before, names)
