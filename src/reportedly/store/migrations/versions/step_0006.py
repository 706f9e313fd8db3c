"""Sums by day and by place without reading the rows."""

from collections.abc import Sequence

from alembic import op

revision: str = "0006"
down_revision: str | Sequence[str] | None = "0005"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_KILLED = ["killed_low", "killed_best", "killed_high"]
_PLACE = ["lat", "lon", "place", "place_precision", "country_code", "admin1", "country"]


def upgrade() -> None:
    op.drop_index("listed_days", "listed")
    op.create_index("listed_days", "listed", ["earliest", "latest", *_KILLED])
    op.create_index("listed_places", "listed", [*_PLACE, *_KILLED])
