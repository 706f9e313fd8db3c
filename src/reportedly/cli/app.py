"""The commands by name, and what becomes of an error: one plain line and an exit status."""

import sys
from importlib import import_module
from keyword import iskeyword

import typer

from reportedly import __version__
from reportedly.cli import terminal
from reportedly.errors import BadMap, CodebookError, ReportedlyError, UnknownPlugin

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

# In the order of `reportedly --help`; each is cli/<name>.py with a function ``command``, or
# cli/<name>_.py where the name is a word of Python's own.
COMMANDS = (
    *("read", "add", "incidents", "statements", "disputes", "warnings", "changes", "rebuild"),
    *(
        "show",
        "why",
        "when",
        "where",
        "who",
        "search",
        "decide",
        "undo",
        "log",
        "forget",
        "import",
        "coded",
        "export",
        "release",
        "diff",
        "backup",
        "restore",
        "demo",
        "serve",
        "schema",
        "gazetteer",
        "doctor",
    ),
)

_DEBUG = "--debug"


def run(arguments: list[str]) -> int:
    """Run one command and return the exit status: 0 done, 1 some inputs failed, 2 wrong usage."""
    debug = _DEBUG in arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            application()([a for a in arguments if a != _DEBUG], prog_name="reportedly")
        finally:
            terminal.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        return _explain(error)
    return DONE


def application() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        name="reportedly",
        help="Reads reports on political violence and keeps who reported what, in which words.",
        epilog="Exit status: 0 done, 1 some inputs failed (each is named), 2 wrong usage.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_reportedly)
    for name in COMMANDS:
        module = f"{name}_" if iskeyword(name) else name
        app.command(name)(import_module(f"reportedly.cli.{module}").command)
    return app


def _version(asked: bool) -> None:
    if asked:
        terminal.write(f"reportedly {__version__}\n")
        raise typer.Exit


def _reportedly(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
    debug: bool = typer.Option(False, _DEBUG, help="Show where in the program an error arose."),
) -> None:
    # ``run`` has taken --debug out by now, so that it may stand anywhere on the line.
    del version, debug


def _explain(error: Exception) -> int:
    """Say what happened and what to do; return the exit status."""
    if isinstance(error, ReportedlyError):
        terminal.complain(str(error))
        return WRONG_USAGE if isinstance(error, BadMap | UnknownPlugin | CodebookError) else FAILED
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        terminal.complain(f"{where}{error.strerror or error}")
        return FAILED
    terminal.complain(f"a fault of reportedly: {type(error).__name__}: {error}")
    terminal.complain(f"add {_DEBUG} to see where, and please report it")
    return FAILED
