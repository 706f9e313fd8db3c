"""The invented corpus of the demonstration: a country, its places, its actors, and 29 reports."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def folder() -> AbstractContextManager[Path]:
    """The folder with ``corpus/``, ``places.csv``, ``actors.jsonl`` and ``gold.json``."""
    return as_file(files(__package__))
