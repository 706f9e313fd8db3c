"""``reportedly search TEXT``: reports, statements and incidents by words."""

from typing import Annotated

import typer

from reportedly.cli.options import Db, Json

Text = Annotated[list[str], typer.Argument(metavar="TEXT", help="Words, all of which must occur.")]


def command(text: Text, db: Db = None, as_json: Json = False) -> None:
    """Find reports, statements and incidents by words."""
    from reportedly import contract, pipeline
    from reportedly.cli import card, opened
    from reportedly.cli.screen import Screen, faint, strong
    from reportedly.cli.summary import summary
    from reportedly.cli.terminal import write_json
    from reportedly.export.jsonl import exported

    with opened.store(db) as store:
        release = pipeline.release(store, opened.tools(book=opened.book_of(store)))
        found = store.search(" ".join(text), amend=release.verdicts.amended)
        incidents = list(release.told_by(report.id for report in found.reports))
        if as_json:
            for report in found.reports:
                reading = release.readings[report.id]
                write_json({"kind": "report", **contract.report(report, reading.extractor)})
            for said in found.statements:
                accounts = release.readings[said.report].accounts
                write_json({"kind": "statement", **contract.statement(said, accounts)})
            for one in incidents:
                write_json({"kind": "incident", **exported(release, one)})
            return
    screen = Screen()
    card.heading(screen, len(found.reports), "report")
    for report in found.reports:
        screen.line([strong(report.title or report.name), faint(f" ({report.name})")], indent=1)
        screen.line(faint(card.source_line(report)), indent=3)
    card.heading(screen, len(found.statements), "statement")
    for said in found.statements:
        card.statement_row(screen, said, indent=1)
    card.heading(screen, len(incidents), "incident")
    for one in incidents:
        summary(screen, one)
    screen.show()
