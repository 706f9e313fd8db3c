"""``reportedly warnings``: who warned of what, until when, and what happened in that time."""

from typing import TYPE_CHECKING, Any

from reportedly.cli.options import AsOf, Db, From, Json, To

if TYPE_CHECKING:
    from reportedly.pipeline.foreseen import Candidate

_SHOWN = 10  # candidates of one warning on a terminal; --json has all


def command(
    first: From = None, last: To = None, as_of: AsOf = None, db: Db = None, as_json: Json = False
) -> None:
    """List warnings and forecasts.

    With later incidents in the days they speak of, as candidates for a person to judge: what an
    incident has in common with a warning does not make the warning right.
    """
    from reportedly import contract
    from reportedly.cli import card, opened
    from reportedly.cli.screen import Screen, faint, strong
    from reportedly.cli.statements import within
    from reportedly.cli.terminal import write_json
    from reportedly.pipeline.foreseen import Happened, foreseen

    screen = Screen()
    with opened.release(db, as_of=as_of) as release:
        happened = Happened.of(release.incidents())
        shown = ""
        for one in foreseen(release.readings, happened):
            report = one.reading.report
            if not within(report.published, first, last):
                continue
            if as_json:
                made = contract.statement(one.statement, one.reading.accounts)
                candidates = [_plain(candidate) for candidate in one.candidates]
                ids = [candidate.incident for candidate in one.candidates]
                more = {"said_on": one.said_on, "candidates": candidates}
                write_json({"report": report.name, **made, **more, "incidents_in_time": ids})
                continue
            if report.id != shown:
                shown = report.id
                screen.line()
                screen.line(strong(report.title or report.name))
                screen.line(faint(card.source_line(report)))
            card.statement_row(screen, one.statement)
            if one.candidates:
                screen.line(faint("to be judged, reported for that time:"), indent=4)
            for candidate in one.candidates[:_SHOWN]:
                screen.line(_row(candidate), indent=6)
            if len(one.candidates) > _SHOWN:
                screen.line(faint(f"and {len(one.candidates) - _SHOWN} more (--json)"), indent=6)
    screen.show("No warnings." if not as_json else "")


def _row(candidate: "Candidate") -> str:
    from reportedly import wording

    common = ", ".join(f"{reason} {wording.code(name)}" for reason, name in candidate.reasons)
    return f"{candidate.incident} · {wording.when(candidate.day)} · {common}"


def _plain(candidate: "Candidate") -> dict[str, Any]:
    from reportedly.contract.values import when

    reasons = [{"kind": kind, "name": name} for kind, name in candidate.reasons]
    return {"incident": candidate.incident, "date": when(candidate.day), "reasons": reasons}
