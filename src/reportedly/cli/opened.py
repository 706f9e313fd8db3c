"""What a command works with: the tools that read, and the store with what it adds up to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.config import database, own_actors, own_gazetteer, own_places
from reportedly.errors import StoreError

if TYPE_CHECKING:
    from reportedly.export.apart import Again
    from reportedly.gazetteer import Gazetteer
    from reportedly.pipeline import Readers, Release, Tools
    from reportedly.store.store import Store

BOOK = "codebook"  # the setting of a store
_SQLITE = "sqlite:///"
_MANY = 2_000  # reports whose linking a person should not wait for in silence


def tools(
    places: Path | None = None,
    actors: Path | None = None,
    extractor: str | None = None,
    gazetteer: Path | None = None,
    book: str | None = None,
) -> "Tools":
    """The extractor, the codebook and the names to read with; own names go before built-in ones.

    ``book``: the codebook of the store that is worked with (see :func:`book_of`).
    """
    from reportedly import codebook, config
    from reportedly.extract import extractor as made
    from reportedly.gazetteer import open_names
    from reportedly.pipeline import Tools

    names = open_names(places or own_places(), actors or own_actors(), own_gazetteer(gazetteer))
    return Tools(
        names=names, extractor=made(config.extractor(extractor)), codebook=codebook.named(book)
    )


def book_of(store: "Store") -> str | None:
    """The codebook that a store was begun with; None: the default one."""
    return store.settings.get(BOOK)


def book(db: str | None) -> str | None:
    """The same of a store that may not be there yet."""
    if not exists(db):
        return None
    with store(db) as found:
        return book_of(found)


def names(gazetteer: Path | None = None) -> "Gazetteer":
    """The places and actors by name, own ones before built-in ones."""
    from reportedly.gazetteer import open_names

    return open_names(own_places(), own_actors(), own_gazetteer(gazetteer))


def listed() -> Callable[[str], bool]:
    """True for the name of a place or an actor that a gazetteer knows."""
    known = names()
    return lambda name: bool(known.places(name) or known.actors(name))


def readers(
    extractor: str | None = None,
    jobs: int | None = None,
    gazetteer: Path | None = None,
    book: str | None = None,
) -> "Readers":
    """The same tools, here and in as many processes as are asked for."""
    from functools import partial

    from reportedly import config
    from reportedly.pipeline import Readers

    make = partial(tools, extractor=extractor, gazetteer=gazetteer, book=book)
    return Readers(make(), make, config.jobs(jobs))


def gazetteer_facts() -> dict[str, str]:
    """The file of places in use, and what it holds."""
    from reportedly.assets import locate
    from reportedly.gazetteer.index import PlaceIndex

    path = own_gazetteer() or locate("places")
    index = PlaceIndex(path)
    counted = index.counts()
    return {
        "file": str(path),
        "size": f"{path.stat().st_size:,} bytes",
        "places": f"{counted['place']:,}",
        "names": f"{counted['name']:,}",
        **{key: index.about[key] for key in ("made from", "date", "format", "licence")},
    }


def exists(db: str | None) -> bool:
    """True if a store is there, as far as that can be told without asking a server."""
    address = database(db)
    return not address.startswith(_SQLITE) or Path(address.removeprefix(_SQLITE)).is_file()


@contextmanager
def store(db: str | None) -> Iterator["Store"]:
    """A store that is there already. Raises StoreError where none is, so that none is made."""
    from reportedly.store import open_store

    address = database(db)
    if not exists(db):
        file = address.removeprefix(_SQLITE)
        raise StoreError(f"no store at {file}; `reportedly add SOURCE` makes one, --db names one")
    with open_store(address) as found:
        yield found


@contextmanager
def release(
    db: str | None, *, rule: str | None = None, as_of: date | None = None
) -> Iterator["Release"]:
    """The incidents of a store and whatever they rest on."""
    from reportedly import pipeline

    with store(db) as found:
        work = tools(book=book_of(found))
        linked(found, work)
        yield pipeline.release(found, work, rule, as_of=as_of)


def again(
    found: "Release", db: str | None, *, rule: str | None = None, as_of: date | None = None
) -> "Again":
    """How other processes open what :func:`release` opened with the same words."""
    from functools import partial

    from reportedly import config
    from reportedly.export.apart import Again

    return Again(found, partial(release, db, rule=rule, as_of=as_of), config.jobs())


def linked(store: "Store", tools: "Tools") -> None:
    """Bring the incidents up to date, and say so where that takes a while: after an addition that
    was interrupted, or with a new version of reportedly.
    """
    from reportedly import config, pipeline
    from reportedly.cli.terminal import complain

    waiting = pipeline.waiting(store, tools)
    if waiting >= _MANY:
        complain(f"{waiting:,} reports are linked first; this takes a few minutes")
    pipeline.update(store, tools, config.jobs())
