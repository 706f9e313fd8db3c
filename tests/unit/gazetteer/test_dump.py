"""A larger gazetteer out of an invented dump of GeoNames, and dumps that are none."""

import zipfile
from pathlib import Path

import pytest

from reportedly import assets
from reportedly.errors import AssetError
from reportedly.gazetteer import open_names
from reportedly.gazetteer.dump import extend

SHIPPED = assets.locate("places")


def row(number: int, name: str, country: str, kind: str = "P.PPL", alternates: str = "") -> str:
    letter, feature = kind.split(".")
    cells = [number, name, name, alternates, 14.5, -3.25, letter, feature, country, "", "04", "",
             "", "", 240, "", 280, "Africa/Bamako", "2031-03-18"]  # fmt: skip
    return "\t".join(map(str, cells))


def zipped(path: Path, *rows: str, name: str = "allCountries.txt") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, "\n".join(rows) + "\n")
    return path


VILLAGES = (
    row(990000001, "Dulmeckoro", "ML", alternates="DLM,Dulmékoro,دلمكورو"),
    row(990000002, "Quessarabougou", "NE"),
    row(990000003, "Lost Dulmeck", "ML", "P.PPLQ"),
    row(990000004, "Mount Dulmeck", "ML", "T.MT"),
)


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazetteer")
    out = folder / "mine.sqlite"
    assert extend(SHIPPED, zipped(folder / "dump.zip", *VILLAGES), out, ["ML"]) == 1
    return out


def test_villages_of_the_countries_asked_for(larger: Path) -> None:
    names = open_names(gazetteer=larger)
    (village,) = names.places("Dulmékoro", small=True)
    assert (village.name, village.country, village.lat) == ("Dulmeckoro", "Mali", 14.5)
    assert village.admin1 is not None
    assert names.places("دلمكورو")
    for left_out in ("Quessarabougou", "Lost Dulmeck", "Mount Dulmeck"):
        assert not names.places(left_out, small=True)
    assert names.places("Kabul")  # the shipped ones stay


def test_the_same_dump_makes_the_same_file(larger: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    extend(SHIPPED, zipped(tmp_path / "dump.zip", *VILLAGES), again, ["ML"])
    assert again.read_bytes() == larger.read_bytes()


@pytest.mark.parametrize(
    ("rows", "name", "what"),
    [
        (["a\tb"], "ML.txt", "row 1"),
        ([row(1, "A", "XX")], "ML.txt", "no place"),
        (["x"], "ML.csv", "0 tables"),
        (["0" * 1_000_000], "ML.txt", "unpack"),
        ([row(1, "A", "ML").replace("14.5", "north")], "ML.txt", "a number is wrong"),
    ],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, rows: list[str], name: str, what: str) -> None:
    out = tmp_path / "mine.sqlite"
    with pytest.raises(AssetError, match=what):
        extend(SHIPPED, zipped(tmp_path / "dump.zip", *rows, name=name), out)
    assert list(tmp_path.iterdir()) == [tmp_path / "dump.zip"]


def test_no_zip_and_no_gazetteer(tmp_path: Path) -> None:
    wrong = tmp_path / "text.zip"
    wrong.write_text("no zip")
    with pytest.raises(AssetError, match="no zip file"):
        extend(SHIPPED, wrong, tmp_path / "out.sqlite")
    with pytest.raises(AssetError, match="no file of places"):
        open_names(gazetteer=wrong)
    with pytest.raises(AssetError, match="is not there"):
        open_names(gazetteer=tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("name", "place", "country"),
    [
        ("الموصل", "Mosul", "IQ"), ("Донецк", "Donetsk", "UA"), ("שדרות", "Sderot", "IL"),
        ("巴格达", "Baghdad", "IQ"), ("सोमालिया", "Somalia", "SO"), ("موصل", "Mosul", "IQ"),
        ("W. Va.", "West Virginia", "US"), ("N.S.W.", "New South Wales", "AU"),
    ],
)  # fmt: skip
def test_names_in_other_scripts_and_short_forms(name: str, place: str, country: str) -> None:
    found = open_names().places(name)
    assert (place, country) in {(p.name, p.country_code) for p in found}


def test_short_forms_keep_their_case_and_counties_their_state() -> None:
    names = open_names()
    assert not any(p.country_code == "US" for p in names.places("or"))
    assert [p.name for p in names.demonyms("Texans")] == ["Texas"]
    cook = next(p for p in names.places("Cook County") if p.admin1 == "Illinois")
    assert names.background(cook.ref or "").within == ("geonames:4896861", "geonames:6252001")
