"""What each command shows of a store: every figure with its voice, its words and its rule."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]


def _lines(ran: Ran) -> list[dict]:  # type: ignore[type-arg]
    assert ran.status == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_incidents_show_the_span_and_what_is_disputed(reportedly: Reportedly, db: str) -> None:
    shown = reportedly("incidents", "--db", db).out
    assert "INC-1  bombing · 18 March 2031 · Dulmeck, Ilvane, Quessara" in shown
    assert "killed 7 to 15 (best 12)" in shown
    assert "accused by the interior ministry" in shown
    assert "disputed" in shown


def test_a_rule_may_be_asked_for(reportedly: Reportedly, db: str) -> None:
    assert "killed 7\n" in reportedly("incidents", "--db", db, "--rule", "acled").out


def test_as_of_a_day_only_what_was_published_by_then_counts(
    reportedly: Reportedly, db: str
) -> None:
    assert "killed 7\n" in reportedly("incidents", "--db", db, "--as-of", "2031-03-18").out
    second = reportedly("incidents", "--db", db, "--as-of", "2031-03-19").out
    assert "killed 7 to 12" in second


def test_changes_since_a_moment_and_a_rebuild_that_changes_nothing(
    reportedly: Reportedly, db: str
) -> None:
    shown = reportedly("changes", "--db", db, "--since", "2020-01-01").out
    assert "INC-1 is new" in shown
    assert "told by" in shown
    found = _lines(reportedly("changes", "--db", db, "--since", "2020-01-01", "--json"))
    assert {one["change"] for one in found} == {"new"}
    assert "No changes." in reportedly("changes", "--db", db, "--since", "2100-01-01").out
    assert reportedly("rebuild", "--db", db).out == "no incidents changed\n"
    assert reportedly("changes", "--db", db, "--since", "yesterday").status == 2


@pytest.mark.parametrize(
    ("option", "found"),
    [
        (("--type", "bombing"), True),
        (("--type", "arson"), False),
        (("--place", "ilvane"), True),
        (("--place", "elsewhere"), False),
        (("--actor", "ridge"), True),
        (("--actor", "heron"), False),
        (("--from", "2031-03-18"), True),
        (("--from", "2031-03-19"), False),
        (("--to", "2031-03-17"), False),
        (("--disputed",), True),
    ],
)
def test_filters(reportedly: Reportedly, db: str, option: tuple[str, ...], found: bool) -> None:
    ran = reportedly("incidents", "--db", db, *option)
    assert ran.status == 0
    assert ("INC-1" in ran.out) == found
    assert found or ran.out == "No incidents.\n"


def test_why_prints_each_sentence_with_its_source(reportedly: Reportedly, db: str) -> None:
    shown = " ".join(reportedly("why", "inc-1", "killed", "--db", db).out.split())
    for sentence in (
        "«Twelve people died» in the bombing of the market in Dulmeck on Tuesday, the hospital",
        "tore through the Saltgate market in Dulmeck on Tuesday, killing «seven people», the",
        "«At least 15 people» died in Dulmeck",
    ):
        assert sentence in shown
    assert shown.index("Chosen from") < shown.index("12 people") < shown.index("Not chosen")
    assert "rule ucdp: 12 has the support of" in shown
    assert shown.index("Halyard, 19 March 2031") < shown.index("Mercury, 20 March 2031")


def test_why_of_what_nobody_states_says_so(reportedly: Reportedly, db: str) -> None:
    assert (
        "not stated, no report states it" in reportedly("why", "INC-1", "injured", "--db", db).out
    )


def test_why_for_programs(reportedly: Reportedly, db: str) -> None:
    (found,) = _lines(reportedly("why", "INC-1", "killed", "--db", db, "--json"))
    assert [one["heard_from"] for one in found["basis"]] == ["the hospital director"]
    assert {one["value"]["best"] for one in found["against"]} == {7, 15}
    assert found["findings"][0]["rule"] == "ucdp"


def test_show_an_incident_a_report_and_a_statement(reportedly: Reportedly, db: str) -> None:
    incident = reportedly("show", "INC-1", "--db", db).out
    assert "the hospital director 12 (2 outlets, one voice)" in incident
    assert "copy of hospital" in incident
    assert (
        "«Twelve people died» (the hospital director)"
        in reportedly("show", "hospital", "--db", db).out
    )
    assert "denied that «twelve had died»" in reportedly("show", "hospital-said-1", "--db", db).out
    for id in ("INC-1", "hospital", "hospital-said-1"):
        _lines(reportedly("show", id, "--db", db, "--json"))


def test_statements_by_speaker_and_act(reportedly: Reportedly, db: str) -> None:
    assert "The ministry denied: «twelve had died»" in reportedly("statements", "--db", db).out
    denials = _lines(reportedly("statements", "--db", db, "--act", "deny", "--json"))
    assert {one["act"] for one in denials} == {"deny"}
    assert "No statements." in reportedly("statements", "--db", db, "--speaker", "nobody").out


def test_disputes_show_every_side_once(reportedly: Reportedly, db: str) -> None:
    shown = reportedly("disputes", "--db", db).out
    for side in ("killed 7 people", "killed 12 people", "killed at least 15 people"):
        assert shown.count(side) == 1
    assert _lines(reportedly("disputes", "--db", db, "--field", "killed", "--json"))


def test_what_a_report_tells_of_does_not_come_after_its_warning(
    reportedly: Reportedly, db: str
) -> None:
    shown = reportedly("warnings", "--db", db).out
    assert "The ministry warned: «more attacks before April» (until 1 April 2031)" in shown
    assert "INC-1" not in shown
    (warning,) = _lines(reportedly("warnings", "--db", db, "--json"))
    assert (warning["candidates"], warning["said_on"]) == ([], "2031-03-18")


def test_search_finds_reports_statements_and_incidents(reportedly: Reportedly, db: str) -> None:
    shown = reportedly("search", "twelve", "died", "--db", db).out
    assert "2 reports" in shown
    assert "1 incident\n" in shown
    kinds = {one["kind"] for one in _lines(reportedly("search", "twelve", "--db", db, "--json"))}
    assert kinds == {"report", "statement", "incident"}


def test_export_names_what_it_wrote(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    ran = reportedly("export", "--as", "csv", "--as", "jsonl", "--db", db, "out/deep")
    assert ran.status == 0
    written = [Path(line).name for line in ran.out.splitlines()]
    assert (written[0], *written[-3:]) == (
        "incidents.csv",
        "datapackage.json",
        "incidents.jsonl",
        "LOST.md",
    )
    assert all((tmp_path / line).is_file() for line in ran.out.splitlines())


def test_the_json_keeps_to_the_schema(reportedly: Reportedly, db: str) -> None:
    schema = json.loads(reportedly("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for found in _lines(reportedly("incidents", "--db", db, "--json")):
        jsonschema.validate(found, schema)
    for found in _lines(reportedly("show", "hospital", "--db", db, "--json")):
        jsonschema.validate(found, schema)


def test_no_report_can_act_on_the_terminal(reportedly: Reportedly, db: str) -> None:
    for command in (
        ["incidents"],
        ["disputes"],
        ["statements"],
        ["why", "INC-1", "killed"],
        ["show", "INC-1"],
        ["show", "witness"],
        ["search", "died"],
        ["why", "INC-1", "killed", "--json"],
    ):
        shown = reportedly(*command, "--db", db).out
        assert "\x1b" not in shown
        assert "\u202e" not in shown


def test_doctor_finds_nothing_broken(reportedly: Reportedly, db: str) -> None:
    ran = reportedly("doctor", "--db", db)
    assert ran.status == 0, ran.out
    assert "4 reports" in " ".join(ran.out.split())
    (found,) = _lines(reportedly("doctor", "--json", "--db", db))
    assert all(check["ok"] for check in found.values())


def test_doctor_finds_an_altered_file(
    reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportedly import assets

    altered = assets.ASSETS["actors"]._replace(sha256="0" * 64)
    monkeypatch.setitem(assets.ASSETS, "actors", altered)
    ran = reportedly("doctor")
    assert ran.status == 1
    assert "was altered" in " ".join(ran.out.split())
