"""New groups against the incidents that were: what changed, what joined, what went, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from reportedly.pipeline.adding_up import Group
from reportedly.pipeline.linking import Linking
from reportedly.pipeline.verdicts import PREFIX, Verdicts, name_of
from reportedly.records import Decision, Incident
from reportedly.store.beliefs import Belief, packed
from reportedly.store.store import Store

_NAMED = 3  # reports or incidents that a reason names


class Regrouped:
    """``groups`` hold all accounts of whatever incidents they touch; ``decided``: the accounts
    that new decisions speak of, by number; ``touched``: those that older ones speak of together
    with what was read again.
    """

    def __init__(
        self,
        store: Store,
        groups: Sequence[Group],
        linking: Linking,
        decided: Mapping[int, Sequence[Decision]],
        touched: set[int],
        verdicts: Verdicts,
        afresh: bool,
    ) -> None:
        self._store = store
        self._decided = decided
        self._touched = touched
        self._verdicts = verdicts
        self._groups = {name_of(head.number for head in group): group for group in groups}
        self._homes = {head.number: id for id, group in self._groups.items() for head in group}
        self._fresh = linking.hand.numbers(linking.fresh)
        self._gone = linking.gone.keys()
        self._again = self._fresh & self._gone  # read before, too
        self._afresh = afresh
        numbers = None if afresh else {*self._homes, *linking.gone, *verdicts.dismissed}
        self._were = store.derived.homes(numbers)
        self._before: dict[str, set[int]] = defaultdict(set)
        for number, id in self._were.items():
            self._before[id].add(number)

    def homes(self) -> Mapping[int, str]:
        """Every account at hand, or that decisions speak of, with its incident."""
        if self._afresh:
            return self._homes
        gone = self._gone | self._verdicts.dismissed.keys()
        return self._store.derived.homes(self._verdicts.spoken() - gone) | self._homes

    def moved(self) -> Mapping[int, str]:
        """The accounts that are new or told of elsewhere than before, with their incidents."""
        if self._afresh:
            return self._homes
        return {
            number: id
            for number, id in self._homes.items()
            if number in self._fresh or self._were.get(number) != id
        }

    def left(self) -> set[int]:
        """The accounts that are part of no incident any more, as people rejected them."""
        return self._were.keys() & self._verdicts.dismissed.keys()

    def changed(self) -> list[Group]:
        """The groups whose incident may be another than before."""
        if self._afresh:
            return list(self._groups.values())
        # A decision whose accounts are in several groups may go from one to another.
        shared = self._verdicts.shared(self._homes)
        moved = self._fresh | self._decided.keys() | self._touched
        return [
            group
            for id, group in self._groups.items()
            if id in shared
            or self._before.get(id) != (numbers := {head.number for head in group})
            or not moved.isdisjoint(numbers)
        ]

    def news(self, found: Iterable[Incident]) -> Iterator[Belief]:
        """What is believed from now on and was not: of the incidents of the changed groups, and
        of those that are no incident of their own any more.
        """
        ids = None if self._afresh else self._groups.keys() | self._before.keys() | self._alone()
        known = {belief.id: belief for belief in self._store.beliefs.at(ids=ids)}
        for incident in found:
            old, body = known.get(incident.id), packed(incident)
            if old is None or old.body != body:
                reason = self._why(incident.id)
                yield Belief(id=incident.id, state="believed", body=body, reason=reason)
        for id in sorted(known.keys() - self._groups.keys(), key=_number):
            old, home = known[id], self._home(id)
            if old.incident is None and not home and not self._before.get(id):
                continue  # it ended before, and its account is no more
            if (old.state, old.home) != ("joined" if home else "withdrawn", home):
                yield self._ended(id, home)

    def _alone(self) -> set[str]:
        """What accounts that are told of elsewhere than before would be called alone: an incident
        of that name, joined to another long ago, goes with its account.
        """
        now, before = self._homes, self._were
        return {name_of([n]) for n in {*now, *before} if now.get(n) != before.get(n)}

    def _home(self, id: str) -> str | None:
        """Where the accounts of an incident that is no more are now: its oldest that is left."""
        if _number(id) in self._verdicts.dismissed:
            return None
        left = [_number(id), *sorted(self._before[id])]
        return next((self._homes[number] for number in left if number in self._homes), None)

    def _ended(self, id: str, home: str | None) -> Belief:
        if home:
            return Belief(id=id, state="joined", home=home, reason=f"it is told of as {home}")
        reason = "read again, its report tells of no such incident"
        if any(_number(id) in grave.numbers for grave in self._store.tombstones()):
            reason = "its report was forgotten"
        if made := self._verdicts.dismissed.get(_number(id)):
            reason = f"{made.reviewer} decided: {made.action} ({made.reason})"
        return Belief(id=id, state="withdrawn", reason=reason)

    def _why(self, id: str) -> str:
        group = self._groups[id]
        numbers = {head.number for head in group}
        new = [head for head in group if head.number in self._fresh]
        told = self._names(head.report for head in new if head.number not in self._again)
        again = self._names(head.report for head in new if head.number in self._again)
        decisions = {d.id: d for n in sorted(numbers) for d in self._decided.get(n, ())}
        joined = sorted({self._were[n] for n in numbers & self._were.keys()} - {id}, key=_number)
        left = self._before.get(id, set()) - numbers
        reasons = [
            f"told by {_listed(told)}" if told else "",
            f"read again: {_listed(again)}" if again else "",
            *(f"{d.reviewer} decided: {d.action}" for d in decisions.values()),
            f"joined by {_listed(joined)}" if joined else "",
            f"{len(left)} of its accounts left it" if left else "",
        ]
        return "; ".join(reason for reason in reasons if reason) or "linked and reconciled afresh"

    def _names(self, reports: Iterable[str]) -> list[str]:
        return [name for _, name in sorted({self._reports[report] for report in reports})]

    @cached_property
    def _reports(self) -> Mapping[str, tuple[int, str]]:
        """Place in stored order and name of every report that was read."""
        read = {
            h.report for group in self._groups.values() for h in group if h.number in self._fresh
        }
        return self._store.index.names_of(read)


def _number(id: str) -> int:
    return int(id.removeprefix(PREFIX))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
