"""The order of the stages. The only part of the program that knows it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.pipeline.adding import Added, add, sources
    from reportedly.pipeline.changed import Change, changes
    from reportedly.pipeline.explaining import Explanation, Told, explain
    from reportedly.pipeline.many import Readers
    from reportedly.pipeline.one_report import read_report
    from reportedly.pipeline.released import Release, release
    from reportedly.pipeline.timing import times
    from reportedly.pipeline.tools import Tools
    from reportedly.pipeline.updating import rebuild, update

_HOMES = {
    "adding": ("Added", "add", "sources"),
    "changed": ("Change", "changes"),
    "explaining": ("Explanation", "Told", "explain"),
    "many": ("Readers",),
    "one_report": ("read_report",),
    "released": ("Release", "release"),
    "timing": ("times",),
    "tools": ("Tools",),
    "updating": ("rebuild", "update"),
}

__all__ = [
    "Added",
    "Change",
    "Explanation",
    "Readers",
    "Release",
    "Told",
    "Tools",
    "add",
    "changes",
    "explain",
    "read_report",
    "rebuild",
    "release",
    "sources",
    "times",
    "update",
]


def __getattr__(name: str) -> object:
    """Imported on first use: who reads one report needs no database."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
