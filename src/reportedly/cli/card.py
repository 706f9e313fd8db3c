"""One report as a card: its incidents, who said what in it, and what does not agree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly import wording
from reportedly.cli.screen import Line, Part, Screen, amber, faint, strong
from reportedly.cli.terminal import shorten
from reportedly.records import (
    PERSON,
    Account,
    Attribution,
    Claim,
    Dispute,
    Evidence,
    Reading,
    Report,
    Speaker,
    Statement,
)

_HEADLINE = ("type", "date", "place")
_ROLES = {"main": "", "background": "background", "aggregate": "aggregate, no single incident"}
_LONGEST_QUOTE = 160


def card(screen: Screen, reading: Reading) -> None:
    """Put one reading on the page."""
    screen.line(strong(reading.report.title or reading.report.name))
    screen.line(faint(source_line(reading.report)))
    for failure in reading.failures:
        screen.line([amber("not read: "), f"{failure.reason} ({failure.stage})"])
    if reading.failures and not reading.accounts and not reading.statements:
        return  # "no incidents" would be a finding, and nothing was found out
    heading(screen, len(reading.accounts), "incident")
    for number, account in enumerate(reading.accounts, 1):
        _account(screen, number, account)
    heading(screen, len(reading.statements), "statement")
    _by_speaker(screen, reading.statements)
    if reading.disputes:
        heading(screen, len(reading.disputes), "dispute")
        said = sayings(reading.accounts, reading.statements)
        screen.columns(dispute_rows(reading.disputes, said), indent=1)


def source_line(report: Report) -> str:
    """Publisher and day, said so where they are not stated; language, if known; length."""
    parts = [
        report.publisher or "publisher not stated",
        wording.day(report.published) if report.published else "date not stated",
        report.language,
        f"{len(report.text):,} characters",
    ]
    return " · ".join(part for part in parts if part)


def quote(evidence: Evidence, longest: int = _LONGEST_QUOTE) -> str:
    """The report's words between quotation marks that the page itself never uses otherwise."""
    return f"«{shorten(evidence.quote.strip(), longest)}»"


def speaker(who: Speaker) -> str:
    """``Ysolde Karrant, ministry spokeswoman``; a speaker without a name stays without one."""
    name = who.name or "somebody the report does not name"
    more = [m for m in (who.role, who.affiliation) if m and m.casefold() not in name.casefold()]
    return ", ".join([name, *more])


def sayings(
    accounts: Sequence[Account], statements: Sequence[Statement]
) -> Mapping[str, tuple[str, Evidence]]:
    """For every claim and statement, by id: what it says in short, and its words."""
    found = {s.id: (f"{speaker(s.speaker)} {wording.ACTS[s.act]}", s.content) for s in statements}
    for claim in (c for account in accounts for c in account.claims):
        who = claim.voice or "the report"
        found[claim.id] = (
            f"{who}: {wording.label(claim.field)} {claim_value(claim)}",
            claim.evidence[0],
        )
    return found


def dispute_rows(
    disputes: Iterable[Dispute], said: Mapping[str, tuple[str, Evidence]]
) -> Sequence[Sequence[Line]]:
    """What is in dispute, then a row for each side with its words; copies of a side once."""
    sides: dict[str, dict[str, None]] = {}
    for dispute in disputes:
        about = wording.label(dispute.field) if dispute.field else dispute.issue or dispute.kind
        for side in (dispute.left, dispute.right):
            words, evidence = said.get(side, (side, None))
            row = f"{words} {quote(evidence)}" if evidence else words
            sides.setdefault(about, {})[row] = None
    return [
        [amber(shorten(about, 30) if not number else ""), row]
        for about, rows in sides.items()
        for number, row in enumerate(rows)
    ]


def statement_row(screen: Screen, statement: Statement, indent: int = 2) -> None:
    """One statement on its own: speaker and act, then the words, then the days it speaks of."""
    who = f"{speaker(statement.speaker)} {wording.ACTS[statement.act]}"
    screen.line([f"{who}: ", quote(statement.content, 320), faint(_note(statement))], indent)


def _note(statement: Statement) -> str:
    """The days it speaks of, and whether somebody made it or set it right."""
    when = f" ({wording.horizon(statement.horizon)})" if statement.horizon else ""
    return when + (f" (by {PERSON})" if statement.by == PERSON else "")


def claim_value(claim: Claim) -> str:
    """The value, whom it counts, and whether the same report took it back."""
    words = wording.say(claim.value)
    words += f" {claim.group}" if claim.group else ""
    words += ", part of a total" if claim.part_of else ""
    return words + (", superseded" if claim.superseded_by else "")


def heading(screen: Screen, number: int, noun: str, note: str = "") -> None:
    """``3 statements``, with a line free above it."""
    screen.line()
    screen.line([strong(wording.number(number, noun)), faint(f", {note}" if note else "")])


def _account(screen: Screen, number: int, account: Account) -> None:
    """What, when and where in one line; below it each claim with its words and its voice."""
    said = [
        next((wording.say(c.value) for c in account.of(f)), f"{f} not stated") for f in _HEADLINE
    ]
    line: list[Part] = [strong(said[0]), f" · {said[1]} · {said[2]}"]
    status = [wording.say(claim.value) for claim in account.of("status")]
    notes = [_ROLES[account.role], *(word for word in status[-1:] if word != "completed")]
    line += [amber(f" · {note}") for note in notes if note]
    screen.columns([[faint(str(number)), line]], indent=1)
    rows = list(_claim_rows(account))
    screen.columns(rows, indent=4)
    if not rows:
        screen.line(faint(quote(account.mentions[0])), indent=4)


def _claim_rows(account: Account) -> Iterator[Sequence[Line]]:
    """Field, value, words and voice of every claim that the headline does not give."""
    fields = dict.fromkeys(claim.field for claim in account.claims)
    for field in fields:
        if field in (*_HEADLINE, "status"):
            continue
        shown: set[tuple[str, str | None]] = set()
        for claim in account.of(field):
            key = (claim_value(claim), claim.voice)
            if key in shown or claim.value == Attribution("unknown"):
                continue
            name = "" if shown else wording.label(field)
            shown.add(key)
            voice = f" ({claim.voice})" if claim.voice else ""
            yield [faint(name), strong(key[0]), [quote(claim.evidence[0]), faint(voice)]]


def _by_speaker(screen: Screen, statements: Sequence[Statement]) -> None:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(speaker(statement.speaker), []).append(statement)
    for who, said in groups.items():
        screen.line(who, indent=1)
        rows: list[Sequence[Line]] = []
        for one in said:
            rows.append(
                [faint(f"{wording.ACTS[one.act]}:"), [quote(one.content, 320), faint(_note(one))]]
            )
        screen.columns(rows, indent=4)
