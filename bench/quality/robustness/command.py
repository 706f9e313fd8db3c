"""``python -m bench.quality robustness``: does a reading depend on what should not matter?"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.quality.reading import tools
from bench.quality.robustness.changes import CHANGES
from bench.quality.robustness.measure import measured
from bench.quality.robustness.report import page
from bench.quality.robustness.reports import benchmark, invented, rows

_SEED = 0
_SIZE = 120


def run(options: argparse.Namespace) -> int:
    """Print the page, or write it."""
    if options.docs_file:
        sources = list(rows(options.docs_file))
    else:
        sources = [*invented(options.size, _SEED), *benchmark(options.data)]
    ready = tools(options.extractor)
    found = list(measured(sources, options.change or list(CHANGES), ready))
    day = datetime.now(UTC).date().isoformat()
    command = "python -m bench.quality " + " ".join(sys.argv[1:])
    text = page(found, options.extractor, command, day, options.change or ["swap"])
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes besides the extractor and the folder of the benchmarks."""
    parser.add_argument("--docs", dest="docs_file", type=Path, metavar="FILE.jsonl",
                        help="read these reports instead")  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="PAGE.md", help="write the page here")
    parser.add_argument("--size", type=int, default=_SIZE, help="how many invented reports")
    parser.add_argument("--change", action="append", choices=list(CHANGES), help="only this one")
