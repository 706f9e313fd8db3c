"""What people decided, by what it is about today: for linking, and for whoever reconciles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise, product

from reportedly import review
from reportedly.records import Account, Decision, Reading
from reportedly.records.decision import standing
from reportedly.review import Found
from reportedly.store.queueing import Settled
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


class Verdicts:
    """Every decision made by a moment (now), found again in the readings of that moment.

    ``joins`` and ``splits``: the last word on each pair of accounts, by number. ``ties`` connect
    the accounts that one decision about an incident speaks of: their groups say whom it is about.
    ``dismissed``: the accounts that people rejected whole.
    """

    def __init__(self, store: Store, at: datetime | None = None) -> None:
        every = store.decisions(at)
        self.found = _found(store, every, at)
        self.made = {one.decision.id: one for one in self.found}
        accounts = {account for one in self.found for account in one.accounts}
        self._numbers = store.index.numbers_of(accounts)
        self._in_force = [self.made[d.id] for d in standing(one.decision for one in self.found)]
        self._of: dict[int, list[Found]] = defaultdict(list)
        for one in self._in_force:
            for number in self.numbers(one):
                self._of[number].append(one)
        self._added: dict[str, list[Found]] = defaultdict(list)
        for one in self._in_force:
            if one.adds or review.saying(one.decision):
                self._added[one.decision.anchors[0].report].append(one)
        self.joins, self.splits = self._pairs()
        self.ties = {
            tie for one in self._in_force if _spread(one) for tie in pairwise(self.numbers(one))
        }
        self.dismissed = {
            self._numbers[account]: decision
            for account, decision in review.dismissed(self.found).items()
        }

    def amended(self, reading: Reading) -> Reading:
        """The reading with what people made in its report: claims and statements."""
        added = self._added.get(reading.report.id)
        return review.with_made(reading, added) if added else reading

    def amends(self, report: str) -> bool:
        """True where people made claims or statements in a report."""
        return report in self._added

    def reports_of_made(self, ids: Iterable[str]) -> dict[str, str]:
        """The report of each of these claims and statements that people made, or statements that
        they set right; other ids are left out.
        """
        wanted = set(ids)
        return {
            id: report
            for report, found in self._added.items()
            for one in found
            for id in one.decision.subject
            if id in wanted
        }

    def said(self) -> dict[str, dict[str, Decision]]:
        """The statements that people made or set right, by report, each with the last decision
        about it; in the order in which the reports came to have any.
        """
        made: dict[str, dict[str, Decision]] = {}
        for report, found in self._added.items():
            for one in found:
                if review.saying(one.decision) and one.decision.subject:
                    made.setdefault(report, {})[one.decision.subject[0]] = one.decision
        return made

    def settled(self) -> dict[int, Settled]:
        """What people said of accounts as such: the later word on each counts. Of two sides that
        were joined or kept apart, that of the first was asked about.
        """
        states: dict[int, Settled] = {}
        for one in self._in_force:
            if one.sides:
                apart = one.decision.action == "split"
                state = Settled.APART if apart else Settled.KEPT
                asked: Iterable[str] = one.sides[0]
            elif one.decision.action in ("accept", "reject") and review.whole(one.decision):
                state = Settled.KEPT
                asked = one.accounts
            else:
                continue
            for account in asked:
                if (number := self._numbers.get(account)) is not None:
                    states[number] = state
        return states | dict.fromkeys(self.dismissed, Settled.REJECTED)

    def numbers(self, one: Found) -> list[int]:
        """The numbers of the accounts that a decision speaks of."""
        return [self._numbers[account] for account in one.accounts if account in self._numbers]

    def spoken(self) -> set[int]:
        """The accounts that decisions in force speak of."""
        return set(self._of)

    def spoken_of(self, decisions: Iterable[Decision]) -> dict[int, list[Decision]]:
        """The accounts that these speak of, with these; to undo one speaks of its subject."""
        found: dict[int, list[Decision]] = defaultdict(list)
        for decision in decisions:
            for number in self._reach(decision.id):
                found[number].append(decision)
        return dict(found)

    def beside(self, reports: Iterable[str]) -> set[int]:
        """The accounts that decisions speak of together with something in these reports."""
        read = set(reports)
        return {
            number
            for one in self.found
            if any(anchor.report in read for anchor in one.decision.anchors)
            for number in self.numbers(one)
        }

    def shared(self, homes: Mapping[int, str]) -> set[str]:
        """The incidents that have a decision's accounts together with others."""
        spread = (self.homes(one, homes) for one in self._in_force if _spread(one))
        return {home for several in spread if len(several) > 1 for home in several}

    def about(
        self, accounts: Mapping[int, Account], homes: Mapping[int, str], name: str
    ) -> list[Decision]:
        """The decisions in force about an incident, given the incident of each account, by
        number.
        """
        found = {one.decision.id: one for number in accounts for one in self._of.get(number, ())}
        placed = (self.placed(one, homes) for one in found.values())
        return [one.decision for one in placed if name in self.homes(one, homes)]

    def placed(self, one: Found, homes: Mapping[int, str]) -> Found:
        """A decision about an incident, put on one of its accounts; any other as it is."""
        if not _spread(one):
            return one
        numbers = {a: self._numbers[a] for a in one.accounts if a in self._numbers}
        return review.placed(one, {a: homes[n] for a, n in numbers.items() if n in homes})

    def among(self, homes: Mapping[int, str]) -> dict[int, str]:
        """The incidents of the accounts that any decision speaks of."""
        return {number: homes[number] for number in self._of if number in homes}

    def homes(self, one: Found, homes: Mapping[int, str]) -> set[str]:
        """The incidents that a decision is about."""
        return {homes[number] for number in self.numbers(one) if number in homes}

    def _reach(self, id: str) -> set[int]:
        one = self.made[id]
        further = [*one.decision.subject] if one.decision.action == "undo" else []
        further += [one.decision.replaces] if one.decision.replaces else []
        reached = (self._reach(other) for other in further if other in self.made and other != id)
        return set(self.numbers(one)).union(*reached)

    def _pairs(self) -> tuple[Pairs, Pairs]:
        last: dict[tuple[int, int], str] = {}
        for one in self._in_force:
            sides = [[self._numbers[id] for id in side] for side in one.sides]
            for left, right in product(*sides) if len(sides) == 2 else ():
                if left != right:
                    last[min(left, right), max(left, right)] = one.decision.action
        joins = {pair for pair, action in last.items() if action == "join"}
        return joins, last.keys() - joins


def _spread(one: Found) -> bool:
    """True if it is about an incident that had several accounts."""
    return len(one.accounts) > 1 and one.decision.subject == one.accounts and not one.sides


def _found(store: Store, every: list[Decision], at: datetime | None) -> list[Found]:
    anchors = [anchor for decision in every for anchor in decision.anchors]
    old = {id for decision in every if not decision.anchors for id in decision.subject}
    owners = store.index.read_now({anchor.id for anchor in anchors} | old, at)
    again = {anchor.report for anchor in anchors if anchor.id not in owners}
    said = {words.report for decision in every if (words := review.saying(decision))}
    readings = {r.report.id: r for r in store.readings(at, again)} if again else {}
    named = {id: number for id in old if (number := number_of(id)) is not None}
    named |= store.index.numbers_of(old - owners.keys())
    now = store.index.numbered_now(named.values(), at)
    called = {id: now[number] for id, number in named.items() if number in now}
    told = store.index.told_now(said, at)
    return review.current(every, readings, owners, called, told)
