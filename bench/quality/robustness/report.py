"""What was measured, as Markdown."""

from collections.abc import Iterator, Sequence

from bench.quality.robustness.changes import CHANGES
from bench.quality.robustness.compare import KINDS, Output, tally
from bench.quality.robustness.measure import Measured

_WORST = 12


def page(
    found: Sequence[Measured], extractor: str, command: str, day: str, show: Sequence[str]
) -> str:
    """The table of every change, and the worst examples of those to ``show``."""
    sizes = [
        len({m.source.id for m in found if m.source.invented is made}) for made in (True, False)
    ]
    lines = [
        f"`{command}` on {day}, extractor `{extractor}`: {sizes[0]} invented reports,"
        f" {sizes[1]} others. Changed outputs of all, and per cent.",
        "",
        *table(found),
        "",
        *(
            line
            for name in show
            for line in (f"## {CHANGES[name].title}", "", *worst(found, name), "")
        ),
    ]
    return "\n".join(lines) + "\n"


def _examples(found: Sequence[Measured], change: str) -> Iterator[str]:
    yield from (f"## {CHANGES[change].title}", "", *worst(found, change), "")


def table(found: Sequence[Measured]) -> Iterator[str]:
    """A row a kind of output, a column a change; in brackets what a change is meant to change."""
    names = [name for name in CHANGES if any(m.change == name for m in found)]
    yield "| | " + " | ".join(CHANGES[name].title for name in names) + " |"
    yield "| --- |" + " ---: |" * len(names)
    tallies = {n: tally([o for m in found if m.change == n for o in m.outputs]) for n in names}
    of = {name: sum(m.change == name for m in found) for name in names}
    yield "| copies | " + " | ".join(str(of[name]) for name in names) + " |"
    for kind in KINDS:
        cells = []
        for name in names:
            cell = _share(*tallies[name][kind])
            cells.append(f"({cell})" if kind in CHANGES[name].moves else cell)
        yield f"| {kind} | " + " | ".join(cells) + " |"
    totals = []
    for name in names:
        counted = [c for kind, c in tallies[name].items() if kind not in CHANGES[name].moves]
        totals.append(f"**{_share(sum(c for c, _ in counted), sum(n for _, n in counted))}**")
    yield "| **all** | " + " | ".join(totals) + " |"


def worst(found: Sequence[Measured], change: str) -> Iterator[str]:
    """The reports of which most changed; words are shown of invented reports only."""
    ranked = sorted((m for m in found if m.change == change), key=lambda m: -len(m.changed))
    for one in [m for m in ranked if m.changed][:_WORST]:
        yield f"- {one.source.id}: {_exchanged(one)}"
        for output in one.changed:
            values = f"{_value(output.before)} → {_value(output.after)}"
            yield f"  - {output.kind}: {values}{_words(one, output)}"


def _share(changed: int, of: int) -> str:
    return f"{changed} of {of}, {100 * changed / of:.1f}" if of else "none"


def _exchanged(one: Measured) -> str:
    text = one.made[0]
    names = {f"{one.source.text[e.start : e.end]} → {e.new}": None for e in text.edits}
    return "; ".join(name for name in names if len(name) > len("an → an"))


def _value(value: object) -> str:
    return "nothing" if value in (None, []) else str(value)


def _words(one: Measured, output: Output) -> str:
    if not one.source.invented:
        return ""
    part, start, end = output.where
    source = one.source.title if part == "title" else one.source.text
    return f' ("{" ".join(source[start : min(end, start + 60)].split())} ...")'
