"""What others coded: files and their rows."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "coded_files",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "format", "coder")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("sha256", "columns")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("fetched", "map")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("reviewer", "reason")),
        sa.Column("forgotten_at", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_coded_files_sha256", "coded_files", ["sha256"])
    op.create_table(
        "coded_rows",
        sa.Column("n", sa.Integer(), primary_key=True),
        sa.Column("file", sa.Integer(), sa.ForeignKey("coded_files.n"), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("coder", "key")),
        *(sa.Column(n, sa.Text(), nullable=True) for n in ("earliest", "latest", "country_code")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("body", "cells")),
        sa.Column("recorded_at", sa.Text(), nullable=False),
    )
    op.create_index("coded_rows_key", "coded_rows", ["coder", "key", "file"])
    op.create_index("coded_rows_days", "coded_rows", ["earliest", "latest"])
    op.create_index("coded_rows_file", "coded_rows", ["file"])
