"""Somebody's spreadsheet: read by its map, and a map proposed for it."""

import tomllib
from collections.abc import Sequence
from datetime import date

import pytest

from reportedly.codebook import default
from reportedly.coded.mapped import SheetImporter, parse_map, unmapped
from reportedly.coded.proposing import propose
from reportedly.errors import BadMap, UnusableRow
from reportedly.plugins import Background
from reportedly.records import Actor, Coded, Place, Toll, When

COLUMNS = ("No.", "Date", "Town", "Province", "Country", "Kind", "Group", "Dead", "Remarks")
MAP = """
coder = "Ilvane Desk"
date_order = "day first"
[columns]
id = "No."
date = "Date"
place = "Town"
admin1 = "Province"
country = "Country"
type = "Kind"
perpetrator = "Group"
killed = "Dead"
[unknown]
words = ["n/a", "?"]
[types]
"IED" = "bombing"
"""


class NoNames:
    """A gazetteer of one country."""

    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        return [Place(name, "country", country_code="XA")] if name == "Quessara" else []

    def demonyms(self, word: str) -> Sequence[Place]:
        return []

    def actors(self, name: str) -> Sequence[Actor]:
        return []

    def background(self, ref: str) -> Background:
        return Background()

    def branches(self, ref: str) -> Sequence[Actor]:
        return []

    def backed(self, code: str) -> Sequence[Actor]:
        return []


def read(*cells: str, map: str = MAP) -> Coded:
    sheet = SheetImporter(parse_map(map, default()), COLUMNS, default())
    return sheet.read(dict(zip(COLUMNS, cells, strict=True)))


def test_a_row_by_its_map() -> None:
    row = ("7", "04/03/2031", "Dulmeck", "Ilvane", "Quessara", "ied", "Grey Lantern", "7", "x")
    coded = read(*row)
    day = date(2031, 3, 4)
    assert (coded.key, coded.when) == ("7", When(day, day, "day"))
    assert coded.place == Place("Dulmeck", "name", "Ilvane", "Quessara")
    assert (coded.type, coded.words) == ("bombing", ("ied",))
    assert coded.one.actors == (Actor("Grey Lantern"),)
    assert coded.killed == Toll(None, 7, None)


def test_what_a_sheet_does_not_say_is_unknown() -> None:
    coded = read("8", "?", "n/a", "", "Quessara", "quarrel", "N/A", "?", "")
    assert (coded.when, coded.type, coded.one.actors, coded.killed) == (None, None, (), None)
    assert coded.place == Place("Quessara", "country", country="Quessara")
    assert not coded.named
    assert read("9", "?", "", "", "", "", "", "0", "").killed == Toll(None, 0, None)


def test_a_code_is_its_own_term() -> None:
    assert read("1", "", "", "", "", "Suicide bombing", "", "", "").type == "suicide_bombing"


def test_rows_without_an_id_are_told_apart_by_what_they_say() -> None:
    plain = MAP.replace('id = "No."\n', "")
    one = read("1", "", "Dulmeck", "", "", "", "", "1", "", map=plain)
    other = read("1", "", "Dulmeck", "", "", "", "", "2", "", map=plain)
    again = read("1", "", "Dulmeck", "", "", "", "", "1", "", map=plain)
    assert one.key == again.key != other.key


def test_dates_in_columns_of_their_own() -> None:
    parts = '[columns]\nyear = "No."\nmonth = "Date"\nday = "Town"\n'
    rest = ("", "", "", "", "", "")
    found = [
        read(*cells, *rest, map=parts).when
        for cells in (("2031", "3", "4"), ("2031", "12", ""), ("2031", "", ""), ("", "", ""))
    ]
    assert found == [
        When(date(2031, 3, 4), date(2031, 3, 4), "day"),
        When(date(2031, 12, 1), date(2031, 12, 31), "month"),
        When(date(2031, 1, 1), date(2031, 12, 31), "year"),
        None,
    ]


