"""Files for others, and what they cannot carry."""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from tests.invented import account, claim, exactly, on, report, town

from reportedly import contract
from reportedly.codebook import Codebook, default
from reportedly.errors import UnknownPlugin
from reportedly.export import EXPORTERS, export
from reportedly.export.csv import COLUMNS, safe
from reportedly.reconcile import reconcile
from reportedly.records import (
    Account,
    Actor,
    Claim,
    Code,
    Decision,
    Differing,
    Incident,
    Report,
    Statement,
    Text,
)

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


class Fixed:
    """What a release gives to exporters, of one account."""

    rule = "ucdp"
    as_of = None

    @property
    def codebook(self) -> Codebook:
        return default()

    def incidents(self) -> Iterable[Incident]:
        return [reconcile([ACCOUNT], (), {SOURCE.id: SOURCE}, (), default(), "ucdp", id="INC-1")]

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        return [ACCOUNT for _ in ids]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        return [c for c in ACCOUNT.claims if c.id in set(ids)]

    def report(self, id: str) -> Report:
        return SOURCE

    def statements(self) -> Iterable[Statement]:
        return ()

    def differing(self, incident: Incident) -> Sequence[Differing]:
        return []

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        return ()


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


def test_csv_has_a_row_per_incident_and_runs_nothing(tmp_path: Path) -> None:
    path, lost = export(Fixed(), ["csv", "csv"], tmp_path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == COLUMNS
    assert row["target"] == '\'=HYPERLINK("x")'
    assert row["publishers"] == "'=Courier"
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("7", "7", "12")
    assert row["injured_best"] == ""
    assert row["perpetrators"] == "suspected Front"
    assert row["disputed"] == "killed"
    assert "apostrophe" in lost.read_text(encoding="utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_disarmed_and_numbers_are_not(start: str) -> None:
    assert safe(f"{start}1+1") == f"'{start}1+1"
    assert safe(-3.5) == -3.5
    assert safe("a=1") == "a=1"
    assert safe(None) is None


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownPlugin, match="csv"):
        export(Fixed(), ["csv", "papyrus"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_says_what_it_loses(name: str, tmp_path: Path) -> None:
    _, lost = export(Fixed(), [name], tmp_path)
    assert f"## {name}\n\n- " in lost.read_text(encoding="utf-8")
