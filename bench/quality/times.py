"""Time expressions in the form of TimeML: a mark for each expression, its type and value.

The package joins "from May to July" into one range, as its readers need one interval; TimeML marks
two dates. So the expressions are taken before they are joined.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from reportedly.annotate.dates import expressions
from reportedly.records import Annotated, Report
from reportedly.resolve import dates


def timexes(text: str, dct: str) -> list[dict[str, Any]]:
    """The expressions of a text of the day ``dct`` (ISO 8601; a time of day is dropped)."""
    report = Report(id="time", name="time", text=text, published=date.fromisoformat(dct[:10]))
    marks = dates.times(replace(Annotated(report=report), times=expressions(text)))
    return [
        {"start": m.start, "end": m.end, "type": m.type.upper(), "value": m.value}
        for m in marks
        if m.value
    ]
