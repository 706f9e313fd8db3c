"""``reportedly show ID``: one incident, report or statement."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import AsOf, Db, Json, Rule

if TYPE_CHECKING:
    from reportedly.cli.screen import Line, Screen
    from reportedly.pipeline import Release
    from reportedly.records import Incident, Reading, Statement


def command(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="An incident, a report by id or name, or a statement."),
    ],
    rule: Rule = None,
    as_of: AsOf = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show one incident, report or statement."""
    from reportedly import contract
    from reportedly.cli import opened
    from reportedly.cli.card import card
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json
    from reportedly.export.jsonl import exported

    with opened.release(db, rule=rule, as_of=as_of) as release:
        screen = Screen()
        if reading := _reading(release, id):
            if as_json:
                write_json(contract.reading(reading, codebook=release.codebook))
            else:
                card(screen, reading)
        elif said := release.statement(id):
            if as_json:
                accounts = release.readings[said.report].accounts
                write_json(contract.statement(said, accounts))
            else:
                _statement(screen, release, said)
        elif as_json:
            write_json(exported(release, release.incident(id)))
        else:
            incident(screen, release, release.incident(id))
        screen.show()


def incident(screen: "Screen", release: "Release", shown: "Incident") -> None:
    """Every field with its value, the rule that chose it, and what each voice says of it."""
    from reportedly import pipeline, wording
    from reportedly.cli import card
    from reportedly.cli.coded import beside
    from reportedly.cli.screen import amber, faint
    from reportedly.cli.summary import disputed, headline
    from reportedly.wording import decided
    from reportedly.wording.heard import by_voice

    accounts = release.accounts(shown.accounts)
    headline(screen, shown)
    rows: list[tuple[str, Line]] = []
    for field in dict.fromkeys(finding.field for finding in shown.findings):
        chosen = [f for f in shown.findings if f.field == field]
        values = ", ".join(wording.say(f.value) for f in chosen)
        explanation = pipeline.explain(release, shown.id, field)
        by = next((d.reviewer for d in explanation.decided), None)
        how = f" (decided by {by})" if by else f" (rule {chosen[0].rule})"
        rows.append((wording.label(field), [values, faint(how)]))
        for one in explanation.differing:
            rows.append(("", amber(decided.machine(one))))
        said = by_voice(explanation, accounts)
        if len({one.words for one in said}) > 1:
            rows.extend(("", faint(str(one))) for one in said)
        parts = [f for f in shown.groups if f.field == field]
        if parts:
            told = ", ".join(f"{f.group} {wording.say(f.value)}" for f in parts)
            rows.append(("", [faint("by group: "), told]))
    if fields := disputed(shown):
        rows.append(("disputed", amber(", ".join(fields))))
    rows += beside(release, release.beside.of(shown))
    screen.pairs(rows, indent=2)
    reports = [reading.report for reading in release.told(shown)]
    copies = release.copies(shown)
    voices = wording.number(shown.voices, "independent voice")
    card.heading(screen, len(reports), "report", voices)
    for report in reports:
        copied = copies.get(report.id)
        note = f", copy of {release.report(copied).name}" if copied else ""
        screen.line([report.title or report.name, faint(f" ({report.name}{note})")], indent=2)
        screen.line(faint(card.source_line(report)), indent=4)


def _reading(release: "Release", id: str) -> "Reading | None":
    found = release.readings.of([id]) or release.readings.named(id)
    return next(iter(found.values()), None)


def _statement(screen: "Screen", release: "Release", said: "Statement") -> None:
    from reportedly import wording
    from reportedly.cli import card
    from reportedly.cli.screen import amber, faint, strong
    from reportedly.wording import decided
    from reportedly.wording.heard import in_sentence

    report = release.report(said.report)
    screen.line(strong(f"{card.speaker(said.speaker)} {wording.ACTS[said.act]}"))
    screen.quotation(*in_sentence(report, said.content), indent=2)
    screen.line(faint(f"{report.title or report.name} ({report.name})"), indent=2)
    screen.line(faint(card.source_line(report)), indent=2)
    if made := release.verdicts.said().get(report.id, {}).get(said.id):
        screen.line(f"decided: {decided.signed(made)}", indent=2)
        for read in release.readings.as_read([report.id]):
            for one in (one for one in read.statements if one.id == said.id):
                who = card.speaker(one.speaker)
                screen.line(amber(f"the machine reads: {who} {wording.ACTS[one.act]}"), indent=2)
