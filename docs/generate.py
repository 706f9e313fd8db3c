"""Write the pages of docs/reference that follow from the code: ``make docs``.

``pages()`` is what tests compare with the files, so a page cannot fall behind the program.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from reportedly.codebook import default, practices
from reportedly.publish import reference

FOLDER = Path(__file__).parent / "reference"
_NOTE = "<!-- Written by docs/generate.py from the program itself; run `make docs`. -->\n\n"
_HOW = " How to use them: [Hand data to ACLED, GED and GTD users](../how-to/acled-ged-gtd.md)."


def pages() -> Mapping[str, str]:
    """Every generated file of docs/reference, by name."""
    return {
        "command-line.md": _NOTE + command_line(),
        "codebook.md": _NOTE
        + reference.codebook(default())
        + "\n"
        + reference.practices(practices().values()),
        "rules.md": _NOTE + reference.rules(),
        "columns.md": _NOTE + reference.columns(_HOW) + "\n" + copies(),
        "reading.schema.json": schema(),
    }


def command_line() -> str:
    """The help text of each command."""
    from typer.testing import CliRunner

    from reportedly.cli.app import COMMANDS, application

    os.environ["COLUMNS"] = "88"
    runner, app = CliRunner(), application()
    parts = ["# Command line\n"]
    for words in [[], *([name] for name in COMMANDS)]:
        result = runner.invoke(app, [*words, "--help"], prog_name="reportedly")
        title = " ".join(["reportedly", *words])
        body = "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())
        parts.append(f"## {title}\n\n```text\n{body}\n```\n")
    return "\n".join(parts)


def copies() -> str:
    """What a copy of a row that others coded carries of each column."""
    from reportedly.coded import IMPORTERS
    from reportedly.coded.choosing import importer

    parts = [
        "## Rows that others coded\n",
        "What becomes of each column between a file that `import` took in and a copy in the same"
        " format. *Records*: read into our records and written from them; it comes out equal, as"
        " a number, a day or a text. *Reckoned*: follows from these. *Kept*: carried unread.\n",
    ]
    for name in IMPORTERS:
        columns = importer(name).layout.columns
        parts.append(f"### `coded-{name}.csv`\n")
        for how, title in (("record", "Records"), ("reckoned", "Reckoned"), ("kept", "Kept")):
            named = ", ".join(f"`{column}`" for column, one in columns.items() if one == how)
            if named:
                parts.append(f"{title}: {named}.\n")
    return "\n".join(parts)


def schema() -> str:
    """JSON Schema of one line of `reportedly read --json`."""
    from reportedly import contract

    return json.dumps(contract.schema(), indent=2) + "\n"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
