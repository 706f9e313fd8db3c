"""``python -m bench.quality predict TASK IN OUT``: readings in the shape of a benchmark's gold.

Of each row of IN a task sees the fields named here and nothing else.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.quality import attribution
from bench.quality.linking import linked
from bench.quality.muc4.finders import finder
from bench.quality.muc4.five import five_slots
from bench.quality.muc4.pages import five_slot_page, page
from bench.quality.muc4.slots import slots
from bench.quality.places import toponyms
from bench.quality.reading import read, tools
from bench.quality.times import timexes
from reportedly.pipeline import Tools

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    fields: tuple[str, ...]  # of a row of IN, all that is read of it
    predict: Callable[[Iterable[Row], Tools], Iterator[Row]]


def _each(
    predicted: Callable[[Row, Tools], Row],
) -> Callable[[Iterable[Row], Tools], Iterator[Row]]:
    """Every row by itself."""
    return lambda rows, tools: (predicted(row, tools) for row in rows)


def _muc4(row: Row, tools: Tools) -> Row:
    asked = page(row, tools.names)
    numbered = enumerate(finder(tools)(asked, tools, bare=False), start=1)
    return {
        "docid": asked.docid,
        "templates": [slots(t, asked, tools.names, n) for n, t in numbered],
    }


def _five_slot(row: Row, tools: Tools) -> Row:
    asked = five_slot_page(row, tools.names)
    found = finder(tools)(asked, tools, bare=True)
    return {"docid": asked.docid, "templates": [five_slots(t) for t in found]}


def _attribution(row: Row, tools: Tools) -> Row:
    return attribution.predicted(read(tools, row["id"], row["text"]), row)


def _time(row: Row, _: Tools) -> Row:
    return {"docid": row["docid"], "timexes": timexes(row["text"], row["dct"])}


def _places(row: Row, tools: Tools) -> Row:
    return {"docid": row["docid"], "toponyms": toponyms(row["text"], tools.names)}


def _gold_spans(row: Row, tools: Tools) -> Row:
    """Of the toponyms nothing is read but where they stand."""
    spans = [(t["start"], t["end"]) for t in row["toponyms"]]
    return {"docid": row["docid"], "toponyms": toponyms(row["text"], tools.names, spans)}


TASKS: Mapping[str, Task] = {
    "muc4": Task(("docid", "text", "dateline"), _each(_muc4)),
    "muc4 --five-slot": Task(("docid", "doctext"), _each(_five_slot)),
    "attribution": Task(("id", "text"), _each(_attribution)),
    "time": Task(("docid", "text", "dct"), _each(_time)),
    "places": Task(("docid", "text"), _each(_places)),
    "places --gold-spans": Task(("docid", "text", "toponyms"), _each(_gold_spans)),
    "linking": Task(("id", "title", "text", "date"), linked),
}


def predict(task: str, source: Path, target: Path, extractor: str) -> None:
    """Write a prediction for every row, in the rows' order."""
    with target.open("w", encoding="utf-8") as file:
        for row in TASKS[task].predict(_rows(TASKS[task], source), tools(extractor)):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(task: Task, source: Path) -> Iterator[Row]:
    with source.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield {field: row[field] for field in task.fields}
