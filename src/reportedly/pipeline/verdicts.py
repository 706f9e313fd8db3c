"""What people decided, by what it is about: found again for the incidents that it concerns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.records import Account, Decision
from reportedly.records.decision import standing
from reportedly.store.store import Store

PREFIX = "INC-"  # of an incident's name; after it, the number of its oldest account
Pairs = set[tuple[int, int]]


def name_of(numbers: Iterable[int]) -> str:
    """An incident is called after its oldest account in the store."""
    return f"{PREFIX}{min(numbers)}"


def number_of(name: str) -> int | None:
    """The number of the account that an incident is called after; None for any other id."""
    number = name.removeprefix(PREFIX)
    return int(number) if name.startswith(PREFIX) and number.isdecimal() else None


def numbered(store: Store, decisions: Iterable[Decision]) -> dict[str, int]:
    """The number of the account that each subject is, is part of, or founds an incident with."""
    subjects = {id for decision in decisions for id in decision.subject}
    named = {id: number for id in subjects if (number := number_of(id)) is not None}
    return store.index.numbers_of(subjects) | named


def pairs(decisions: Iterable[Decision], numbers: Mapping[str, int]) -> tuple[Pairs, Pairs]:
    """The last word on each pair of accounts: those joined, and those split, by number."""
    last: dict[tuple[int, int], str] = {}
    for decision in standing(decisions):
        found = {numbers[id] for id in decision.subject if id in numbers}
        if decision.action in ("join", "split") and len(found) == 2:
            one, other = sorted(found)
            last[one, other] = decision.action
    joins = {pair for pair, action in last.items() if action == "join"}
    return joins, last.keys() - joins


class Verdicts:
    """The decisions in force, to be asked for those about one group of accounts."""

    def __init__(self, decisions: Iterable[Decision], numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._about: dict[str, list[Decision]] = defaultdict(list)
        self._of: dict[int, list[Decision]] = defaultdict(list)
        for decision in standing(decisions):
            for id in decision.subject:
                self._about[id].append(decision)
                if id in numbers:
                    self._of[numbers[id]].append(decision)

    def about(self, accounts: Mapping[int, Account]) -> list[Decision]:
        """The decisions about these accounts, by number, named as the accounts are now."""
        now = {number: account.id for number, account in accounts.items()}
        claims = {claim.id for account in accounts.values() for claim in account.claims}
        found = {d.id: d for number in accounts for d in self._of[number]}
        found |= {d.id: d for id in claims & self._about.keys() for d in self._about[id]}

        def named(id: str) -> str:
            return id if id in claims else now.get(self._numbers.get(id, 0), id)

        return [replace(d, subject=tuple(map(named, d.subject))) for d in found.values()]
