"""The codebook's tables to other data sets name what there is, on both sides."""

import json
from importlib.resources import files

import pytest
from tests.invented import account, claim, reading, report

from reportedly.codebook import default
from reportedly.codebook.countries import country
from reportedly.codebook.people import KINDS
from reportedly.export import acled, ged, gtd
from reportedly.export.event import Event
from reportedly.export.flat import cells
from reportedly.reconcile import reconcile
from reportedly.records import Code, Text

BOOK = default()
ACTORS = {
    json.loads(line)["kind"]
    for line in files("reportedly.gazetteer").joinpath("actors.jsonl").read_text().splitlines()
}
OURS = {
    "type": set(BOOK.types),
    "against_armed": set(BOOK.types),
    "foiled": {known.family for known in BOOK.types.values()},
    "actor": ACTORS,
    "people": set(KINDS),
    "violence": {f"{a} {b}" for a in ("state", "armed") for b in ("state", "armed", "civilian")},
}
THEIRS = {
    "acled": {c.name for c in acled.COLUMNS} | {"inter", "actor"},
    "ged": {c.name for c in ged.COLUMNS} | {"side", "deaths"},
    "gtd": {c.name for c in gtd.COLUMNS},
}


@pytest.mark.parametrize("data_set", BOOK.elsewhere)
def test_codes_and_columns_exist(data_set: str) -> None:
    for table, codes in BOOK.elsewhere[data_set].items():
        assert codes.keys() <= OURS[table], table
        for there in codes.values():
            assert there.keys() <= THEIRS[data_set]


def test_what_is_not_listed_has_no_code() -> None:
    assert BOOK.codes("acled", "type", "other") == {}
    assert BOOK.codes("acled", "type", None) == {}
    assert BOOK.codes("papyrus", "type", "bombing") == {}


def test_countries_have_the_codes_of_iso_3166() -> None:
    assert country("AF") == ("AFG", 4)
    assert country("XK") == ("XKX", None)
    assert country("QQ") is None
    assert country(None) is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [("two soldiers", "Battles"), ("shoppers", "Violence against civilians")],
)
def test_an_attack_on_soldiers_is_none_on_civilians(target: str, expected: str) -> None:
    source = report()
    made = account(
        source,
        claim(source, "type", Code("armed_assault")),
        claim(source, "target", Text(target)),
    )
    event = Event(
        incident=reconcile([made], (), {source.id: source}, (), BOOK, None, id="INC-1"),
        readings=(reading(source, made),),
        codebook=BOOK,
        rule=None,
        serial=1,
    )
    assert cells(acled.COLUMNS, event)["event_type"] == expected
