"""What lists show of each incident; reports by source and day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_WORDS = ("type", "status", "earliest", "latest", "date_precision", "place", "admin1", "country",
          "country_code")  # fmt: skip
_FIGURES = [f"{field}_{end}" for field in ("killed", "injured") for end in ("low", "best", "high")]


def upgrade() -> None:
    op.create_table(
        "listed",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("incident", sa.Text(), nullable=False, unique=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in _WORDS),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in _FIGURES),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("accounts", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("disputes", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Text(), nullable=False),
        sa.Column("decided", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
    )
    op.create_index("listed_days", "listed", ["earliest", "latest"])
    op.create_index("listed_disputes", "listed", ["disputes", "number"])
    op.create_table(
        "listed_names",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text(), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_listed_names_number", "listed_names", ["number"])
    op.create_index("reports_by_day", "reports", ["published", "publisher", "id"])
