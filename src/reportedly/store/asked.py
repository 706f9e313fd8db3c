"""What a reader asks of incidents, statements and reports, as conditions of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from reportedly.records.names import folded
from reportedly.store import tables
from reportedly.store.derived_tables import listed, listed_names, members, profiles
from reportedly.store.queries import FORGOTTEN
from reportedly.store.search import WORDS, Words, matching, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters that compose; an empty one lets everything through. What is unknown of an incident
    passes no filter that asks for it. Days are those of the incident; of a report or a statement,
    those of publication.
    """

    words: str = ""  # all of them, in a report
    type: str = ""  # a code
    place: str = ""  # words in the name of a place, province or country
    precision: str = ""  # how finely the place is known
    actor: str = ""  # words in the name of who is reported to have done it
    first: date | None = None
    last: date | None = None
    disputed: str = ""  # a kind of dispute, or "any"
    source: str = ""  # words in the publisher's name
    act: str = ""  # of statements
    speaker: str = ""  # words in the speaker's name or body

    def __bool__(self) -> bool:
        return self != Asked()


def of_incidents(asked: Asked, words: Words) -> list[ColumnElement[bool]]:
    """Conditions on ``listed``. ``words``: how those that are asked for are found."""
    row = listed.c
    found: list[ColumnElement[bool]] = []
    if asked.type:
        found.append(row.type == asked.type)
    if asked.place:
        found.append(row.number.in_(_named(asked.place, "place")))
    if asked.precision:
        found.append(row.place_precision == asked.precision)
    if asked.actor:
        plain = row.actors.icontains(asked.actor, autoescape=True)
        found.append(or_(row.number.in_(_named(asked.actor, "actor")), plain))
    if asked.first:
        found.append(row.latest >= asked.first.isoformat())
    if asked.last:
        found.append(row.earliest <= asked.last.isoformat())
    if asked.disputed == "any":
        found.append(row.disputes > 0)
    elif asked.disputed:
        found.append(row.disputed.contains(f" {asked.disputed} ", autoescape=True))
    if asked.words or asked.source:
        reports = Asked(words=asked.words, source=asked.source)
        told = select(members.c.incident).join(profiles, profiles.c.number == members.c.number)
        if words is Words.ASKED:  # most incidents have it: each is asked, as far as the page goes
            there = told.join(tables.reports, tables.reports.c.id == profiles.c.report)
            mine = there.where(members.c.incident == row.incident, *of_reports(reports, words))
            found.append(mine.exists())
        else:
            ids = select(tables.reports.c.id).where(*of_reports(reports, words))
            found.append(row.incident.in_(told.where(profiles.c.report.in_(ids))))
    return found


def of_reports(asked: Asked, words: Words) -> list[ColumnElement[bool]]:
    """Conditions on ``reports``. ``words``: how those that are asked for are found."""
    row = tables.reports.c
    found: list[ColumnElement[bool]] = []
    if asked.first:
        found.append(row.published >= asked.first.isoformat())
    if asked.last:
        found.append(row.published <= asked.last.isoformat())
    if asked.source:
        found.append(row.publisher.icontains(asked.source, autoescape=True))
    if every := words_of(asked.words):
        found.append(_with_words(every, words))
    return found or [row.id.not_in(FORGOTTEN)]  # these have no day, publisher or words left


def of_statements(asked: Asked, words: Words) -> list[ColumnElement[bool]]:
    """Conditions on ``statements``, of current readings alone. Whether the words are said, whole
    and in any case, is for the caller to see: a database compares no more than plain letters.
    """
    row, readings = tables.statements.c, tables.readings.alias("later")
    found: list[ColumnElement[bool]] = [
        ~select(readings.c.n)
        .where(readings.c.report == row.report, readings.c.n > row.reading)
        .exists()
    ]
    if asked.act:
        found.append(row.act == asked.act)
    if asked.speaker:
        parts = (row.speaker, row.affiliation, row.speaker_role)
        found.append(or_(*(p.icontains(asked.speaker, autoescape=True) for p in parts)))
    if asked.first or asked.last or asked.source or asked.words:
        there = select(tables.reports.c.id).where(*of_reports(asked, words))
        mine = there.where(tables.reports.c.id == row.report)
        found.append(mine.exists() if words is Words.ASKED else row.report.in_(there))
    found += [_said(word) for word in words_of(asked.words) if word.isascii()]
    return found


def _said(word: str) -> ColumnElement[bool]:
    """The word is in what is said, or in who says it."""
    row, quoted = tables.statements.c, tables.evidence.c
    content = select(quoted.n).where(
        quoted.reading == row.reading,
        quoted.owner == row.id,
        quoted.use == "content",
        quoted.quote.icontains(word, autoescape=True),
    )
    who = (part.icontains(word, autoescape=True) for part in (row.speaker, row.affiliation))
    return or_(*who, content.exists())


def _named(words: str, kind: str) -> Select[Any]:
    """Numbers of the incidents with a name of a kind that has these words in a row."""
    name = listed_names.c.name.contains(folded(words) or words.casefold(), autoescape=True)
    return select(listed_names.c.number).where(name, listed_names.c.kind == kind)


def _with_words(every: Sequence[str], words: Words) -> ColumnElement[bool]:
    """A report has all of them."""
    row = tables.reports.c
    if words is Words.SCANNED:
        parts = (row.text, row.title)
        each = (or_(*(p.icontains(word, autoescape=True) for p in parts)) for word in every)
        return and_(*each)
    found = select(WORDS.c.rowid).where(matching(every))
    if words is Words.ASKED:  # looked up for one report at a time
        return found.where(WORDS.c.rowid == row.n).exists()
    return row.n.in_(found)


def count_figure() -> ColumnElement[Any]:
    """The one number that stands for the killed of a row; null where none is stated."""
    row = listed.c
    return func.coalesce(row.killed_best, row.killed_low, row.killed_high)
