"""Every setting, its default and its meaning. An option of a command goes before its variable."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    variable: str  # of the environment
    default: str | None
    help: str


SETTINGS: Mapping[str, Setting] = {
    "db": Setting(
        "REPORTEDLY_DB",
        "sqlite:///reportedly.db",
        "The store: a file name, or an address such as sqlite:///reports.db.",
    ),
    "places": Setting(
        "REPORTEDLY_PLACES",
        None,
        "A .csv file of your own places, known beside the built-in ones.",
    ),
    "gazetteer": Setting(
        "REPORTEDLY_GAZETTEER",
        None,
        "A larger file of places, as `reportedly gazetteer build` makes; for the built-in one.",
    ),
    "extractor": Setting(
        "REPORTEDLY_EXTRACTOR",
        "rules",
        "Who reads: rules, trained (a network beside the rules), or one that you installed.",
    ),
    "rule": Setting(
        "REPORTEDLY_RULE",
        None,
        "Choose among differing figures by this rule instead of the codebook's: "
        "range, ucdp, source-priority:SOURCE,SOURCE ...",
    ),
    "jobs": Setting(
        "REPORTEDLY_JOBS",
        None,
        "How many reports to read at the same time.",
    ),
    "by": Setting(
        "REPORTEDLY_BY",
        None,
        "Who decides: your name, for the log.",
    ),
    "authors": Setting(
        "REPORTEDLY_AUTHORS",
        None,
        "Who answers for your releases: 'Family, Given' or a group's name, between semicolons.",
    ),
    "actors": Setting(
        "REPORTEDLY_ACTORS",
        None,
        "A .jsonl file of your own actors, known before the built-in ones.",
    ),
}


def database(asked: str | None = None) -> str:
    """The address of the store: what was asked for, else REPORTEDLY_DB, else the default.

    A bare file name means an SQLite file.
    """
    address = asked or _value("db") or ""
    return address if "://" in address else f"sqlite:///{address}"


def own_places() -> Path | None:
    """The file that REPORTEDLY_PLACES names, if any."""
    named = _value("places")
    return Path(named) if named else None


def own_gazetteer(asked: Path | None = None) -> Path | None:
    """The file that was asked for, else the one that REPORTEDLY_GAZETTEER names, if any."""
    named = _value("gazetteer")
    return asked or (Path(named) if named else None)


def own_actors() -> Path | None:
    """The file that REPORTEDLY_ACTORS names, if any."""
    named = _value("actors")
    return Path(named) if named else None


def extractor(asked: str | None = None) -> str:
    """The extractor's name: what was asked for, else REPORTEDLY_EXTRACTOR, else the default."""
    return asked or _value("extractor") or ""


def reviewer(asked: str | None = None) -> str | None:
    """Who decides: who was named, else REPORTEDLY_BY, else nobody."""
    named = (asked or _value("by") or "").strip()
    return named or None


def authors(asked: Sequence[str] | None = None) -> list[str]:
    """Who answers for a release: who was named, else who REPORTEDLY_AUTHORS names, else nobody."""
    named = asked or (_value("authors") or "").split(";")
    return [name.strip() for name in named if name.strip()]


def jobs(asked: int | None = None) -> int:
    """How many reports to read at once: what was asked for, else one a core."""
    if asked:
        return asked
    # Linux alone knows how many cores this process may use.
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _value(name: str) -> str | None:
    setting = SETTINGS[name]
    return os.environ.get(setting.variable) or setting.default
