"""How many were killed and injured, from the reports of one incident: each rule against a registry.

Which documents report an incident is given, so that reading and reconciling are measured and not
linking. The registry (GVA, in T5 trial) counts attackers among the killed; what is compared is the
count of victims that every list and export shows. A document tells of its incident in its first
main account. Two shares of right figures are printed: of the incidents in which the registry counts
somebody, and of all, where unsaid is taken as nobody because a report of a shooting in which nobody
died does not say so. A rule that gives no best figure is measured by its lowest.

Then the reconciled tolls of our own news, which have ranges coded by people: over the groups of
reports that the gold knows, and over the groups that the package links.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.quality import news
from bench.quality.grouped import grouped, write
from bench.quality.judge import rows
from bench.quality.reading import read, tools
from reportedly.codebook import default
from reportedly.reconcile import COUNT_RULES, reconcile
from reportedly.records import Account, Count, Incident, Reading
from reportedly.records.totals import account_total
from reportedly.store import open_store

BASELINE = "majority of documents"
OUTCOMES = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Told:
    """One incident of the registry, and what its documents say."""

    registry: Mapping[str, int]
    readings: Sequence[Reading]


def incidents(data: Path, extractor: str) -> Iterator[Told]:
    """Those of T5 trial that two or more documents report."""
    folder = data / "data" / "linking" / "t5_trial"
    coded = [row for row in rows(folder / "incidents.jsonl") if len(row["docs"]) > 1]
    wanted = {id for row in coded for id in row["docs"]}
    reader = tools(extractor)
    found = {
        row["id"]: read(
            reader,
            row["id"],
            row["text"],
            date.fromisoformat(row["date"]) if row["date"] else None,
            row["title"],
            row["source"],
        )
        for row in rows(folder / "documents.jsonl")
        if row["id"] in wanted
    }
    for row in coded:
        told = [found[id] for id in row["docs"] if id in found]
        yield Told({name: row[name] for name in OUTCOMES}, told)


def score(data: Path, extractor: str) -> int:
    """Print the share of right figures of every rule and of the baseline."""
    for name, value in figures(list(incidents(data, extractor))).items():
        print(f"tolls {name}: {value:.1f}  ({extractor})")
    for name, line in _of_news(data, extractor):
        print(f"tolls of news, {name}: {line}  ({extractor})")
    return 0


def _of_news(data: Path, extractor: str) -> Iterator[tuple[str, str]]:
    """What the benchmark's own scorer prints of reconciled tolls, by list and grouping."""
    folder = data / "data" / "attacks" / "news"
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        news.read(folder / "docs.jsonl", out, extractor)
        with open_store(f"sqlite:///{out / 'store.db'}") as store:
            given = grouped(data, folder, out / "read.jsonl", store, tools(extractor))
            write(out / "given.jsonl", given)
        for list_ in ("work", "check"):
            for groups, file in (("groups given", "given"), ("own groups", "incidents")):
                command = [sys.executable, str(data / "scorers" / "news.py"), str(folder)]
                command += ["--read", str(out / "read.jsonl")]
                command += ["--export", str(out / f"{file}.jsonl")]
                command += ["--docs-list", str(folder / f"{list_}.txt")]
                printed = subprocess.run(command, capture_output=True, text=True, check=True)
                lenient = printed.stdout.partition("== strict")[0]
                for line in re.findall(r"^ *reconciled (.*)$", lenient, re.M):
                    yield f"{list_}, {groups}", " ".join(line.split())


def figures(told: Sequence[Told]) -> dict[str, float]:
    """Percentages by rule, outcome and kind of share."""
    found: dict[str, float] = {}
    for rule in (*COUNT_RULES, BASELINE):
        for outcome in OUTCOMES:
            pairs = [(one.registry[outcome], _figure(one.readings, outcome, rule)) for one in told]
            some = [(truth, figure) for truth, figure in pairs if truth]
            found[f"{outcome}, {rule}, of {len(some)} with somebody"] = _share(some)
            found[f"{outcome}, {rule}, of all {len(pairs)}"] = _share(pairs)
    return found


def _share(pairs: Sequence[tuple[int, int | None]]) -> float:
    return 100 * sum(truth == (figure or 0) for truth, figure in pairs) / max(1, len(pairs))


def _figure(readings: Sequence[Reading], outcome: str, rule: str) -> int | None:
    """How many, by a rule; None where nothing is said or chosen."""
    if rule == BASELINE:
        return _most_common(readings, outcome)
    incident = _reconciled(readings, rule)
    found = incident.get(outcome) if incident else None
    return found.figure if isinstance(found, Count) else None


def _reconciled(readings: Sequence[Reading], rule: str) -> Incident | None:
    accounts = [account for reading in readings if (account := _main(reading))]
    if not accounts:
        return None
    statements = [said for reading in readings for said in reading.statements]
    reports = {reading.report.id: reading.report for reading in readings}
    return reconcile(accounts, statements, reports, (), default(), rule)


def _most_common(readings: Sequence[Reading], outcome: str) -> int | None:
    """The figure that most documents come to, each for itself; of equals the lowest."""
    own = [account_total(a, outcome) for reading in readings if (a := _main(reading))]
    said = Counter(count.figure for count in own if count is not None)
    return max(said, key=lambda figure: (said[figure], -figure), default=None)


def _main(reading: Reading) -> Account | None:
    told = [account for account in reading.accounts if account.role != "aggregate"]
    return next((account for account in told if account.role == "main"), next(iter(told), None))
