"""The built-in places and actors, and a person's own on top."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import assets
from reportedly.errors import AssetError
from reportedly.gazetteer import Gazetteer, open_names
from reportedly.gazetteer.fold import fold, keys


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return open_names()


@pytest.mark.parametrize("asset", sorted(assets.ASSETS))
def test_shipped_files_are_the_ones_named(asset: str) -> None:
    assert assets.verify(asset).is_file()


def test_an_altered_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    known = assets.ASSETS["actors"]
    monkeypatch.setitem(assets.ASSETS, "actors", known._replace(sha256="0" * 64))
    with pytest.raises(AssetError, match="altered"):
        assets.verify("actors")
    monkeypatch.setitem(assets.ASSETS, "actors", known._replace(size=1))
    with pytest.raises(AssetError, match="instead of 1"):
        assets.locate("actors")


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Kabul", "Afghanistan", "city"), ("al-Raqqah", "Syria", "admin1"),
        ("Kiev", "Ukraine", "city"),
        ("US", "United States", "country"), ("Côte d’Ivoire", "Ivory Coast", "country"),
        ("DR Congo", "Democratic Republic of the Congo", "country"),
    ],
)  # fmt: skip
def test_places(names: Gazetteer, name: str, country: str, precision: str) -> None:
    found = names.places(name)
    assert any(p.country == country and p.precision == precision for p in found)


@pytest.mark.parametrize(
    ("name", "division"),
    [
        ("Madrid", "Comunidad de Madrid"),
        ("Brussels", "Région de Bruxelles-Capitale"),
        ("Prague", "Hlavní město Praha"),
    ],
)
def test_a_division_is_called_as_one_says_it(names: Gazetteer, name: str, division: str) -> None:
    assert division in {place.admin1 for place in names.places(name)}


def test_every_country_has_a_point(names: Gazetteer) -> None:
    for country in ("Nigeria", "Iraq", "Myanmar", "Yemen", "Haiti"):
        place = names.places(country)[0]
        assert (place.precision, place.lat is not None) == ("country", True)


def test_demonyms(names: Gazetteer) -> None:
    assert [p.country for p in names.demonyms("Iranians")] == ["Iran"]
    assert names.demonyms("table") == ()


def test_acronyms_are_capitals(names: Gazetteer) -> None:
    assert [a.ref for a in names.actors("IS")] == ["islamic-state"]
    assert names.actors("is") == ()
    assert names.actors("Is") == ()


def test_bodies_of_a_country(names: Gazetteer) -> None:
    (police,) = names.actors("Beninese police")
    assert police.ref == "police-of-benin"
    assert names.background("police-of-benin").countries == ("BJ",)


def test_own_entries_come_first(tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text(
        "name,kind,admin1,country,country_code,lat,lon,population,aliases,demonyms\n"
        "Arda,country,,Arda,XB,1.0,2.0,1000,,Ardan\n"
        "Kabul,city,Reeds,Arda,XB,1.5,2.5,900,Old Kabul;Kabulin,\n",
        encoding="utf-8",
    )
    actors = tmp_path / "actors.jsonl"
    actors.write_text('{"id": "xb-front", "name": "Arda Front", "aliases": ["ELN"]}\n')
    names = open_names(places, actors)
    assert names.places("Kabul")[0].country == "Arda"
    assert names.places("Old Kabul")[0].country == "Arda"
    assert [p.country for p in names.demonyms("Ardan")] == ["Arda"]
    assert [a.ref for a in names.actors("ELN")] == ["xb-front"]
    assert names.actors("Boko Haram")


@pytest.mark.parametrize("row", ["Arda,planet,,,,,,,", ",city,,,,,,,", "Arda,city,,,,x,,,"])
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(f"name,kind,admin1,country,country_code,lat,lon,population,aliases\n{row}\n")
    with pytest.raises(AssetError, match="line 2"):
        open_names(path)


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name) or fold(name).startswith("al ")
    assert all(keys(name, arabic=True)) or not fold(name)
