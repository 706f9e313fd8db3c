"""What another coder made of an event: one row of their file.

It has no evidence: no text of ours says it. So it is no account and no claim, founds no incident,
chooses no value and is no voice. It stands beside an incident as that coder's word. What a file
does not say is None; nothing is filled in.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reportedly.records.values import Actor, Place, When


@dataclass(frozen=True, slots=True)
class Toll:
    """Dead of all sides, as coded. Unlike a Count it is not put in order: public files have rows
    whose low stands above their best.
    """

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """Who took part on one side, and how many of them died."""

    actors: tuple[Actor, ...] = ()  # by the names in the file; their kind as far as it is coded
    killed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One event by one coder. ``one`` is who acted where the file tells, else the first side."""

    format: str  # in whose columns and terms it is coded: acled, ged, gtd, sheet ...
    key: str  # the coder's own id of the event
    when: When | None = None
    day: date | None = None  # the one day that the file puts where the date is wider
    place: Place | None = None
    named: bool = True  # False: the place has the name of what it lies in, as none finer is given
    at_sea: bool = False  # in waters or airspace of no country
    words: tuple[str, ...] = ()  # what it was, in the coder's terms, the coarsest first
    type: str | None = None  # the codebook's code for that; None where it has none
    one: Side = Side()
    other: Side = Side()
    killed: Toll | None = None
    civilians: int | None = None  # of the killed
    unknown: int | None = None  # of the killed: of neither side for certain
    attackers: int | None = None  # of the killed: those who attacked
    injured: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFile:
    """A file of a coder, as it was taken in. A forgotten one has lost its name and its rows."""

    id: str
    name: str  # without its folder
    format: str  # acled | ged | gtd | sheet, or a plugin's
    coder: str  # whose coding it is
    sha256: str  # of its bytes
    columns: tuple[str, ...]  # in its own order
    fetched: date | None = None  # the day on which it was got from the coder, if that was said
    map: str | None = None  # of a sheet: how its columns are read, as TOML
    taken_at: datetime | None = None  # UTC; set by the store
    forgotten_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRow:
    """A row of such a file: what we read in it, and every cell as it stood."""

    number: int  # of the line or row in the file; the header has one too
    event: Coded
    cells: tuple[str, ...]  # in the order of the file's columns
    coder: str = ""
    file: str = ""  # id
