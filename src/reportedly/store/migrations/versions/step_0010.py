"""An account may be drawn to two others, and keys stand in the order of days, so that the first
accounts that hold one are found at once; everything is linked anew, as by another model.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | Sequence[str] | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("profiles", sa.Column("also_toward", sa.Integer(), nullable=True))
    op.add_column("profiles", sa.Column("also_pull", sa.Float(), nullable=True))
    op.create_index("ix_profiles_also_toward", "profiles", ["also_toward"])
    op.drop_table("keys")
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.execute(sa.text("DELETE FROM settings WHERE name = 'linked'"))
