"""``python -m bench.speed link --accounts N ...``: how long linking takes, and how that grows.

Invented readings are stored, linked, rebuilt, added to and listed; each phase runs in a process of
its own. Every run adds a line to ``measured.jsonl`` beside this file (or to ``--results``), and
``python -m bench.speed table`` prints the lines as the table of docs/explanation/speed.md.
``python -m bench.speed export URL`` times the export formats, ``diff --rows N`` the comparison of
two files.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.speed.differing import measure as measure_diff
from bench.speed.differing import table as table_of_diff
from bench.speed.exporting import measure as measure_exports
from bench.speed.exporting import table as table_of_exports
from bench.speed.measured import FILE, measure, read, record, table
from bench.speed.phases import Collection
from bench.speed.serving import measure as measure_serving
from bench.speed.serving import table as table_of_serving


def main() -> int:
    options = _parser().parse_args()
    if options.verb == "table":
        print(table(read(options.results)))
        return 0
    if options.verb == "diff":
        for line in table_of_diff(measure_diff(options.rows)):
            print(line, flush=True)
        return 0
    if options.verb == "export":
        for line in table_of_exports(
            measure_exports(options.store, options.incidents, options.accounts)
        ):
            print(line, flush=True)
        return 0
    if options.verb == "serve":
        served = measure_serving(options.store, options.windows, options.seconds, options.pause)
        for line in table_of_serving(served):
            print(line, flush=True)
        return 0
    with TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for accounts in options.accounts:
            collection = Collection(folder, accounts, options.seed)
            if collection.database.exists():
                print(
                    f"{collection.database} is there already: name another folder", file=sys.stderr
                )
                return 2
            row = measure(collection)
            record(row, options.results)
            print(table([row]), flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    linked = verbs.add_parser("link", help="measure collections of so many accounts")
    linked.add_argument("--accounts", type=int, nargs="+", default=[10_000], metavar="N")
    linked.add_argument("--seed", type=int, default=1)
    linked.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the stores there")
    written = verbs.add_parser("export", help="measure each export format")
    written.add_argument("store", metavar="URL", help="of a store that `link --keep` left")
    written.add_argument("--incidents", type=int, default=30_000, metavar="N")
    written.add_argument("--accounts", type=int, metavar="N", help="of each incident at most")
    compared = verbs.add_parser("diff", help="measure comparing two files")
    compared.add_argument("--rows", type=int, default=100_000, metavar="N")
    opened = verbs.add_parser("serve", help="measure the workbench, several windows at once")
    opened.add_argument("store", metavar="URL", help="of a store that `link --keep` left")
    opened.add_argument("--windows", type=int, default=5, metavar="N")
    opened.add_argument("--seconds", type=float, default=120, metavar="S")
    opened.add_argument("--pause", type=float, default=0, metavar="S", help="between two pages")
    printed = verbs.add_parser("table", help="print what was measured")
    for verb in (linked, printed):
        verb.add_argument("--results", type=Path, default=FILE, metavar="FILE.jsonl")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
