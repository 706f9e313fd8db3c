"""Which format a table is in, by its columns; a table of a known format that lacks columns is said
to, before any row is read.
"""

from collections.abc import Sequence

from reportedly.coded import IMPORTERS
from reportedly.errors import UnreadableSource
from reportedly.plugins import Importer, find, names


def importer(name: str) -> Importer:
    """The importer of a format. Raises UnknownPlugin."""
    found: Importer = find("importers", name, IMPORTERS)()
    return found


def recognised(columns: Sequence[str]) -> Importer | None:
    """The importer whose format the columns are of; None where they are nobody's."""
    known = (importer(name) for name in names("importers", IMPORTERS))
    return next((one for one in known if one.known_by and one.known_by <= set(columns)), None)


def check(one: Importer, columns: Sequence[str], name: str) -> None:
    """Raise UnreadableSource where a column is missing without which no row can be read; ``name``
    is the file's.
    """
    missing = [name for name in one.needed if name not in columns]
    if missing:
        found = ", ".join(repr(name[:30]) for name in columns[:8])
        raise UnreadableSource(
            f"{name} has no column {' or '.join(missing)}, as {one.name} files do; its first row "
            f"is: {found}. If that is no header, put the header of the format above it"
        )
