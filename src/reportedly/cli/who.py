"""``reportedly who TEXT``: whom each mention means, and the registry of actors."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli import given
from reportedly.cli.given import TextIfAny
from reportedly.cli.options import Gazetteer as GazetteerFile
from reportedly.cli.options import Json, Published

if TYPE_CHECKING:
    from reportedly.cli.screen import Line
    from reportedly.gazetteer import Entry, Gazetteer
    from reportedly.records import Actor, ActorMark, Place

_OTHERS = 3  # candidates shown beside the chosen one
_LISTED = "List the actors of the registry instead, all or those with TEXT in a name."


def command(
    text: TextIfAny = "",
    published: Published = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CC", help="Where the text is from, such as ML."),
    ] = None,
    gazetteer: GazetteerFile = None,
    list_: Annotated[bool, typer.Option("--list", help=_LISTED)] = False,
    as_json: Json = False,
) -> None:
    """Show which armed actor or body of a state each mention means, and why.

    Names are those of the day, where the registry dates them. A mention that could mean several is
    left open and shows them; nothing is sent anywhere.
    """
    from reportedly.cli import opened

    if list_:
        _list(opened.names(gazetteer), text, published, as_json)
        return
    text = given.given(text)
    names = opened.names(gazetteer)
    home = names.country(country.upper()) if country else None
    if country and home is None:
        raise typer.BadParameter(f"{country!r} is no country; write two letters such as ML")
    _tell(text, mentions(text, names, published, home), names, published, as_json)


def _tell(
    text: str,
    marks: "tuple[ActorMark, ...]",
    names: "Gazetteer",
    day: date | None,
    as_json: bool,
) -> None:
    """The mentions, as a table or for programs."""
    from reportedly.cli.screen import Screen, faint
    from reportedly.cli.terminal import write_json

    if as_json:
        for mark in marks:
            write_json(for_programs(text, mark, names, day))
        return
    screen = Screen()
    if marks:
        screen.table(
            ("words", "actor", "kind", "because", "or else"),
            [
                (
                    given.words(text, m.start, m.end),
                    _meaning(m, names, day),
                    faint((m.actor.kind or "").replace("_", " ")),
                    m.reason,
                    faint("; ".join(f"{c.name} ({c.ref})" for c in _others(m)[:_OTHERS])),
                )
                for m in marks
            ],
        )
    screen.show(otherwise="No actors.")


def _list(names: "Gazetteer", word: str, day: date | None, as_json: bool) -> None:
    """The actors of the registry with a word in a name."""
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json

    screen = Screen()
    for entry in listed(names, word):
        if as_json:
            write_json(facts(entry, day))
        else:
            _show_entry(screen, entry, day)
    if not as_json:
        screen.show(otherwise=f"No actor has {word!r} in a name.")


def mentions(
    text: str, names: "Gazetteer", published: date | None, home: "Place | None"
) -> "tuple[ActorMark, ...]":
    """The actors of a text, settled; ``home`` is the country it is from."""
    from reportedly.annotate import annotate
    from reportedly.records import Report
    from reportedly.resolve import resolve

    report = Report(id="text", name="text", text=text, published=published)
    return resolve(annotate(report, names), names, home).actors


def listed(names: "Gazetteer", word: str) -> "Iterator[Entry]":
    """The actors of the registry with a word in one of their names."""
    word = word.casefold().strip()
    for entry in names.entries():
        if any(word in name.casefold() for name in entry.every_name()):
            yield entry


def for_programs(
    text: str, mark: "ActorMark", names: "Gazetteer", day: date | None
) -> Mapping[str, Any]:
    """A mention as an object for JSON."""
    entry = names.entry(mark.actor.ref or "")
    said = {
        "qualifier": mark.actor.qualifier, "unnamed": mark.bare is not None and entry is None,
        "actor": facts(entry, day) if entry else None,
        "kind": mark.actor.kind, "parent": mark.actor.parent,
    }  # fmt: skip
    others = [{"ref": c.ref, "name": c.name, "kind": c.kind} for c in mark.candidates]
    return given.for_programs(text, mark.start, mark.end, said, mark.reason, others)


def facts(entry: "Entry", day: date | None) -> Mapping[str, Any]:
    """What the registry says of an actor, as an object for JSON."""
    known = entry.background
    return {
        "ref": entry.actor.ref, "name": entry.actor.name, "name_on_the_day": entry.name_on(day),
        "kind": entry.actor.kind, "parent": entry.actor.parent, "relation": known.relation,
        "countries": list(known.countries), "from": known.active_from, "to": known.active_to,
        "aliases": list(entry.aliases), "native": dict(entry.native or {}),
        "labelled": [{"name": one.name, "by": one.by} for one in entry.labels],
        "listed": [{"by": one.by, "as": one.called, "as_of": one.as_of} for one in entry.listed],
        "ucdp": entry.ucdp,
    }  # fmt: skip


def _meaning(mark: "ActorMark", names: "Gazetteer", day: date | None) -> "Line":
    """The actor by the name of the day, or that it is open or nobody's."""
    from reportedly.cli.screen import amber, faint

    hedge = f", {mark.actor.qualifier}" if mark.actor.qualifier else ""
    entry = names.entry(mark.actor.ref or "")
    if entry is not None:
        return f"{entry.name_on(day)} ({entry.actor.ref}){hedge}"
    if _others(mark):
        return [amber("open"), hedge]
    of = f"a branch of {mark.actor.parent}" if mark.actor.parent else "not in the registry"
    return [faint(of), hedge]


def _others(mark: "ActorMark") -> "list[Actor]":
    return [actor for actor in mark.candidates if actor.ref != mark.actor.ref]


def _show_entry(screen: "Any", entry: "Entry", day: date | None) -> None:
    from reportedly.cli.screen import faint, strong

    screen.line([strong(entry.name_on(day)), f" ({entry.actor.ref})"])
    screen.line(_in_short(entry), indent=2)
    names = [name for name in entry.every_name() if name != entry.name_on(day)]
    labels = {label.name: label.by for label in entry.labels}
    told = [f"{name} (so called by {labels[name]})" if name in labels else name for name in names]
    if told:
        screen.line([faint("also: "), "; ".join(told)], indent=2)
    for one in entry.listed:
        screen.line(
            [faint("listed: "), f"by {one.by} as {one.called}, as of {one.as_of}"], indent=2
        )


def _in_short(entry: "Entry") -> str:
    """ "militia · Popular Mobilization Forces, component · IQ · from 2007"."""
    known = entry.background
    parent = ", ".join(filter(None, (entry.actor.parent, known.relation)))
    years = " ".join(
        f"{word} {day.year}"
        for word, day in (("from", known.active_from), ("to", known.active_to))
        if day
    )
    kind = (entry.actor.kind or "").replace("_", " ")
    return " · ".join(filter(None, (kind, parent, " ".join(known.countries), years)))
