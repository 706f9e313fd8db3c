"""The queue of accounts: what there is to decide about each."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "queue",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("account", "report", "day")),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=True),
        sa.Column("likely", sa.Text(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("copy_of", sa.Text(), nullable=True),
        *(sa.Column(n, sa.Integer(), nullable=False) for n in ("settled", "uncertain", "open")),
        sa.Column("weight", sa.Float(), nullable=False),
    )
    op.create_index("ix_queue_report", "queue", ["report"])
    op.create_index("ix_queue_incident", "queue", ["incident"])
    op.create_index("queue_newest", "queue", ["open", "day", "number"])
    op.create_index("queue_weightiest", "queue", ["open", "weight", "number"])
    # Have everything derived anew at the next update, the queue included.
    op.execute(sa.text("DELETE FROM settings WHERE name = 'linked'"))
