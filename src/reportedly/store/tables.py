"""The tables of what is kept. Rows are added and never changed; every row says when it was
recorded. The one exception is a report that is forgotten: see ``forgetting``.

``n`` is the order of storing. Accounts, claims, statements and evidence belong to one reading of
one report; the newest reading of a report is the current one. Times are UTC, ISO 8601, so that
their text sorts as they do. Values of claims and decisions are JSON of ``records.codec``.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _order() -> Column[int]:
    return Column("n", Integer, primary_key=True)


def _recorded() -> Column[str]:
    return Column("recorded_at", Text, nullable=False)


def _of_reading() -> Column[int]:
    return Column("reading", Integer, ForeignKey("readings.n"), nullable=False, index=True)


def _text(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not required)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    _text("media_type", required=True),
    Column("data", LargeBinary, nullable=False),
    _recorded(),
)

reports = Table(
    "reports",
    metadata,
    _order(),
    Column("id", Text, nullable=False, unique=True),
    _text("name", required=True),
    _text("title"),
    _text("publisher"),
    _text("published"),
    _text("language"),
    _text("url"),
    Column("original", Text, ForeignKey("originals.sha256"), nullable=True),
    _text("text", required=True),
    _recorded(),
    Index("reports_by_day", "published", "publisher", "id"),  # so that counting opens no text
)

readings = Table(
    "readings",
    metadata,
    _order(),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    _text("extractor", required=True),
    _text("fingerprint", required=True),  # SHA-256 of what was read
    _recorded(),
)

accounts = Table(
    "accounts",
    metadata,
    _order(),
    _of_reading(),
    # of the incident it would found; kept when a report is read again
    Column("number", Integer, nullable=False, index=True),
    Column("id", Text, nullable=False, index=True),
    Column("report", Text, nullable=False, index=True),
    _number("place"),
    _text("role", required=True),
    Column("score", Float),
    _text("by", required=True),
    _recorded(),
    UniqueConstraint("reading", "id"),
)

claims = Table(
    "claims",
    metadata,
    _order(),
    _of_reading(),
    Column("id", Text, nullable=False, index=True),
    _text("account", required=True),
    _text("field", required=True),
    _text("value", required=True),
    _text("statement"),
    _text("voice"),
    _text("whom"),
    _text("part_of"),
    _text("superseded_by"),
    _text("said_on"),
    Column("score", Float),
    _text("by", required=True),
    _recorded(),
)

statements = Table(
    "statements",
    metadata,
    _order(),
    _of_reading(),
    Column("id", Text, nullable=False, index=True),
    _text("report", required=True),
    _text("speaker"),
    _text("speaker_ref"),
    _text("speaker_role"),
    _text("affiliation"),
    _text("act", required=True),
    _text("mode", required=True),
    _text("said"),  # a date, as JSON
    _text("forum"),
    _text("addressee"),
    _text("rebuts", required=True),  # ids, as a JSON list
    _text("nested_in"),
    _text("horizon"),  # as JSON
    _text("by", required=True),
    _recorded(),
)

actors = Table(
    "actors",
    metadata,
    _order(),
    _of_reading(),
    _text("id", required=True),
    _text("value", required=True),
    _recorded(),
)

disputes = Table(
    "disputes",
    metadata,
    _order(),
    _of_reading(),
    _text("id", required=True),
    _text("one", required=True),
    _text("other", required=True),
    _text("kind", required=True),
    _text("field"),
    _text("issue"),
    _text("incident"),
    _recorded(),
)

evidence = Table(
    "evidence",
    metadata,
    _order(),
    _of_reading(),
    _text("owner", required=True),  # id of the account, claim, statement or actor
    _text("use", required=True),  # mention | claim | speaker | content | cue | alias
    _text("report", required=True),
    _number("first"),  # code points
    _number("last"),  # exclusive
    _text("quote", required=True),
    _text("part", required=True),  # text | title
    _recorded(),
)

decisions = Table(
    "decisions",
    metadata,
    _order(),
    Column("id", Text, nullable=False, unique=True),
    _text("action", required=True),
    _text("subject", required=True),  # ids, as a JSON list
    _text("field"),
    _text("value"),
    _text("reviewer", required=True),
    _text("made_at", required=True),
    _text("reason", required=True),
    _text("replaces"),
    _recorded(),
    _text("anchors"),  # as a JSON list; null: made before anchors were kept
)

failures = Table(
    "failures",
    metadata,
    _order(),
    Column("reading", Integer, ForeignKey("readings.n"), nullable=True, index=True),
    _text("source", required=True),
    _text("stage", required=True),
    _text("reason", required=True),
    _recorded(),
)

# What is left of a report that was erased: enough to know it again, and nothing that it said.
tombstones = Table(
    "tombstones",
    metadata,
    _order(),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, unique=True),
    Column("digest", Text, nullable=False, index=True),  # SHA-256 of the text, UTF-8
    _text("reviewer", required=True),
    _text("reason", required=True),
    _recorded(),
)

settings = Table(
    "settings",
    metadata,
    _order(),
    _text("name", required=True),
    _text("value", required=True),
    _recorded(),
)
