"""Find reports and statements by words: full-text where the database has it, else by pattern."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)

from reportedly.records import Report, Statement
from reportedly.store import tables
from reportedly.store.dialect import has_word_index

_WORD = re.compile(r"\w+")
_MANY = 5_000  # reports: so many are looked up one by one, not listed
WORDS = table("report_words", column("rowid"))


class Words(Enum):
    """How reports are found by the words that are asked for."""

    SCANNED = "every text is looked through: the database has no index of words"
    LISTED = "the index lists the reports that have them"
    ASKED = "the index is asked about one report after the other"


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that have all the words, best first, and the statements that have them all."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]


def words_of(query: str) -> list[str]:
    return [word.group() for word in _WORD.finditer(query)]


def how(connection: Connection, query: str, *, page: bool = False) -> Words:
    """The way that is fastest for the words of a query. ``page``: for its first rows, where words
    that nearly every report has are soon found; to go through all rows, listing is faster.
    """
    if not has_word_index(connection):
        return Words.SCANNED
    words = words_of(query)
    if not words or not page:
        return Words.LISTED
    some = select(WORDS.c.rowid).where(matching(words)).limit(_MANY).subquery()
    many = connection.scalar(select(func.count()).select_from(some)) or 0
    return Words.ASKED if many >= _MANY else Words.LISTED


def matching(words: Sequence[str]) -> ColumnElement[bool]:
    """A condition on the index: all the words, whatever their case."""
    quoted = " ".join(f'"{word}"' for word in words)  # words only: no operator gets through
    condition: ColumnElement[bool] = literal_column("report_words").op("MATCH")(quoted)
    return condition


def index_words(connection: Connection, report: str) -> None:
    """Have a new report found by its words, where the database has an index of words."""
    if has_word_index(connection):
        new = "INSERT INTO report_words(rowid, title, text) SELECT n, title, text FROM reports"
        connection.execute(text(f"{new} WHERE id = :id"), {"id": report})


def matching_reports(connection: Connection, words: Sequence[str], limit: int) -> list[str]:
    """Ids of the reports whose text or title has all the words, whatever their case."""
    if not words:
        return []
    if has_word_index(connection):
        query = text(
            "SELECT reports.id FROM report_words JOIN reports ON reports.n = report_words.rowid "
            "WHERE report_words MATCH :words ORDER BY rank, reports.n LIMIT :limit"
        )
        quoted = " ".join(f'"{word}"' for word in words)  # words only: no operator gets through
        return list(connection.scalars(query, {"words": quoted, "limit": limit}))
    columns = (tables.reports.c.text, tables.reports.c.title)
    each = [or_(*(c.icontains(word, autoescape=True) for c in columns)) for word in words]
    found = select(tables.reports.c.id).where(and_(*each)).order_by(tables.reports.c.n).limit(limit)
    return list(connection.scalars(found))


def says(statement: Statement, words: Sequence[str]) -> bool:
    """True if the words said, or who said them, have all the words."""
    speaker = statement.speaker
    quoted = (
        f"{statement.content.quote} {speaker.name or ''} {speaker.affiliation or ''}".casefold()
    )
    return all(word.casefold() in quoted for word in words)
