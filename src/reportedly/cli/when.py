"""``reportedly when TEXT``: the times of a text, what days they are, and on what that rests."""

from typing import TYPE_CHECKING, Any

from reportedly.cli import given
from reportedly.cli.given import Text
from reportedly.cli.options import Json, Published

if TYPE_CHECKING:
    from reportedly.records import TimeMark


def command(text: Text, published: Published = None, as_json: Json = False) -> None:
    """Say which days the times of a text are.

    Each with what it was counted from. Without --published, "on Thursday" stays unresolved.
    """
    from reportedly.cli.screen import Screen, amber, faint
    from reportedly.cli.terminal import write_json
    from reportedly.pipeline import times

    text = given.given(text)
    marks = times(text, published)
    if as_json:
        for mark in marks:
            write_json(for_programs(mark, text))
        return
    screen = Screen()
    if marks:
        screen.table(
            ("words", "kind", "days", "value", "because"),
            [
                (
                    given.words(text, m.start, m.end),
                    m.type,
                    shown(m) if m.when else amber("not known") if _is_day(m) else faint("-"),
                    faint(m.value or ""),
                    m.reason,
                )
                for m in marks
            ],
        )
    screen.show(otherwise="No times.")


def _is_day(mark: "TimeMark") -> bool:
    return mark.type in ("date", "time")


def shown(mark: "TimeMark") -> str:
    """ "2031-03-03" or "2031-03-01 to 2031-03-31"."""
    if mark.when is None:
        return ""
    first, last = mark.when.earliest.isoformat(), mark.when.latest.isoformat()
    return first if first == last else f"{first} to {last}"


def for_programs(mark: "TimeMark", text: str) -> dict[str, Any]:
    when = mark.when
    said = {
        "type": mark.type,
        "value": mark.value,
        "date": when
        and {
            "earliest": when.earliest.isoformat(),
            "latest": when.latest.isoformat(),
            "precision": when.precision,
        },
        "basis": mark.basis,
    }
    return given.for_programs(text, mark.start, mark.end, said, mark.reason, ())
