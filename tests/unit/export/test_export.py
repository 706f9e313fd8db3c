"""Files for others, and what they cannot carry."""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from tests.invented import account, claim, exactly, on, reading, report, statement, town
from tests.unit.export.frozen import Frozen

from reportedly import contract
from reportedly.codebook import default
from reportedly.errors import MissingExtra, StoreError, UnknownPlugin
from reportedly.export import EXPORTERS, export
from reportedly.export.harmless import restored
from reportedly.export.tables import TABLES
from reportedly.reconcile import reconcile
from reportedly.records import Actor, Code, Decision, Incident, Reading, Text

SOURCE = report("r1", publisher="=Courier", published=date(2031, 3, 19))
ACCOUNT = account(
    SOURCE,
    claim(SOURCE, "type", Code("bombing")),
    claim(SOURCE, "date", on("2031-03-18")),
    claim(SOURCE, "place", town("Dulmeck")),
    claim(SOURCE, "perpetrator", Actor("Front", qualifier="suspected")),
    claim(SOURCE, "killed", exactly(7), voice="the ministry"),
    claim(SOURCE, "killed", exactly(12), voice="the hospital"),
    claim(SOURCE, "target", Text('=HYPERLINK("x")')),
    index=2,
)


class Fixed(Frozen):
    """What a release gives to exporters, of one account."""

    rule = "ucdp"
    readings: Sequence[Reading] = (reading(SOURCE, ACCOUNT),)

    def incidents(self) -> Iterable[Incident]:
        yield reconcile([ACCOUNT], (), {SOURCE.id: SOURCE}, (), default(), "ucdp", id="INC-1")

    def namesake(self, incident: Incident) -> str:
        return ACCOUNT.id

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        return ()


class Torn(Fixed):
    """A release that breaks while it is read."""

    def incidents(self) -> Iterable[Incident]:
        yield from super().incidents()
        raise StoreError("the disk is gone")


def test_jsonl_is_the_contracts_shape(tmp_path: Path) -> None:
    path, lost = export(Fixed(), ["jsonl"], tmp_path / "out")
    (line,) = path.read_text(encoding="utf-8").splitlines()
    shown = json.loads(line)
    jsonschema.Draft202012Validator(contract.schema()).validate(shown)
    assert (shown["id"], shown["accounts"]) == ("INC-1", ["r1#2"])
    assert shown["killed"] == {"low": 7, "best": 7, "high": 12, "rule": "ucdp"}
    assert shown["disputed"] == ["killed"]
    named = {id for f in shown["findings"] for id in (*f["basis"], *f["against"])}
    assert {c["id"] for c in shown["claims"]} == named
    assert "ucdp" in lost.read_text(encoding="utf-8")


class Placed(Fixed):
    """An account of a real country; another is an invented one's, and blames someone else."""

    def __init__(self) -> None:
        other = report("r2", publisher="Herald", url="urn:herald:7")
        theirs = account(
            other,
            claim(other, "place", town("Dulmeck", country_code="XA")),
            claim(other, "perpetrator", Actor("Militia")),
        )
        real = account(
            SOURCE, *ACCOUNT.claims, claim(SOURCE, "place", town("Kabul", country_code="AF"))
        )
        self.readings = (reading(SOURCE, real), reading(other, theirs))
        self._accounts = (real, theirs)

    def incidents(self) -> Iterable[Incident]:
        sources = {one.report.id: one.report for one in self.readings}
        yield reconcile(self._accounts, (), sources, (), default(), "ucdp", id="INC-1")


def test_ftm_has_countries_of_the_standard_web_addresses_and_what_each_outlet_says(
    tmp_path: Path,
) -> None:
    path, lost = export(Placed(), ["ftm"], tmp_path)
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert {one["value"] for one in found if one["prop"] == "country"} == {"af"}
    assert not [one for one in found if one["prop"] == "sourceUrl"]
    assert ("herald", "perpetrator: Militia") in {(one["dataset"], one["value"]) for one in found}
    assert "Addresses that are not of the web: 1 (as in r2)." in lost.read_text("utf-8")


class Denied(Fixed):
    """Who is said to have done it denies what no fact of the incident stands in."""

    def __init__(self) -> None:
        accused = statement(SOURCE, "the ministry", "accuse")
        denied = statement(SOURCE, "the Front", "deny", rebuts=(accused.id, "statement-elsewhere"))
        self._account = account(SOURCE, claim(SOURCE, "killed", exactly(7), statement=denied.id))
        self.readings = (reading(SOURCE, self._account, statements=(accused, denied)),)

    def incidents(self) -> Iterable[Incident]:
        sources = {SOURCE.id: SOURCE}
        yield reconcile([self._account], (), sources, (), default(), "ucdp", id="INC-1")


def test_stix_has_what_is_denied_beside_the_denial_and_no_empty_list(tmp_path: Path) -> None:
    path, lost = export(Denied(), ["stix"], tmp_path)
    objects = {one["id"]: one for one in json.loads(path.read_text("utf-8"))["objects"]}
    notes = {one["abstract"] for one in objects.values() if one["type"] == "note"}
    (opinion,) = (one for one in objects.values() if one["type"] == "opinion")
    assert notes == {"accuse", "deny"}
    assert [objects[one]["abstract"] for one in opinion["object_refs"]] == ["accuse"]
    assert "Denials of statements in reports of other incidents: 1" in lost.read_text("utf-8")
    assert "[]" not in path.read_text("utf-8")


def test_csv_is_tidy_tables_that_run_nothing(tmp_path: Path) -> None:
    paths = export(Fixed(), ["csv", "csv"], tmp_path)
    with (tmp_path / "csv" / "incidents.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    with (tmp_path / "csv" / "sources.csv").open(encoding="utf-8-sig", newline="") as file:
        (source,) = csv.DictReader(file)
    assert [path.name for path in paths] == [
        *(f"{name}.csv" for name in TABLES),
        "datapackage.json",
        "LOST.md",
    ]
    assert row["target"] == '\'=HYPERLINK("x")'
    assert source["publisher"] == "'=Courier"
    assert restored(source["publisher"]) == "=Courier"
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("7", "7", "12")
    assert row["injured_best"] == ""
    assert row["perpetrators"] == "suspected Front"
    assert row["disputed"] == "killed"
    assert "apostrophe" in (tmp_path / "LOST.md").read_text(encoding="utf-8")


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownPlugin, match="csv"):
        export(Fixed(), ["csv", "papyrus"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", EXPORTERS)
def test_files_appear_whole_or_not_at_all(name: str, tmp_path: Path) -> None:
    (tmp_path / "LOST.md").write_text("of before", encoding="utf-8")
    with pytest.raises(StoreError):
        export(Torn(), ["jsonl", name], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["LOST.md"]
    assert (tmp_path / "LOST.md").read_text(encoding="utf-8") == "of before"


def test_a_missing_library_is_named_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.export.extra.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'reportedly\[parquet\]'"):
        export(Fixed(), ["csv", "parquet"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_progress_counts_incidents_of_each_format(tmp_path: Path) -> None:
    shown: list[tuple[str, int]] = []
    export(Frozen(), ["ged", "csv"], tmp_path, lambda name, n: shown.append((name, n)))
    assert shown[0] == ("looking for names to withhold", 0)
    assert shown[1:] == [(name, n) for name in ("ged", "csv") for n in range(1, 7)]


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_says_what_it_loses(name: str, tmp_path: Path) -> None:
    *_, lost = export(Fixed(), [name], tmp_path)
    assert f"## {name}\n\n- " in lost.read_text(encoding="utf-8")
