"""``reportedly where TEXT``: the places of a text, which ones they are, and on what that rests."""

from typing import TYPE_CHECKING, Any

from reportedly.cli import given
from reportedly.cli.given import Text
from reportedly.cli.options import Gazetteer, Json, Published

if TYPE_CHECKING:
    from reportedly.records import Place, PlaceMark

_OTHERS = 3  # candidates shown beside the chosen one


def command(
    text: Text,
    published: Published = None,
    gazetteer: Gazetteer = None,
    as_json: Json = False,
) -> None:
    """Say which places the names of a text are.

    Each with how precise it is, why it was chosen, and what else it could be. A small place that
    nothing in the text supports stays open.
    """
    from reportedly import wording
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen, amber, faint
    from reportedly.cli.terminal import write_json

    text = given.given(text)
    marks = found(text, opened.names(gazetteer), published)
    if as_json:
        for mark in marks:
            write_json(for_programs(mark, text))
        return
    screen = Screen()
    if marks:
        screen.table(
            ("words", "place", "point", "because", "or else"),
            [
                (
                    given.words(text, m.start, m.end),
                    wording.place(m.place)
                    if m.place.country_code or m.place.ref
                    else amber("open"),
                    faint(_point(m.place)),
                    m.reason,
                    faint("; ".join(map(wording.place, _others(m)[:_OTHERS]))),
                )
                for m in marks
            ],
        )
    screen.show(otherwise="No places.")


def found(text: str, names: Any, published: Any = None) -> "tuple[PlaceMark, ...]":
    """The places of a text, settled."""
    from reportedly.annotate import annotate
    from reportedly.records import Report
    from reportedly.resolve import resolve

    report = Report(id="text", name="text", text=text, published=published)
    return resolve(annotate(report, names), names).places


def _others(mark: "PlaceMark") -> "list[Place]":
    return [place for place in mark.candidates if place.ref != mark.place.ref]


def _point(place: "Place") -> str:
    if place.lat is None or place.lon is None:
        return place.precision
    return f"{place.precision} {place.lat:.2f}, {place.lon:.2f}"


def for_programs(mark: "PlaceMark", text: str) -> dict[str, Any]:
    from reportedly.contract.values import place as shown

    said = {"use": mark.use, "place": shown(mark.place)}
    others = [shown(place) for place in mark.candidates]
    return given.for_programs(text, mark.start, mark.end, said, mark.reason, others)
