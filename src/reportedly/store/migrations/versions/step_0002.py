"""Where in the reports a decision was about, and what is left of forgotten reports."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | Sequence[str] | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("decisions", sa.Column("anchors", sa.Text(), nullable=True))
    op.create_table(
        "tombstones",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("report", sa.Text(), sa.ForeignKey("reports.id"), nullable=False, unique=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_tombstones_digest", "tombstones", ["digest"])
