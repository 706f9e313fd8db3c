"""``reportedly who TEXT``: whom each mention means, and the registry of actors."""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.options import Json, Published

if TYPE_CHECKING:
    from reportedly.gazetteer import Entry, Gazetteer
    from reportedly.records import ActorMark, Place

_LISTED = "List the actors of the registry instead, all or those with TEXT in a name."


def command(
    text: Annotated[
        str, typer.Argument(metavar="[TEXT]", help="A text, or - for standard input.")
    ] = "",
    published: Published = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CC", help="Where the text is from, such as ML."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help=_LISTED)] = False,
    as_json: Json = False,
) -> None:
    """Show which armed actor or body of a state each mention means, and why.

    Names are those of the day, where the registry dates them. A mention that could mean several is
    left open and shows them; nothing is sent anywhere.
    """
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json

    if text == "-":
        text = sys.stdin.read()
    if not list_ and not text.strip():
        raise typer.BadParameter("there is no text; write it after the command, or - to pipe it")
    names = opened.names()
    screen = Screen()
    if list_:
        for entry in listed(names, text):
            if as_json:
                write_json(facts(entry, published))
            else:
                _show_entry(screen, entry, published)
        otherwise = f"no actor has {text!r} in a name"
    else:
        home = names.country(country.upper()) if country else None
        if country and home is None:
            raise typer.BadParameter(f"{country!r} is no country; write two letters such as ML")
        for mark in mentions(text, names, published, home):
            if as_json:
                write_json(for_programs(text, mark, names, published))
            else:
                _show_mark(screen, text, mark, names, published)
        otherwise = "no actor is named here"
    if not as_json:
        screen.show(otherwise)


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
    others = [c.ref for c in mark.candidates if c.ref and c.ref != mark.actor.ref]
    return {
        "start": mark.start, "end": mark.end, "text": text[mark.start : mark.end],
        "qualifier": mark.actor.qualifier, "unnamed": mark.bare is not None and entry is None,
        "actor": facts(entry, day) if entry else None,
        "kind": mark.actor.kind, "parent": mark.actor.parent,
        "because": mark.reason, "others": others,
    }  # fmt: skip


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


def _show_mark(
    screen: "Any", text: str, mark: "ActorMark", names: "Gazetteer", day: date | None
) -> None:
    from reportedly.cli.screen import faint, strong

    entry = names.entry(mark.actor.ref or "")
    words = " ".join(text[mark.start : mark.end].split())
    if entry is not None:
        meaning = f"{entry.name_on(day)} ({entry.actor.ref})"
    else:
        meaning = "open" if len(mark.candidates) > 1 else "nobody that the registry lists"
    hedge = f", {mark.actor.qualifier}" if mark.actor.qualifier else ""
    screen.line([strong(words), f": {meaning}{hedge}"])
    if entry is not None:
        screen.line(_in_short(entry), indent=2)
    elif mark.actor.parent:
        screen.line(f"a branch of {mark.actor.parent}", indent=2)
    screen.line([faint("because: "), mark.reason], indent=2)
    others = [c for c in mark.candidates if c.ref != mark.actor.ref]
    if others:
        named = "; ".join(f"{c.name} ({c.ref})" for c in others)
        screen.line([faint("could also be: " if entry else "could be: "), named], indent=2)


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
