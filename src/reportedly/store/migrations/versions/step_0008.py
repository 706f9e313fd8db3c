"""What early stores lack, as it was added to a step after they had taken it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    here = sa.inspect(op.get_bind())
    if not here.has_table("tombstones"):
        _take_step_0002()
    if "ix_accounts_number" not in {index["name"] for index in here.get_indexes("accounts")}:
        op.create_index("ix_accounts_number", "accounts", ["number"])
    if "toward" not in {column["name"] for column in here.get_columns("profiles")}:
        op.add_column("profiles", sa.Column("toward", sa.Integer(), nullable=True))
        op.add_column("profiles", sa.Column("pull", sa.Float(), nullable=True))
        op.create_index("ix_profiles_toward", "profiles", ["toward"])
        # Have everything derived anew at the next update.
        op.execute(sa.text("DELETE FROM settings WHERE name = 'linked'"))


def _take_step_0002() -> None:
    from reportedly.store.migrations.versions import step_0002

    step_0002.upgrade()
