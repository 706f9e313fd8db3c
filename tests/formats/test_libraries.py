"""The demonstration's exports, read by the libraries of their formats (``make formats-check``)."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from followthemoney.dataset import Dataset
from followthemoney.statement import Statement, StatementEntity
from followthemoney.statement.serialize import read_path_statements
from frictionless import Package
from rdflib import RDF, Graph, Literal, Namespace
from stix2validator import ValidationOptions, validate_file

OUT = Path(__file__).parents[2] / ".cache" / "formats" / "out"
PACKAGE = Package(str(OUT / "csv" / "datapackage.json"))


@pytest.mark.parametrize("name", PACKAGE.resource_names)
def test_frictionless_finds_every_cell_and_reference_as_described(name: str) -> None:
    report = PACKAGE.get_resource(name).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_the_tables_are_not_empty() -> None:
    filled = {one.name for one in PACKAGE.resources if one.read_rows()}
    assert filled >= {"incidents", "accounts", "counts", "claims", "statements", "evidence"}


def test_the_validator_of_stix_finds_nothing_that_its_specification_forbids() -> None:
    found = validate_file(str(OUT / "stix.json"), ValidationOptions(version="2.1"))
    assert found.is_valid, [
        str(error) for result in found.object_results for error in result.errors
    ]


def test_no_object_of_stix_stands_twice() -> None:
    ids = [one["id"] for one in json.loads((OUT / "stix.json").read_text("utf-8"))["objects"]]
    assert len(set(ids)) == len(ids)


def test_linked_data_is_a_graph_of_well_typed_values() -> None:
    graph = Graph().parse(OUT / "incidents.jsonld", format="json-ld")
    schema = Namespace("https://schema.org/")
    incidents = set(graph.subjects(RDF.type, schema.Event))
    assert len(incidents) == len(PACKAGE.get_resource("incidents").read_rows())
    values = [value for value in graph.objects() if isinstance(value, Literal)]
    assert len(values) > 1000
    assert not [value for value in values if value.ill_typed]


def entities() -> Iterator[list[Statement]]:
    """As ``ftm aggregate-statements`` reads them: lines of one entity that follow each other."""
    statements = read_path_statements(OUT / "ftm.statements.json", format="json")
    for _, those in groupby(statements, key=lambda one: one.canonical_id):
        yield list(those)


def test_followthemoney_finds_an_entity_in_one_place() -> None:
    found = [those[0].canonical_id for those in entities()]
    assert len(found) > 100
    assert len(set(found)) == len(found)


def test_followthemoney_takes_every_value_as_it_is() -> None:
    for those in entities():
        for one in those:
            kind = StatementEntity.from_statements(_dataset(), those).schema.get(one.prop).type
            assert kind.clean(one.value) == one.value, one
            assert one.id == one.generate_key()


def test_followthemoney_finds_every_entity_valid() -> None:
    schemata = set()
    for those in entities():
        entity = StatementEntity.from_statements(_dataset(), those)
        entity.schema.validate(entity.to_dict())
        schemata.add(entity.schema.name)
    assert schemata == {"Event", "Article", "LegalEntity", "UnknownLink", "Note"}


def _dataset() -> Dataset:
    return Dataset.make({"name": "reportedly", "title": "what incidents are known"})
