"""Places, found and resolved with the built-in gazetteer."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.places import places as found
from reportedly.gazetteer import Gazetteer, open_names
from reportedly.records import Annotated, PlaceMark, Report
from reportedly.resolve.places import places as settled


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return open_names()


def read(text: str, names: Gazetteer) -> dict[str, PlaceMark]:
    annotated = Annotated(report=Report(id="r", name="r", text=text))
    marks = settled(replace(annotated, places=found(annotated, names)), names)
    return {text[m.start : m.end]: m for m in marks}


@pytest.mark.parametrize(
    ("text", "words", "code", "precision"),
    [
        ("It hit Jos in Nigeria.", "Jos", "NG", "city"),
        ("a market in Buga, Colombia", "Buga", "CO", "city"),
        ("in the northern Malian city of Gao", "Gao", "ML", "city"),
        ("a post in Helmand province", "Helmand", "AF", "admin1"),
        ("in Paris, Texas, on Monday", "Paris", "US", "city"),
        ("killed in Paris", "Paris", "FR", "city"),
        ("ten miles north of Kabul", "Kabul", "AF", "near"),
        ("a bomb at Kabul airport", "Kabul airport", "AF", "site"),
        ("in the Sahel", "Sahel", None, "area"),
        ("in Atlanta, Georgia", "Georgia", "US", "admin1"),
        ("in Tbilisi, Georgia", "Georgia", "GE", "country"),
        ("at a New Delhi shop", "New Delhi", "IN", "city"),
        ("Perpignan police said", "Perpignan", "FR", "city"),
    ],
)
def test_places(names: Gazetteer, text: str, words: str, code: str | None, precision: str) -> None:
    mark = read(text, names)[words]
    assert (mark.place.country_code, mark.place.precision) == (code, precision)
    assert mark.place.lat is not None
    assert mark.reason


def test_an_unlisted_village_keeps_its_container(names: Gazetteer) -> None:
    mark = read("in the village of Zimbelwo, in Helmand province", names)["Zimbelwo"]
    assert mark.place.precision == "name"
    assert mark.place.country == "Afghanistan"
    assert mark.place.lat is None


def test_a_small_namesake_elsewhere_is_not_believed(names: Gazetteer) -> None:
    marks = read("Kenya said police in Nairobi and in Sparta were attacked.", names)
    assert (marks["Sparta"].place.country_code, marks["Sparta"].place.lat) == ("KE", None)
    assert marks["Sparta"].candidates


def test_a_capital_is_no_town_of_a_country_that_a_report_speaks_of_otherwise(
    names: Gazetteer,
) -> None:
    from_texas = "DALLAS - Voters in Texas, Ohio and Florida heard of the attacks in Paris. "
    assert read(from_texas, names)["Paris"].place.country_code == "FR"
    nearby = "Deputies from Reno, Powderly and Blossom drove to Paris in Lamar County, Texas."
    assert read(nearby, names)["Paris"].place.country_code == "US"


@pytest.mark.parametrize(
    ("text", "words", "use"),
    [
        ("Iranian troops", "Iranian", "demonym"),
        ("Kabul denied the charge.", "Kabul", "metonym"),
        ("Moscow's claims were doubted.", "Moscow", "metonym"),
        ("a London-based analyst", "London", "base"),
        ("an official in Kabul said so", "Kabul", "base"),
        ("he fled to Venezuela", "Venezuela", "other"),
        ("NAIROBI, Feb 3 (Gulf Wire) - Two died.", "NAIROBI", "dateline"),
        ("two died in Nairobi", "Nairobi", "location"),
    ],
)
def test_uses(names: Gazetteer, text: str, words: str, use: str) -> None:
    assert read(text, names)[words].use == use


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Jackson Reed spoke, and Jackson left.",
        "the Washington Post reported",
        "Reading from a note, he spoke.",
        "It happened in March.",
        "spokesperson Paris Lorne said",
    ],
)
def test_not_places(names: Gazetteer, text: str) -> None:
    assert not read(text, names)


_PIECES = (
    "Kabul , Kabul's al- - Al-Bab in near the Province of U.S. US Iranian said ( ) . Georgia "
    "Mr village IN AFGHANISTAN KABUL — airport "
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([*_PIECES.split(), "\n"]) | st.text(max_size=6),
        max_size=25,
    )
)
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    gazetteer = _shared()
    annotated = Annotated(report=Report(id="r", name="r", text=text))
    marks = settled(replace(annotated, places=found(annotated, gazetteer)), gazetteer)
    end = 0
    for mark in marks:
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end


_NAMED = (
    "Paris Lebanon Georgia Kabul Jos Gao Mopti Texas Ohio Springfield London Ontario Sparta Cali "
    "Madrid Mosul Lima Helmand Punjab Jordan Athens Tripoli Victoria Santiago Birmingham"
).split()
_BETWEEN = (", ", " and ", " in ", ". In ", ", near ", " said. The blast in ", " (", "'s town of ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_BETWEEN), st.sampled_from(_NAMED)), max_size=8))
def test_a_place_lies_in_its_country_and_is_a_row_of_the_gazetteer(
    pieces: list[tuple[str, str]],
) -> None:
    text = "It happened in Kenya" + "".join(gap + name for gap, name in pieces) + "."
    gazetteer = _shared()
    annotated = Annotated(report=Report(id="r", name="r", text=text))
    marks = settled(replace(annotated, places=found(annotated, gazetteer)), gazetteer)
    for mark in marks:
        place = mark.place
        chosen = [c for c in mark.candidates if c.ref == place.ref]
        if place.ref is not None:
            assert chosen
            assert mark.candidates[0] == chosen[0]
            row = next(p for p in gazetteer.places(text[mark.start : mark.end], small=True)
                       if p.ref == place.ref)  # fmt: skip
            assert (place.lat, place.lon) == (row.lat, row.lon)
            assert (place.country_code, place.country) == (row.country_code, row.country)
        assert mark.reason
        assert (place.lat is None) == (place.lon is None)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*_NAMED, "N'Djamena", "Port-au-Prince", "São Paulo", "al-Bab", "Köln"]))
def test_a_name_is_looked_up_without_case_hyphens_dots_and_accents(name: str) -> None:
    gazetteer = _shared()
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    expected = [p.ref for p in gazetteer.places(name)]
    assert expected
    for variant in (
        name.upper(), name.lower(), plain, f"the {name}", name.replace("-", " "),
        name.replace("-", "‐"), name.replace("'", "’"), f" {name} ",
        unicodedata.normalize("NFD", name),
    ):  # fmt: skip
        assert [p.ref for p in gazetteer.places(variant)] == expected


_OPENED: list[Gazetteer] = []


def _shared() -> Gazetteer:
    if not _OPENED:
        _OPENED.append(open_names())
    return _OPENED[0]
