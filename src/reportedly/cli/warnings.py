"""``reportedly warnings``: who warned of what, and until when."""

from typing import TYPE_CHECKING

from reportedly.cli.options import Db, From, Json, To

if TYPE_CHECKING:
    from reportedly.records import Incident, Statement

FORESEEING = ("warn", "predict")


def command(first: From = None, last: To = None, db: Db = None, as_json: Json = False) -> None:
    """List warnings and forecasts.

    With the incidents reported for the days they speak of. An incident in that time does not
    make a warning right: it is listed for its date alone.
    """
    from reportedly import contract
    from reportedly.cli import card, opened
    from reportedly.cli.screen import Screen, faint, strong
    from reportedly.cli.statements import within
    from reportedly.cli.terminal import write_json

    screen = Screen()
    with opened.release(db) as release:
        for reading in release.readings:
            report = reading.report
            wanted = [said for said in reading.statements if said.act in FORESEEING]
            if not wanted or not within(report.published, first, last):
                continue
            if not as_json:
                screen.line(strong(report.title or report.name))
                screen.line(faint(card.source_line(report)))
            for said in wanted:
                inside = [i.id for i in release.incidents() if _inside(i, said)]
                if as_json:
                    made = contract.statement(said, reading.accounts)
                    write_json({"report": report.name, **made, "incidents_in_time": inside})
                    continue
                card.statement_row(screen, said)
                if inside:
                    screen.line(faint(f"reported for that time: {', '.join(inside)}"), indent=4)
            screen.line()
    screen.show("No warnings." if not as_json else "")


def _inside(incident: "Incident", warning: "Statement") -> bool:
    """Whether the incident's date and the warning's days have a day in common."""
    from reportedly.records import When

    when, horizon = incident.get("date"), warning.horizon
    if not isinstance(when, When) or horizon is None or horizon.earliest == horizon.latest is None:
        return False
    before = horizon.earliest is not None and when.latest < horizon.earliest
    after = horizon.latest is not None and when.earliest > horizon.latest
    return not (before or after)
