"""Every format's files, byte by byte, and the same rows read again by others' code."""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from tests.unit.export.frozen import GOLDEN, KEPT, TEXTUAL, Frozen

from reportedly.export import export
from reportedly.export.ged import priogrid
from reportedly.export.harmless import restored
from reportedly.export.privacy.matching import MASK
from reportedly.export.tables import TABLES
from reportedly.export.xlsx import SHEETS


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kept release in every format."""
    folder = tmp_path_factory.mktemp("out")
    export(Frozen(), [*TEXTUAL, "parquet", "xlsx"], folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def expected() -> list[str]:
    found = (path for path in GOLDEN.rglob("*") if path.is_file() and path != KEPT)
    return sorted(path.relative_to(GOLDEN).as_posix() for path in found)


@pytest.mark.parametrize("name", [name for name in expected() if name != "LOST.md"])
def test_a_file_is_as_expected(name: str, out: Path) -> None:
    assert (out / name).read_bytes() == (GOLDEN / name).read_bytes(), (
        "if that is meant: python -m tests.unit.export.frozen"
    )


def test_what_was_lost_is_counted_for_these_rows(tmp_path: Path) -> None:
    export(Frozen(), TEXTUAL, tmp_path)
    assert (tmp_path / "LOST.md").read_text("utf-8") == (GOLDEN / "LOST.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "width", "first", "last"),
    [
        ("acled.csv", 31, "event_id_cnty", "timestamp"),
        ("ged.csv", 49, "id", "gwnob"),
        ("gtd.csv", 135, "eventid", "related"),
    ],
)
def test_flat_formats_have_all_their_columns(
    name: str, width: int, first: str, last: str, out: Path
) -> None:
    for row in rows(out / name):
        columns = list(row)
        assert (len(columns), columns[0], columns[-1]) == (width, first, last)
        assert None not in row


def test_deaths_that_nobody_reports_are_nowhere_zero(out: Path) -> None:
    unknown = "INC-22"
    (acled,) = [r for r in rows(out / "acled.csv") if r["notes"].endswith(f"{unknown}.")]
    (gtd,) = [r for r in rows(out / "gtd.csv") if r["addnotes"] == f"reportedly {unknown}"]
    assert (acled["fatalities"], gtd["nkill"]) == ("", "")
    assert "Killed: not reported." in acled["notes"]
    assert unknown not in [row["relid"] for row in rows(out / "ged.csv")]
    assert f"(as in {unknown})" in (out / "LOST.md").read_text("utf-8")


def test_the_four_deaths_of_ged_add_up_to_its_best(out: Path) -> None:
    for row in rows(out / "ged.csv"):
        parts = [int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown")]
        assert sum(parts) == int(row["best"])
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(35.763369, 36.558974, 181154), (-9.65, 20.4, 115601), (90, 180, 259200), (-90, -180, 1)],
)
def test_priogrid_cells(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell


def test_geojson_keeps_the_rules_of_its_rfc(out: Path) -> None:
    data = json.loads((out / "incidents.geojson").read_text("utf-8"))
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data
    drawn = 0
    for feature in data["features"]:
        assert feature["type"] == "Feature"
        assert {"geometry", "properties"} <= feature.keys()
        if feature["geometry"]:
            drawn += 1
            longitude, latitude = feature["geometry"]["coordinates"]
            assert feature["geometry"]["type"] == "Point"
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
        else:
            assert feature["properties"]["place_precision"] in (None, "country", "area", "name")
    assert drawn


def test_the_data_package_describes_the_files(out: Path) -> None:
    package = json.loads((out / "csv" / "datapackage.json").read_text("utf-8"))
    tables = {one["name"]: rows(out / "csv" / one["path"]) for one in package["resources"]}
    for resource in package["resources"]:
        schema, table = resource["schema"], tables[resource["name"]]
        header = (out / "csv" / resource["path"]).read_text("utf-8-sig").splitlines()[0]
        assert header.split(",") == [field["name"] for field in schema["fields"]]
        if key := schema.get("primaryKey"):
            assert len({row[key] for row in table}) == len(table)
        for foreign in schema.get("foreignKeys", []):
            other = foreign["reference"]["resource"] or resource["name"]
            known = {row["id"] for row in tables[other]} | {""}
            assert {row[foreign["fields"]] for row in table} <= known


def test_every_quotation_stands_where_its_row_says(out: Path) -> None:
    texts = {reading.report.id: reading.report for reading in Frozen().readings}
    found = rows(out / "csv" / "evidence.csv")
    assert len(found) > 100
    for row in found:
        report = texts[row["source"]]
        text = report.text if row["part"] == "text" else report.title or ""
        assert _is_of(text[int(row["start"]) : int(row["end"])], restored(row["quote"]))


def _is_of(printed: str, shown: str) -> bool:
    """True for the same words, names masked character by character."""
    return all(a in (MASK, b) for a, b in zip(shown, printed, strict=True))


def test_parquet_holds_the_same_rows(out: Path) -> None:
    import pyarrow.parquet as parquet

    for name in TABLES:
        table = parquet.read_table(out / "parquet" / f"{name}.parquet").to_pylist()
        shown = rows(out / "csv" / f"{name}.csv")
        assert [_texts(row) for row in table] == [
            {k: restored(v) for k, v in row.items()} for row in shown
        ]


def _texts(row: dict[str, Any]) -> dict[str, str]:
    def text(cell: Any) -> str:
        if isinstance(cell, bool):
            return str(cell).lower()
        return "" if cell is None else str(cell)

    return {name: text(cell) for name, cell in row.items()}


def test_the_workbook_opens_with_typed_cells_and_no_formulas(out: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(out / "incidents.xlsx")
    assert book.sheetnames == [*SHEETS, "about"]
    for name in SHEETS:
        sheet = book[name]
        shown = rows(out / "csv" / f"{name}.csv")
        assert (sheet.freeze_panes, sheet.max_row) == ("B2", len(shown) + 1)
        assert sheet.auto_filter.ref.startswith("A1:")
        header = [cell.value for cell in sheet[1]]
        for line, expected_row in zip(sheet.iter_rows(min_row=2), shown, strict=True):
            assert all(cell.data_type != "f" for cell in line)
            for column, cell in zip(header, line, strict=True):
                assert _shown(cell.value) == restored(expected_row[str(column)])
    (decision,) = list(book["decisions"].iter_rows(min_row=2))
    reviewer, reason = decision[6], decision[8]
    assert (reviewer.value, reviewer.quotePrefix) == ("reviewer 1", False)
    assert (reason.value, reason.quotePrefix) == ("=two voices agree", True)
    assert isinstance(book["incidents"]["E2"].value, datetime)
    assert isinstance(book["incidents"]["K2"].value, str)


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_the_workbook_has_the_same_bytes_every_time(out: Path, tmp_path: Path) -> None:
    export(Frozen(), ["xlsx"], tmp_path)
    assert (tmp_path / "incidents.xlsx").read_bytes() == (out / "incidents.xlsx").read_bytes()


def test_stix2_reads_the_bundle_and_every_reference_leads_somewhere(out: Path) -> None:
    import stix2

    text = (out / "stix.json").read_text("utf-8")
    bundle = stix2.parse(text, allow_custom=False)
    ids = [one.id for one in bundle.objects]
    assert len(set(ids)) == len(ids)
    for one in json.loads(text)["objects"]:
        assert set(_references(one)) <= set(ids)
    kinds = {one.type for one in bundle.objects}
    assert {"incident", "identity", "location", "note", "report", "relationship"} <= kinds
    assert "threat-actor" not in kinds


def _references(node: dict[str, Any]) -> Iterator[str]:
    for name, value in node.items():
        if name.endswith("_ref"):
            yield value
        elif name.endswith("_refs"):
            yield from value


def test_followthemoney_statements_have_what_their_schemata_require(out: Path) -> None:
    required = {"Event": {"name"}, "UnknownLink": {"subject", "object"}, "LegalEntity": {"name"}}
    entities: dict[str, dict[str, list[str]]] = {}
    schemata: dict[str, str] = {}
    lines = [
        json.loads(line) for line in (out / "ftm.statements.json").read_text("utf-8").splitlines()
    ]
    together = [entity for entity, _ in groupby(lines, key=lambda one: str(one["canonical_id"]))]
    assert len(set(together)) == len(together), "ftm aggregate-statements reads them so"
    for one in lines:
        entities.setdefault(one["entity_id"], {}).setdefault(one["prop"], []).append(one["value"])
        assert schemata.setdefault(one["entity_id"], one["schema"]) == one["schema"]
        assert one["dataset"].replace("_", "").isalnum()
    for entity, properties in entities.items():
        assert required.get(schemata[entity], set()) <= properties.keys()
    for link in (e for e, schema in schemata.items() if schema == "UnknownLink"):
        assert {*entities[link]["subject"], *entities[link]["object"]} <= entities.keys()


def test_linked_data_leads_from_incidents_to_words_in_reports(out: Path) -> None:
    graph = json.loads((out / "incidents.jsonld").read_text("utf-8"))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    assert len(nodes) == len(graph)
    texts = {reading.report.id: reading.report for reading in Frozen().readings}
    incidents = [node for node in graph if "schema:Event" in node["@type"]]
    assert len(incidents) == len(list(Frozen().incidents()))
    for incident in incidents:
        for finding in incident["finding"]:
            for claim in nodes[finding]["from"]:
                assert nodes[nodes[claim]["from"]]["@type"][1] == "schema:NewsArticle"
    for node in graph:
        if node["@type"] == "oa:Annotation":
            target = node["oa:hasTarget"]
            exact, position = target["oa:hasSelector"]
            report = texts[target["oa:hasSource"]["@id"].removeprefix("urn:reportedly:")]
            text = report.text if target["rep:part"] == "text" else report.title or ""
            assert _is_of(text[position["oa:start"] : position["oa:end"]], exact["oa:exact"])
