"""What is derived is kept: linking's own tables, and the history of incidents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | Sequence[str] | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.drop_table("links")
    op.create_index("ix_accounts_report", "accounts", ["report"])
    op.create_index("ix_accounts_number", "accounts", ["number"])  # each reading asks the highest
    op.create_table(
        "profiles",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("toward", sa.Integer(), nullable=True),
        sa.Column("pull", sa.Float(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_profiles_account", "profiles", ["account"])
    op.create_index("ix_profiles_toward", "profiles", ["toward"])
    op.create_index("ix_profiles_report", "profiles", ["report"])
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pairs",
        sa.Column("one", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("other", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("score", sa.Float(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pairs_other", "pairs", ["other"])
    op.create_table(
        "members",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("incident", sa.Text(), nullable=False),
    )
    op.create_index("ix_members_incident", "members", ["incident"])
    op.create_table(
        "incidents",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
    )
    op.create_index("incidents_id", "incidents", ["id", "n"])
    op.create_index("ix_incidents_recorded_at", "incidents", ["recorded_at"])
