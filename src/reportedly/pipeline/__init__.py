"""The order of the stages. The only part of the program that knows it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.pipeline.adding import Added, add, sources
    from reportedly.pipeline.alike import likeness
    from reportedly.pipeline.beside import Match
    from reportedly.pipeline.changed import Change, changes, history
    from reportedly.pipeline.copying import coded_copy
    from reportedly.pipeline.deciding import (
        Matter,
        forget,
        joining,
        on_account,
        on_claim,
        on_claims,
        on_incident,
        on_words,
        put,
        splitting,
    )
    from reportedly.pipeline.explaining import Explanation, Told, explain, explain_all
    from reportedly.pipeline.many import Readers
    from reportedly.pipeline.one_report import read_report
    from reportedly.pipeline.released import Release
    from reportedly.pipeline.releasing import release
    from reportedly.pipeline.taking_in import TakenIn, Taking, forget_file, take_in
    from reportedly.pipeline.timing import times
    from reportedly.pipeline.tools import Tools
    from reportedly.pipeline.unfolding import unfold
    from reportedly.pipeline.updating import rebuild, update, waiting
    from reportedly.pipeline.written import typed

_HOMES = {
    "alike": ("likeness",),
    "unfolding": ("unfold",),
    "adding": ("Added", "add", "sources"),
    "beside": ("Match",),
    "copying": ("coded_copy",),
    "changed": ("Change", "changes", "history"),
    "deciding": (
        *(
            "Matter",
            "forget",
            "joining",
            "on_account",
            "on_claim",
            "on_claims",
            "on_incident",
            "on_words",
            "put",
        ),
        "splitting",
    ),
    "explaining": ("Explanation", "Told", "explain", "explain_all"),
    "many": ("Readers",),
    "one_report": ("read_report",),
    "released": ("Release",),
    "releasing": ("release",),
    "taking_in": ("TakenIn", "Taking", "forget_file", "take_in"),
    "timing": ("times",),
    "tools": ("Tools",),
    "written": ("typed",),
    "updating": ("rebuild", "update", "waiting"),
}

__all__ = [
    "Added",
    "Change",
    "Explanation",
    "Match",
    "Matter",
    "Readers",
    "Release",
    "TakenIn",
    "Taking",
    "Told",
    "Tools",
    "add",
    "changes",
    "coded_copy",
    "explain",
    "explain_all",
    "forget",
    "forget_file",
    "history",
    "joining",
    "likeness",
    "on_account",
    "on_claim",
    "on_claims",
    "on_incident",
    "on_words",
    "put",
    "read_report",
    "rebuild",
    "release",
    "sources",
    "splitting",
    "take_in",
    "times",
    "typed",
    "unfold",
    "update",
    "waiting",
]


def __getattr__(name: str) -> object:
    """Imported on first use: who reads one report needs no database."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
