"""Numbers for accounts that outlive a re-reading.

An incident is called after the number of its oldest account. When a report is read again, an
account that speaks of the same stretch of text keeps the number that it had, so that no incident
is renamed and no decision about it is lost.
"""

from collections.abc import Mapping, Sequence

from reportedly.records import Account

Span = tuple[str, int, int]  # part, first, last


def numbers(
    accounts: Sequence[Account],
    before: Mapping[str, tuple[int, Sequence[Span]]],
    highest: int,
) -> dict[str, int]:
    """Account id -> number. ``before``: the report's earlier accounts, with where they speak."""
    given = {a.id: before[a.id][0] for a in accounts if a.id in before}
    free = {number: spans for id, (number, spans) in before.items() if number not in given.values()}
    for account in accounts:
        if account.id in given:
            continue
        shared = {number: _shared(account, spans) for number, spans in free.items()}
        likest = max(shared, key=lambda number: (shared[number], -number), default=None)
        if likest is not None and shared[likest]:
            given[account.id] = likest
            del free[likest]
        else:
            highest += 1
            given[account.id] = highest
    return given


def _shared(account: Account, spans: Sequence[Span]) -> int:
    """How many code points both accounts' mentions cover."""
    return sum(
        max(0, min(one.end, last) - max(one.start, first))
        for one in account.mentions
        for part, first, last in spans
        if part == one.part
    )