def test_a_date_that_the_map_does_not_explain_is_no_date() -> None:
    with pytest.raises(UnusableRow, match="date_order"):
        read(
            "1", "04/03/2031", *[""] * 7,
            map=MAP.replace('date_order = "day first"\n', ""),
        )  # fmt: skip
    with pytest.raises(UnusableRow, match="no calendar has"):
        read("1", "31/02/2031", *[""] * 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[columns", "not TOML"),
        ('unknown = ["?"]\n[columns]\ndate = "Date"\n', "holds words"),
        ("columns = 7\n", "each with one text"),
        ('[columns]\nid = "No."\n', "where the date stands"),
        ('[columns]\ndate = "Date"\ntown = "Town"\n', "columns.town is not known"),
        ('colums = 1\n[columns]\ndate = "Date"\n', "colums is not known"),
        ('date_order = "us"\n[columns]\ndate = "Date"\n', "day first"),
        ('[columns]\ndate = "Date"\n[types]\nIED = "bomb"\n', "no code bomb"),
        ("[columns]\ndate = 3\n", "each with one text"),
        ('[columns]\ndate = "Day"\n', "the sheet has no column 'Day'"),
    ],
)
def test_a_map_that_does_not_fit_says_why(text: str, said: str) -> None:
    with pytest.raises(BadMap, match=said):
        SheetImporter(parse_map(text, default()), COLUMNS, default())


def test_columns_that_a_map_does_not_name() -> None:
    assert unmapped(MAP, COLUMNS) == ["Remarks"]


ROWS = [
    (
        str(n),
        f"{n:02}/03/2031",
        "Dulmeck",
        "Ilvane",
        "Quessara",
        "IED",
        "n/a" if n % 2 else "Grey Lantern",
        str(n % 5),
        "so",
    )
    for n in range(1, 29)
]


def test_a_proposed_map_reads_the_sheet() -> None:
    proposal = propose(COLUMNS, ROWS, NoNames(), default())
    assert proposal.open == ()
    map = parse_map(proposal.text, default())
    assert map.columns == {
        "id": "No.",
        "date": "Date",
        "place": "Town",
        "admin1": "Province",
        "country": "Country",
        "type": "Kind",
        "perpetrator": "Group",
        "killed": "Dead",
    }
    assert (map.order, map.unknown) == ("day first", frozenset({"n/a"}))
    assert '# kept, not read: "Remarks"' in proposal.text
    assert '# "IED" = ""  # 28 rows' in proposal.text
    coded = SheetImporter(map, COLUMNS, default()).read(dict(zip(COLUMNS, ROWS[0], strict=True)))
    assert coded.when == When(date(2031, 3, 1), date(2031, 3, 1), "day")


def test_what_cannot_be_told_is_left_open() -> None:
    early = [row for row in ROWS if int(row[0]) <= 12]
    proposal = propose(COLUMNS, early, NoNames(), default())
    assert proposal.open == ("whether dates have the day or the month first",)
    no_date = propose(("No.", "Town"), [("1", "Dulmeck")], NoNames(), default())
    assert no_date.open == ("no column of dates was found",)


def test_a_column_that_is_named_like_a_field_and_holds_none_of_it_says_so() -> None:
    rows = [("2031-03-01", "2031", "four", "so"), ("2031-03-02", "2031", "eighteen", "so")]
    proposal = propose(("Date", "Year", "Killed", "Remarks"), rows, NoNames(), default())
    left = [line for line in proposal.text.splitlines() if line.startswith("# kept, not read")]
    assert left == [
        '# kept, not read: "Year"',
        '# kept, not read: "Killed"  # named like killed, but too few of its cells can be that',
        '# kept, not read: "Remarks"',
    ]


def test_a_name_alone_proves_nothing() -> None:
    proposal = propose(("Date", "Dead", "Lat"), [("soon", "many", "north")], NoNames(), default())
    assert tomllib.loads(proposal.text)["columns"] == {}


def test_hostile_names_of_columns_stay_text() -> None:
    columns = ('Date"\nkilled = "x', "Dead # 7", "\x7f\u202e")
    rows = [("2031-03-04", "7", "x")]
    proposal = propose(columns, rows, NoNames(), default())
    assert set(tomllib.loads(proposal.text)["columns"].values()) <= set(columns)
