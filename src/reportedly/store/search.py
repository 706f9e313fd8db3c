"""Find reports and statements by words: full-text where the database has it, else by pattern."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select, text

from reportedly.records import Report, Statement
from reportedly.store import tables
from reportedly.store.dialect import has_word_index

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that have all the words, best first, and the statements that have them all."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]


def words_of(query: str) -> list[str]:
    return [word.group() for word in _WORD.finditer(query)]


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
