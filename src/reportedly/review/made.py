"""Claims and statements that people make of words which they selected in a report. Pure.

Such a decision corrects the claim of that field on those words; where none is read there, it adds
one to what the report tells of the incident. Its quote is cut from the report when it is asked for.
Statements come first (see ``spoken``): a claim is the word of whoever says the words it stands in.
"""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.records import (
    PERSON,
    Account,
    Anchor,
    Claim,
    Evidence,
    Reading,
    Value,
    cite,
    content_id,
)
from reportedly.review.anchoring import Found, anchor, making
from reportedly.review.spoken import around, with_spoken


def selected(account: Account, field: str, words: Evidence) -> tuple[Anchor, Anchor]:
    """What a decision about these words of an account's report is about: the claim, its home."""
    span = (words.part, words.start, words.end)
    id = content_id("claim", PERSON, account.id, field, *span)
    claim = Anchor(subject=id, kind="claim", id=id, report=words.report, spans=(span,), field=field)
    return claim, anchor(account, id)


def with_made(reading: Reading, found: Iterable[Found]) -> Reading:
    """The reading with the statements and claims that these decisions make in its report; of two
    about the same words and field the later one counts.
    """
    found = list(found)
    reading = with_spoken(reading, found)
    accounts = {account.id: account for account in reading.accounts}
    for one in found:
        pair, value = making(one.decision), one.decision.value
        if pair is None or value is None or not one.adds:
            continue
        account = accounts.get(one.accounts[0])
        if account is None:
            continue
        claim = _claim(reading, pair[0], value)
        others = tuple(each for each in account.claims if each.id != claim.id)
        accounts[account.id] = replace(account, claims=(*others, claim))
    return replace(reading, accounts=tuple(accounts.values()))


def _claim(reading: Reading, words: Anchor, value: Value) -> Claim:
    (part, start, end), *_ = words.spans
    quoted = cite(reading.report, start, end, part)
    said = around(reading.statements, quoted)
    return Claim(
        id=words.id,
        field=words.field or "",
        value=value,
        evidence=(quoted,),
        statement=said.id if said else None,
        voice=said.speaker.name if said else None,
        by=PERSON,
    )
