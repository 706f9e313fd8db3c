"""Run the commands shown in the documentation and put what they print below them: ``make docs``.

A ``console`` block holds commands after ``$ ``, each with its output. A line ``...`` in the output
stands for lines left out: as many lines as stand before it are kept from the beginning, as many as
stand after it from the end. The commands of a page run one after the other in one empty folder.
``make demo`` is run as what it ends with.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
MEANS = {"make demo": "reportedly demo"}
LEFT_OUT = "..."


def pages() -> list[Path]:
    """Every page with commands."""
    every = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in every if BLOCK.search(page.read_text(encoding="utf-8"))]


def refreshed(text: str) -> str:
    """The page with the output that its commands print now. Raises where a command fails."""
    with TemporaryDirectory() as folder:
        return BLOCK.sub(lambda block: f"```console\n{_run(block[1], folder)}```", text)


def _run(block: str, folder: str) -> str:
    parts = []
    for example in re.split(r"^\$ ", block, flags=re.M)[1:]:
        line, _, shown = example.partition("\n")
        command = line.partition("  #")[0].strip()
        output = _printed(MEANS.get(command, command), folder)
        parts.append(f"$ {line}\n{_cut(output, shown.splitlines())}")
    return "\n".join(parts)


def _printed(command: str, folder: str) -> list[str]:
    environment = {name: v for name, v in os.environ.items() if not name.startswith("REPORTEDLY_")}
    environment |= {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "COLUMNS": "80",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(f"$ {command}\n{done.stdout}{done.stderr}")
    return [line.rstrip() for line in done.stdout.strip("\n").splitlines()]


def _cut(output: list[str], shown: list[str]) -> str:
    while shown and not shown[-1].strip():
        shown = shown[:-1]
    if LEFT_OUT in shown:
        first, last = shown.index(LEFT_OUT), len(shown) - shown.index(LEFT_OUT) - 1
        output = [*output[:first], LEFT_OUT, *(output[-last:] if last else [])]
    return "".join(f"{line}\n" for line in output)


if __name__ == "__main__":
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(refreshed(text), encoding="utf-8", newline="\n")
