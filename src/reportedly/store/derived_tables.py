"""The tables of what is derived: linking's own, and the history of what was believed.

Linking's rows are replaced as it goes on; accounts go by their numbers there. Rows of
``incidents`` are added and stay: the newest of an id at a moment is what was believed then.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, Text

from reportedly.store.tables import metadata

profiles = Table(
    "profiles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account", Text, nullable=False, index=True),
    Column("day", Integer, nullable=False),  # rank: ordinal of the day it was known
    Column("report", Text, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("toward", Integer, nullable=True, index=True),  # the earlier account it is drawn to
    Column("pull", Float, nullable=True),  # the probability of the two
    Column("body", Text, nullable=False),  # what linking looks at, as link.packed writes it
)

keys = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # the account's, as above
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),  # the lower number
    Column("other", Integer, primary_key=True, autoincrement=False, index=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("incident", Text, nullable=False, index=True),
)

incidents = Table(
    "incidents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("state", Text, nullable=False),  # believed | joined | withdrawn
    Column("home", Text, nullable=True),  # of a joined one: the incident it is now part of
    Column("body", Text, nullable=True),  # the incident, as JSON; none where not believed
    Column("reason", Text, nullable=False),  # why it came, changed or went, in words
    Column("recorded_at", Text, nullable=False, index=True),
    Index("incidents_id", "id", "n"),
)

_KILLED = ("killed_low", "killed_best", "killed_high")
PLACE = ("lat", "lon", "place", "place_precision", "country_code", "admin1", "country")

# What lists show, filter and add up of each incident that is believed now; "listing" fills it.
listed = Table(
    "listed",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("incident", Text, nullable=False, unique=True),
    Column("type", Text),
    Column("status", Text),
    Column("earliest", Text),  # ISO days; none: no date is reported
    Column("latest", Text),
    Column("date_precision", Text),
    Column("place", Text),
    Column("admin1", Text),
    Column("country", Text),
    Column("country_code", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("place_precision", Text),
    Column("killed_low", Integer),  # as in the count; all none: not stated, which is no zero
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("injured_low", Integer),
    Column("injured_best", Integer),
    Column("injured_high", Integer),
    Column("actors", Text, nullable=False),  # who is reported to have done it, "; " between
    Column("accounts", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("disputed", Text, nullable=False),  # kinds of dispute, a blank before and after each
    Column("decided", Integer, nullable=False),  # 1: a person chose a value of it
    Column("changed_at", Text, nullable=False),
    # These hold all that is added up, so that adding up reads no row.
    Index("listed_days", "earliest", "latest", *_KILLED),
    Index("listed_places", *PLACE, *_KILLED),
    Index("listed_disputes", "disputes", "number"),
)

# The names by which it is known: of its places and actors, folded as records.names does.
listed_names = Table(
    "listed_names",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, index=True),
    Column("kind", Text, primary_key=True),  # place | actor
    sqlite_with_rowid=False,
)

# One row an account: is it the same or new, and what is there to decide?
queue = Table(
    "queue",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account", Text, nullable=False),
    Column("report", Text, nullable=False, index=True),
    Column("day", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("incident", Text, index=True),  # none: people rejected it
    Column("likely", Text),  # the incident that it may be one with
    Column("score", Float),  # how likely that is
    Column("copy_of", Text),  # the report whose text its own printed
    Column("settled", Integer, nullable=False),  # see store.queueing.Settled
    Column("uncertain", Integer, nullable=False),  # the extractor is not sure of it
    Column("open", Integer, nullable=False),  # 1: nobody has decided about it
    Column("weight", Float, nullable=False),  # how much an answer changes
    Index("queue_newest", "open", "day", "number"),
    Index("queue_weightiest", "open", "weight", "number"),
)
