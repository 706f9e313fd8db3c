"""``reportedly doctor``: what is installed, and whether it works here."""

import platform
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import typer

from reportedly import __version__
from reportedly.cli.options import Db, Json
from reportedly.config import database
from reportedly.errors import MissingExtra, ReportedlyError

_OLDEST_SQLITE = (3, 35, 0)
_LIBRARIES = ("trafilatura", "feedparser", "pypdf", "SQLAlchemy", "alembic", "pydantic", "rich")


class _BrokenError(ReportedlyError):
    """A check that failed; the message says what to do."""


def command(db: Db = None, as_json: Json = False) -> None:
    """Check the installation.

    Exits with 1 if something in it is broken.
    """
    from reportedly.cli.screen import Screen, amber, faint
    from reportedly.cli.terminal import write_json

    checks: list[tuple[str, Callable[[], str]]] = [
        ("reportedly", lambda: __version__),
        ("python", _python),
        ("libraries", _libraries),
        ("sqlite", _sqlite),
        ("codebook", _codebook),
        ("places", _places),
        ("actors", lambda: _asset("actors")),
        ("reader", _reader),
        ("extractors", _extractors),
        ("exporters", _exporters),
        ("terminal", _terminal),
        ("store", lambda: _store(database(db))),
    ]
    results = [(name, *_outcome(check)) for name, check in checks]
    if as_json:
        write_json({n: {"ok": ok, "detail": detail} for n, ok, detail in results})
    else:
        screen = Screen()
        marks = {True: faint("ok"), False: amber("broken")}
        screen.columns([[name, marks[ok], detail] for name, ok, detail in results])
        screen.show()
    if not all(ok for _, ok, _ in results):
        raise typer.Exit(1)


def _outcome(check: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, check()
    except (ReportedlyError, ImportError, OSError) as error:
        return False, str(error)


def _python() -> str:
    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _libraries() -> str:
    return ", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES)


def _sqlite() -> str:
    import sqlite3

    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        needed = ".".join(map(str, _OLDEST_SQLITE))
        raise _BrokenError(f"SQLite {sqlite3.sqlite_version} is older than {needed}; update Python")
    found = ["JSON"]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("select json('{}')")
        options = {row[0] for row in connection.execute("pragma compile_options")}
    if "ENABLE_FTS5" in options:
        found.append("full-text search")
    return f"{sqlite3.sqlite_version} with {', '.join(found)}"


def _codebook() -> str:
    from reportedly.codebook import default

    book = default()
    return f"{book.name} {book.version}: {len(book.fields)} fields, {len(book.types)} types"


def _asset(name: str) -> str:
    from reportedly.assets import verify

    path = verify(name)
    return f"{path.name}, {path.stat().st_size:,} bytes, sha256 as it should be"


def _places() -> str:
    from reportedly.cli import opened
    from reportedly.config import own_gazetteer

    if own_gazetteer() is None:
        return _asset("places")
    facts = opened.gazetteer_facts()
    return f"{facts['file']}, {facts['places']} places of {facts['date']}, your own gazetteer"


def _reader() -> str:
    from reportedly.assets import READER, verify

    files = [verify(name) for name in READER]
    size = sum(path.stat().st_size for path in files)
    return f"{len(files)} files, {size:,} bytes, sha256 as it should be"


def _extractors() -> str:
    from reportedly.extract import EXTRACTORS
    from reportedly.plugins import names

    return ", ".join(names("extractors", EXTRACTORS))


def _exporters() -> str:
    from reportedly.export import EXPORTERS
    from reportedly.plugins import find, names

    def said(name: str) -> str:
        try:
            find("exporters", name, EXPORTERS)()
        except MissingExtra as error:
            return f"{name} (not yet: {error})"
        return name

    return ", ".join(map(said, names("exporters", EXPORTERS)))


def _terminal() -> str:
    return f"{sys.stdout.encoding}, {'colour' if sys.stdout.isatty() else 'not a terminal'}"


def _store(address: str) -> str:
    from reportedly.cli import opened

    file = Path(address.removeprefix("sqlite:///"))
    if address.startswith("sqlite:///") and not file.exists():
        return f"none at {file} yet; `reportedly add` makes one"
    with opened.store(address) as store:
        return f"{address}, {len(store.reports()):,} reports"
