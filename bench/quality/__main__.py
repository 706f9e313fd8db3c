"""``python -m bench.quality score news``: read the benchmark's reports and score the reading.

The texts belong to their publishers and are not in this repository. Point ``--data`` (or
REPORTEDLY_BENCH) at the folder that holds ``data/`` and ``scorers/``; the default is ``../shared``
beside the checkout. docs/how-to/measure-quality.md says how to obtain each data set.
"""

import argparse
import os
import sys
from pathlib import Path

from bench.quality import baseline, news

_DEFAULT = os.environ.get("REPORTEDLY_BENCH", "../shared")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("verb", choices=["score"])
    parser.add_argument("task", choices=["news"])
    parser.add_argument("--data", type=Path, default=Path(_DEFAULT))
    parser.add_argument("--reader", choices=["rules", "baseline"], default="rules")
    parser.add_argument("--docs", help="only the documents of one list: work or check")
    parser.add_argument("--out", type=Path, help="keep the readings in this folder")
    parser.add_argument("--full", action="store_true", help="print everything the scorer prints")
    options = parser.parse_args()
    if not (options.data / "scorers" / "news.py").exists():
        print(
            f"no benchmark data at {options.data}: see docs/how-to/measure-quality.md",
            file=sys.stderr,
        )
        return 2
    read = baseline.read if options.reader == "baseline" else news.read
    return news.score(options.data, read, options.docs, options.out, full=options.full)


if __name__ == "__main__":
    raise SystemExit(main())
