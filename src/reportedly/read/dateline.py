"""What the first lines of a plain text state about it: day, publisher, title. Pure.

Read are a wire dateline ("KABUL, March 4, 2024 (Reuters) -"), labelled lines ("Published: 3 May
2024", "Source: AFP", "Title: ...") and a line that is nothing but a full date. A date without a
year is not a stated date. A name in brackets before the dash is a publisher only where it cannot
well be a country or province: a known agency, an abbreviation, an outlet's word ("News", "Radio"),
or whatever follows a date.
"""

import re
from dataclasses import dataclass
from datetime import date

from reportedly.read.dates import CLOCK, DAY, MONTH, WEEKDAY, WRITTEN, parse_published, written_date

HEAD_LINES = 8  # non-blank lines that may be a header
HEADER_LINE = 160  # characters; a longer line is prose, and after it no header is looked for
DATELINE = 200  # characters within which a dateline ends in its dash

AGENCIES = frozenset(
    """reuters thomson reuters foundation|associated press|agence france-presse|xinhua|bloomberg|
    anadolu|anadolu agency|tass|interfax|kyodo|jiji|yonhap|antara|bernama|efe|ansa|dpa|belga|
    the new humanitarian|al jazeera|al arabiya|bbc|cnn|npr|deutsche welle|voice of america|
    radio dabanga|radio okapi|radio ergo|dawn|the guardian|the hindu|press trust of india|
    united news of bangladesh|inter press service|human rights watch|amnesty international|
    insecurity insight|un news|agencies|wafa|sana|irna|mehr|fars|tolonews|khaama press|
    premium times|sahara reporters|garowe online|middle east eye|middle east monitor|rudaw|
    kurdistan 24|irrawaddy|mizzima|the irrawaddy|ukrinform|ria novosti|afp|ap|upi|pti|ani|app|
    unb|aa|who|ocha|ohchr""".replace("\n    ", "").split("|")
)
NOT_AGENCIES = frozenset({"UN", "EU", "US", "USA", "UK", "UAE", "DRC", "CAR", "KSA", "PNG", "DR"})
_OUTLET = re.compile(
    r"\b(?:news|press|agency|radio|times|post|television|tv|media|wire|herald|tribune|gazette|"
    r"online|reporter|reporters|journal|broadcasting|service|monitor|network|daily)\b",
    re.IGNORECASE,
)

_DASH = re.compile(r"(?<=[\s)])(?:--|[-\u2010-\u2015])(?=\s)|\s?(?:--|\u2014)")
_AGENCY = re.compile(r"\s{0,3}\((?P<agency>[^()]{2,60})\)\s{0,3}:?$")
_YEARLESS = rf"{MONTH}\s{{1,3}}{DAY}|{DAY}\s{{1,3}}{MONTH}"
_DATED = re.compile(
    rf"(?:^|,\s{{0,3}}){WEEKDAY}(?:{WRITTEN}|(?P<yearless>{_YEARLESS}))\s{{0,3}},?$",
    re.IGNORECASE | re.ASCII,
)
_LABEL = re.compile(
    r"\s*(?P<label>published(?:\s(?:on|at))?|publication date|date published|posted(?:\son)?|"
    r"date(?: of publication)?|source|publisher|published by|title|headline)"
    r"(?P<colon>\s?:)?\s{1,5}(?P<value>\S.*)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{4,}")
_BARE_DATE = re.compile(rf"\s*{WEEKDAY}(?:{WRITTEN}){CLOCK}\s*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Dateline:
    published: date | None = None
    publisher: str | None = None
    title: str | None = None


def read_dateline(text: str) -> Dateline:
    """The facts that the text's first lines state; None for each that they do not."""
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    for line in _head(text):
        if wire := _wire(line):
            published, publisher = published or wire.published, publisher or wire.publisher
            break  # a dateline opens the story itself
        if len(line) > HEADER_LINE:
            break
        if label := _LABEL.fullmatch(line):
            kind, value = label["label"].lower(), label["value"].strip()
            named = label["colon"] is not None
            if kind in ("source", "publisher", "published by"):
                publisher = publisher or (value if named else None)
            elif kind in ("title", "headline"):
                title = title or (value if named else None)
            else:
                published = published or parse_published(value)
        elif bare := _BARE_DATE.fullmatch(line):
            published = published or written_date(bare)
    return Dateline(published, publisher, title)


def _head(text: str) -> list[str]:
    lines = (line.strip() for line in text[:4000].splitlines())
    return [line for line in lines if line][:HEAD_LINES]


def _wire(line: str) -> Dateline | None:
    """The facts of "PLACE, DATE (AGENCY) -", of which all but the dash may be missing."""
    dash = _DASH.search(line[:DATELINE])
    if dash is None:
        return None
    head = line[: dash.start()].rstrip()
    agency = _AGENCY.search(head)
    head = head[: agency.start()] if agency else head
    dated = _DATED.search(head)
    place = head[: dated.start()] if dated else head
    # prose before a dash is no dateline: "Gunmen (12 of them) - "
    if not all(word[0].isupper() for word in _WORDS.findall(place)):
        return None
    # nor is a line of a chronology: "March 4, 2024 - "
    if not agency and not (place and place.split(",")[0].isupper()):
        return None
    published = written_date(dated) if dated and not dated["yearless"] else None
    publisher = _publisher(agency["agency"].strip(), dated is not None) if agency else None
    return Dateline(published, publisher)


def _publisher(name: str, dated: bool) -> str | None:
    abbreviated = name.isupper() and name.isalpha() and len(name) <= 8 and name not in NOT_AGENCIES
    known = name.lower() in AGENCIES or _OUTLET.search(name) is not None
    return name if known or dated or abbreviated else None
