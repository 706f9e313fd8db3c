"""Who decides. Named, or asked once at a terminal and remembered for that login; never guessed."""

import sys
from typing import TYPE_CHECKING

import typer

from reportedly.config import SETTINGS, reviewer

if TYPE_CHECKING:
    from reportedly.store.store import Store


def who(store: "Store", asked: str | None) -> str:
    """The name for the log. Raises BadParameter where nobody is there to be asked."""
    if named := reviewer(asked):
        return named
    setting = f"reviewer at {_login()}"  # people who share a store are not taken for each other
    if known := store.settings.get(setting):
        return known
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise typer.BadParameter(
            f"say who decides: --by NAME, or set {SETTINGS['by'].variable}", param_hint="--by"
        )
    name = str(typer.prompt("Who decides? Your name, for the log (asked once)", err=True)).strip()
    if not name:
        raise typer.BadParameter("a decision needs a name", param_hint="--by")
    store.settings.set(setting, name)
    return name


def _login() -> str:
    import getpass
    import platform

    return f"{getpass.getuser()}@{platform.node()}"
