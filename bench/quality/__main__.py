"""``python -m bench.quality VERB``: what the package reads, against gold.

The texts belong to their publishers and are not in this repository. Point ``--data`` (or
REPORTEDLY_BENCH) at the folder that holds ``data/`` and ``scorers/``; the default is ``../shared``
beside the checkout. docs/how-to/measure-quality.md says how to obtain each data set.
"""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from bench.quality import baseline, floors, news
from bench.quality.predict import TASKS, predict
from bench.quality.robustness import command as robustness
from bench.quality.scoring import MEASURES, NoScorer, score

_DEFAULT = os.environ.get("REPORTEDLY_BENCH", "../shared")
_PREDICTS = {"muc4": "trained", "attribution": "trained"}  # by far the better there


def main() -> int:
    options = _parser().parse_args()
    if options.verb == "predict":
        task = options.task
        task += " --five-slot" if options.five_slot else ""
        task += " --gold-spans" if options.gold_spans else ""
        if task not in TASKS:
            print(f"no five slots, or no gold spans, in {options.task}", file=sys.stderr)
            return 2
        extractor = options.extractor or _PREDICTS.get(options.task, "rules")
        predict(task, options.source, options.target, extractor)
        return 0
    if options.verb == "robustness":
        return robustness.run(options)
    if not (options.data / "scorers").is_dir():
        print(
            f"no benchmark data at {options.data}: see docs/how-to/measure-quality.md",
            file=sys.stderr,
        )
        return 2
    try:
        if options.verb == "floors":
            if options.set:
                return floors.set_anew(options.data, options.set)
            return floors.check(options.data)
        if options.verb == "belief":
            from bench.quality.belief import learn

            return learn(options.data)
        if options.verb == "linking-folds":
            from bench.quality.folds import run

            return run(options.data)
        return _score(options)
    except NoScorer as error:
        print(error, file=sys.stderr)
        return 2


def _score(options: argparse.Namespace) -> int:
    if options.task == "actors":
        from bench.quality.actors.score import score as score_actors

        return score_actors(options.data, full=options.full)
    if options.task == "tolls":
        from bench.quality.tolls import score as score_tolls

        return score_tolls(options.data, options.extractor)
    if options.task in MEASURES:
        return score(options.task, options.data, options.extractor, options.out, full=options.full)
    read: news.Read = partial(news.read, extractor=options.extractor)
    if options.reader == "baseline":
        read = baseline.read
    return news.score(options.data, read, options.docs, options.out, full=options.full)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    made = verbs.add_parser("predict", help="write predictions in the shape of a task's gold")
    made.add_argument("task", choices=sorted({task.split()[0] for task in TASKS}))
    made.add_argument("source", type=Path, metavar="IN.jsonl")
    made.add_argument("target", type=Path, metavar="OUT.jsonl")
    made.add_argument("--five-slot", action="store_true", help="muc4: the later, smaller edition")
    made.add_argument("--gold-spans", action="store_true", help="places: resolve the gold's spans")
    scored = verbs.add_parser("score", help="predict the development data and score it")
    scored.add_argument("task", choices=["news", "actors", "tolls", *MEASURES])
    scored.add_argument(
        "--reader", choices=["package", "baseline"], default="package", help="of news"
    )
    scored.add_argument("--docs", help="news: only the documents of one list, work or check")
    scored.add_argument("--out", type=Path, help="keep the readings in this folder")
    scored.add_argument("--full", action="store_true", help="print everything the scorer prints")
    kept = verbs.add_parser("floors", help="fail if a figure is below its floor")
    kept.add_argument(
        "--set", nargs="+", choices=MEASURES, help="measure these anew, write floors.json"
    )
    changed = verbs.add_parser("robustness", help="what changes when names and spelling do")
    robustness.arguments(changed)
    made.add_argument("--extractor", help="trained for muc4 and attribution, else rules")
    for verb in (scored, changed):
        verb.add_argument("--extractor", default="rules", help="the package's extractor")
    learnt = verbs.add_parser("belief", help="learn how far accounts are to be believed")
    folds = verbs.add_parser("linking-folds", help="linking with weights that saw no such incident")
    for verb in (scored, kept, changed, learnt, folds):
        verb.add_argument("--data", type=Path, default=Path(_DEFAULT))
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
