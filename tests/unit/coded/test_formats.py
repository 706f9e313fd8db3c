"""A row read and written again is equal in every column that is claimed to come out equal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.codebook import default
from reportedly.coded import IMPORTERS
from reportedly.coded.cells import same
from reportedly.coded.choosing import importer, recognised
from reportedly.coded.terms import type_of
from reportedly.errors import UnusableRow
from reportedly.export import acled, ged, gtd
from reportedly.plugins import Importer
from reportedly.records import Actor, When

EXPORTED = {"acled": acled.COLUMNS, "ged": ged.COLUMNS, "gtd": gtd.COLUMNS}
GED = {
    "id": "412",
    "type_of_violence": "1",
    "gwnoa": "999",
    "side_a": "Government of Quessara",
    "side_b": "Ilvane Ridge Front",
    "where_prec": "2",
    "where_coordinates": "Dulmeck town",
    "adm_1": "Ilvane province",
    "latitude": "-30.7",
    "longitude": "-20.40",
    "country": "Quessara",
    "date_prec": "2",
    "date_start": "2031-03-17 00:00:00.000",
    "date_end": "2031-03-18 00:00:00.000",
    "deaths_a": "1",
    "deaths_b": "4",
    "deaths_civilians": "2",
    "deaths_unknown": "0",
    "best": "7",
    "high": "15",
    "low": "7",
}
ACLED = {
    "event_id_cnty": "QSA77",
    "event_date": "18 March 2031",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Suicide bomb",
    "actor1": "Ilvane Ridge Front",
    "assoc_actor_1": "Grey Lantern; Black Heron Brigade",
    "inter1": "Rebel group",
    "actor2": "Civilians (Quessara)",
    "inter2": "7",
    "country": "Quessara",
    "admin1": "Ilvane",
    "location": "Dulmeck",
    "latitude": "-30.7",
    "longitude": "-20.4",
    "geo_precision": "1",
    "fatalities": "12",
}
GTD = {
    "eventid": "203103180001",
    "iyear": "2031",
    "imonth": "3",
    "iday": "18",
    "country_txt": "Quessara",
    "provstate": "Ilvane",
    "city": "Dulmeck",
    "latitude": "-30.7",
    "longitude": "-20.4",
    "specificity": "1",
    "attacktype1": "3",
    "attacktype1_txt": "Bombing/Explosion",
    "suicide": "1",
    "gname": "Ilvane Ridge Front",
    "guncertain1": "1",
    "nkill": "13.0",
    "nkillter": "1",
    "nwound": "31",
}
ROWS = {"acled": ACLED, "ged": GED, "gtd": GTD}


def whole(format: str, **cells: str) -> dict[str, str]:
    """A row with all columns of its format."""
    empty = dict.fromkeys(importer(format).layout.columns, "")
    return {**empty, **ROWS[format], **cells}


def differing(one: Importer, cells: dict[str, str]) -> list[str]:
    """The claimed columns that do not come out equal."""
    made = one.write(one.read(cells), default())
    claimed = [name for name, how in one.layout.columns.items() if how != "kept"]
    derived = {"year", "priogrid_gid"} if not cells.get("year") else set()
    return [n for n in claimed if n not in derived and not same(made[n], cells[n] or None)]


@pytest.mark.parametrize("format", sorted(IMPORTERS))
def test_columns_are_those_of_the_export_in_its_order(format: str) -> None:
    assert [*importer(format).layout.columns] == [column.name for column in EXPORTED[format]]


@pytest.mark.parametrize("format", sorted(IMPORTERS))
def test_what_is_claimed_is_what_is_written(format: str) -> None:
    one = importer(format)
    made = one.write(one.read(whole(format)), default())
    assert {n for n, how in one.layout.columns.items() if how != "kept"} <= made.keys()
    assert made.keys() <= one.layout.columns.keys()


@pytest.mark.parametrize("format", sorted(IMPORTERS))
def test_a_row_comes_out_equal(format: str) -> None:
    assert differing(importer(format), whole(format)) == []


numbers = st.integers(0, 10**9 - 1).map(str) | st.just("")
days = st.dates(date(1946, 1, 1), date(2040, 1, 1))
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text.strip() == text
)
degrees = st.sampled_from(["-30.7", "0.0", "89.999999", "-0.5", "12.345678901234", "7"])


@given(
    days,
    st.integers(0, 400),
    st.integers(1, 5),
    st.integers(1, 7),
    st.lists(numbers, min_size=7, max_size=7),
    words,
    degrees,
    st.sampled_from(["1", "2", "3"]),
)
def test_any_row_of_ged(
    first: date,
    more: int,
    date_prec: int,
    where_prec: int,
    tolls: list[str],
    name: str,
    point: str,
    violence: str,
) -> None:
    named = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
    cells = whole(
        "ged",
        date_start=first.isoformat(),
        date_end=date.fromordinal(first.toordinal() + more).isoformat(),
        date_prec=str(date_prec),
        where_prec=str(where_prec),
        where_coordinates=name,
        side_b=name,
        latitude=point,
        longitude=point,
        type_of_violence=violence,
        year=str(first.year),
        **dict(zip(named, tolls, strict=True)),
    )
    assert differing(importer("ged"), cells) == ["priogrid_gid"]  # which is empty in these rows


@given(days, st.integers(1, 3), st.integers(1, 3), numbers, st.lists(words, max_size=4), degrees)
def test_any_row_of_acled(
    day: date, time: int, geo: int, dead: str, beside: list[str], point: str
) -> None:
    cells = whole(
        "acled",
        event_date=day.isoformat(),
        time_precision=str(time),
        geo_precision=str(geo),
        fatalities=dead,
        assoc_actor_1="; ".join(beside),
        latitude=point,
        longitude=point,
        year=str(day.year),
    )
    assert differing(importer("acled"), cells) == []


@given(days, st.integers(0, 2), st.integers(1, 5), numbers, words)
def test_any_row_of_gtd(day: date, known: int, specificity: int, dead: str, name: str) -> None:
    cells = whole(
        "gtd",
        iyear=str(day.year),
        imonth=str(day.month if known else 0),
        iday=str(day.day if known > 1 else 0),
        specificity=str(specificity),
        nkill=dead,
        nwound=dead,
        gname=name,
        city=name,
    )
    assert differing(importer("gtd"), cells) == []


def test_ged_says_who_is_a_state_and_who_is_not() -> None:
    sides = {
        violence: (coded.one.actors[0].kind, coded.other.actors[0].kind)
        for violence in ("1", "2", "3")
        if (coded := importer("ged").read(whole("ged", type_of_violence=violence)))
    }
    assert sides == {
        "1": ("government", "armed_group"),
        "2": ("armed_group", "armed_group"),
        "3": ("government", "civilian"),
    }


def test_acled_puts_one_day_where_the_date_is_wider() -> None:
    day = date(2031, 3, 18)
    for precision, expected in (
        ("1", When(day, day, "day")),
        ("2", When(date(2031, 3, 12), date(2031, 3, 24), "week")),
        ("3", When(date(2031, 3, 1), date(2031, 3, 31), "month")),
    ):
        coded = importer("acled").read(whole("acled", time_precision=precision))
        assert (coded.when, coded.day) == (expected, day)


def test_unknown_is_not_zero() -> None:
    for format, column in (("acled", "fatalities"), ("gtd", "nkill")):
        coded = importer(format).read(whole(format, **{column: ""}))
        assert coded.killed is None
        assert importer(format).write(coded, default())[column] is None


def test_gtd_unknown_is_nobody_and_nowhere_finer() -> None:
    coded = importer("gtd").read(whole("gtd", gname="Unknown", city="Unknown", specificity="4"))
    assert coded.one.actors == ()
    assert coded.place is not None
    assert (coded.place.name, coded.place.precision, coded.named) == ("Ilvane", "admin1", False)
    made = importer("gtd").write(coded, default())
    assert (made["gname"], made["city"]) == ("Unknown", "Unknown")


def test_gtd_doubts_and_suicide_are_read() -> None:
    coded = importer("gtd").read(whole("gtd"))
    assert coded.one.actors == (Actor("Ilvane Ridge Front", qualifier="suspected"),)
    assert coded.type == "suicide_bombing"


def test_types_are_codes_of_the_codebook() -> None:
    terms = [("acled", "Suicide bomb"), ("acled", "Peaceful protest"), ("gtd", "Assassination")]
    assert [type_of(*one) for one in terms] == ["suicide_bombing", None, "assassination"]
    book = default().types
    for format in ("acled", "gtd"):
        for code, there in default().elsewhere[format]["type"].items():
            term = there.get("sub_event_type") or there.get("attacktype1_txt")
            found = type_of(format, str(term))
            assert found is None or found in book, code


@pytest.mark.parametrize(
    ("format", "column", "cell", "said"),
    [
        ("ged", "id", " ", "id is empty"),
        ("ged", "date_start", "2031-02-30", "no calendar has"),
        ("ged", "date_start", "3/4/2031", "no day written as"),
        ("ged", "date_end", "2031-03-01", "before date_start"),
        ("ged", "date_prec", "9", "it goes from 1 to 5"),
        ("ged", "best", "-1", "no number of people"),
        ("ged", "best", "9" * 1_000_000, "no whole number"),
        ("ged", "best", "1.5", "no whole number"),
        ("ged", "best", "=1+1", "no whole number"),
        ("ged", "latitude", "95", "not degrees"),
        ("ged", "latitude", "nan", "not degrees"),
        ("ged", "longitude", "1e999", "not degrees"),
        ("ged", "type_of_violence", "4", "it goes from 1 to 3"),
        ("gtd", "iyear", "0", "no calendar has"),
        ("gtd", "imonth", "13", "it goes from 0 to 12"),
        ("gtd", "nwound", "many", "no whole number"),
        ("acled", "event_date", "18 Brumaire 2031", "no day written as"),
        ("acled", "fatalities", "-5", "no number of people"),
    ],
)
def test_a_row_that_cannot_be_says_why(format: str, column: str, cell: str, said: str) -> None:
    with pytest.raises(UnusableRow, match=said) as error:
        importer(format).read(whole(format, **{column: cell}))
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("format", sorted(IMPORTERS))
def test_a_format_is_told_by_its_columns(format: str) -> None:
    found = recognised([*importer(format).layout.columns])
    assert found is not None
    assert found.name == format


def test_our_columns_are_nobodys() -> None:
    assert recognised(["id", "date", "place", "killed"]) is None
