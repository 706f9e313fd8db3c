"""Keys stand in the order of days, so that the first accounts that hold one are found at once."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | Sequence[str] | None = "0009"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "keys_by_day",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO keys_by_day (key, day, number) SELECT keys.key, profiles.day, keys.number "
        "FROM keys JOIN profiles ON profiles.number = keys.number "
        "ORDER BY keys.key, profiles.day, keys.number"
    )
    op.drop_table("keys")
    op.rename_table("keys_by_day", "keys")
