"""Where everything is kept: one SQLite file, or another SQL database. Append-only.

Start at :func:`reportedly.store.open_store`. SQLAlchemy is imported on first use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.store.store import Store

__all__ = ["open_store"]


def open_store(url: str) -> "Store":
    """Open, or create, the store at an address such as ``sqlite:///reportedly.db``.

    Raises StoreError if it cannot be opened, or if a newer reportedly wrote it.
    """
    from reportedly.store.store import Store

    return Store.open(url)
