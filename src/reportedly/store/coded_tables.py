"""The tables of what others coded: their files, and every row as it stood and as it was read.

Rows are added and never changed, but for a file that is forgotten: its rows are deleted, and of the
file only its checksum stays, so that it is not taken in again.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from reportedly.store.tables import metadata

coded_files = Table(
    "coded_files",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("columns", Text, nullable=False),  # names, as a JSON list
    Column("fetched", Text),  # ISO day; none: not said
    Column("map", Text),  # of a sheet, as TOML
    Column("reviewer", Text),  # of a forgotten file: who, why and when
    Column("reason", Text),
    Column("forgotten_at", Text),
    Column("recorded_at", Text, nullable=False),
)

coded_rows = Table(
    "coded_rows",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("file", Integer, ForeignKey("coded_files.n"), nullable=False),
    Column("row", Integer, nullable=False),
    Column("coder", Text, nullable=False),
    Column("key", Text, nullable=False),  # the coder's own id of the event
    Column("earliest", Text),  # ISO days
    Column("latest", Text),
    Column("country_code", Text),
    Column("body", Text, nullable=False),  # records.Coded, as JSON
    Column("cells", Text, nullable=False),  # as a JSON list, in the order of the file's columns
    Column("recorded_at", Text, nullable=False),
    Index("coded_rows_key", "coder", "key", "file"),
    Index("coded_rows_days", "earliest", "latest"),
    Index("coded_rows_file", "file"),
)
