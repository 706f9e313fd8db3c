"""``reportedly disputes``: where voices contradict each other."""

from typing import Annotated

import typer

from reportedly.cli.options import AsOf, Db, Json

Field = Annotated[
    str | None,
    typer.Option("--field", metavar="FIELD", help="Only about one field, such as killed."),
]


def command(field: Field = None, as_of: AsOf = None, db: Db = None, as_json: Json = False) -> None:
    """List what is disputed.

    Every side in its words. That a rule chose a value does not end a dispute.
    """
    from reportedly import codebook, contract
    from reportedly.cli import card, opened
    from reportedly.cli.screen import Screen
    from reportedly.cli.summary import headline
    from reportedly.cli.terminal import write_json

    name = codebook.default().field(field).name if field else None
    screen = Screen()
    with opened.release(db, as_of=as_of) as release:
        for incident in release.incidents():
            wanted = [d for d in incident.disputes if name in (None, d.field)]
            if as_json:
                for dispute in wanted:
                    write_json({"incident": incident.id, **contract.dispute(dispute)})
            elif wanted:
                accounts = release.accounts(incident.accounts)
                told = release.told(incident)
                said = card.sayings(accounts, [s for one in told for s in one.statements])
                headline(screen, incident)
                screen.columns(card.dispute_rows(wanted, said), indent=2)
                screen.line()
    screen.show("No disputes." if not as_json else "")
