"""Which later incidents are put beside a warning, and why."""

from datetime import date
from typing import Any

from tests.invented import account, claim, on, quote, reading, report, statement, town

from reportedly.pipeline.foreseen import Candidate, Happened, foreseen
from reportedly.records import Actor, Code, Finding, Horizon, Incident, Reading, Value

WORDS = "The Ridge Front may bomb stations in Zanterro before April, the ministry warned."


def incident(id: str, day: str, *values: tuple[str, Value]) -> Incident:
    said: list[tuple[str, Value]] = [("date", on(day)), *values]
    findings = tuple(
        Finding(field=f, value=v, basis=(), against=(), rule="r", because="b") for f, v in said
    )
    return Incident(id=id, accounts=(f"account-{id}",), findings=findings)


def warning(text: str = WORDS, until: str | None = "2031-04-01", **more: Any) -> Reading:
    source = report("warning", text, published=date(2031, 3, 18))
    horizon = Horizon(None, date.fromisoformat(until)) if until else None
    said = statement(source, "the ministry", "warn", content=quote(source), horizon=horizon)
    told = claim(source, "place", town("Dulmeck", country="Quessara"))
    return reading(source, account(source, told), statements=(said,), **more)


def listed(read: Reading, *incidents: Incident) -> tuple[Candidate, ...]:
    (found,) = foreseen([read], Happened.of(incidents))
    assert found.said_on == date(2031, 3, 18)
    return found.candidates


def test_place_actor_and_type_in_common_and_the_most_first() -> None:
    station = incident(
        "INC-2", "2031-03-25", ("place", town("Zanterro")), ("perpetrator", Actor("Ridge Front")),
        ("type", Code("bombing")),
    )  # fmt: skip
    elsewhere = incident("INC-3", "2031-03-20", ("perpetrator", Actor("Ridge Front")))
    found = listed(warning(), elsewhere, station)
    assert [one.incident for one in found] == ["INC-2", "INC-3"]
    assert set(found[0].reasons) == {
        ("place", "zanterro"), ("actor", "ridge front"), ("type", "bombing"),
    }  # fmt: skip
    assert found[1].reasons == (("actor", "ridge front"),)


def test_what_is_earlier_later_or_has_nothing_in_common_is_not_listed() -> None:
    place = ("place", town("Zanterro"))
    before = incident("INC-2", "2031-03-17", place)
    after = incident("INC-3", "2031-04-02", place)
    other = incident("INC-4", "2031-03-20", ("place", town("Ullascar")), ("type", Code("bombing")))
    undated = Incident(id="INC-5", accounts=("a",), findings=())
    assert listed(warning(), before, after, other, undated) == ()


def test_a_warning_that_speaks_of_no_days_has_no_candidates() -> None:
    near = incident("INC-2", "2031-03-20", ("place", town("Zanterro")))
    assert listed(warning(until=None), near) == ()


def test_words_that_name_nobody_mean_the_country_of_the_report() -> None:
    near = incident("INC-2", "2031-03-20", ("place", town("Ullascar", country="Quessara")))
    far = incident("INC-3", "2031-03-20", ("place", town("Tarn", country="Ostrelle")))
    (found,) = listed(
        warning("More attacks are likely this month, the ministry warned."), near, far
    )
    assert (found.incident, found.reasons) == ("INC-2", (("country of the report", "quessara"),))


def test_a_month_that_only_partly_lies_in_the_days_counts() -> None:
    month = incident("INC-2", "2031-03-01", ("place", town("Zanterro")))
    vague = Incident(
        id="INC-2",
        accounts=("a",),
        findings=(
            month.findings[1],
            Finding(field="date", value=on("2031-03-01", "2031-03-31"), basis=(), against=(),
                    rule="r", because="b"),
        ),
    )  # fmt: skip
    assert [one.incident for one in listed(warning(), vague)] == ["INC-2"]
