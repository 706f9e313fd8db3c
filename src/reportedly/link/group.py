"""Links and decisions in, groups of accounts out. A pure function of both."""

from collections.abc import Callable, Collection, Iterable

from reportedly.link.weights import MEAN_OF_GROUP, THRESHOLD
from reportedly.records import Account, Decision, Link
from reportedly.records.decision import standing

Pair = frozenset[str]
Exclude = Callable[[str, str], bool]


def group(
    accounts: Iterable[Account],
    links: Iterable[Link],
    decisions: Iterable[Decision],
    *,
    exclude: Exclude = lambda left, right: False,
    threshold: float = THRESHOLD,
) -> list[tuple[str, ...]]:
    """Join accounts, surest links first; each group in stored order, its oldest account first.

    People's joins come before every link. Links never join across a recorded split, two accounts
    of one report, a pair that ``exclude`` names, or groups whose pairs are on average unlikely.
    Accounts that tell of several incidents at once are left out.
    """
    telling = [account for account in accounts if account.role != "aggregate"]
    order = {account.id: n for n, account in enumerate(telling)}
    report = {account.id: account.report for account in telling}
    joins, splits = _verdicts(decisions, order)
    scores = _scores(links, order)
    groups = _Groups(order)
    for pair in sorted(joins, key=sorted):
        groups.join(pair, lambda a, b: not _across(a, b, splits))

    def may_join(a: Collection[str], b: Collection[str]) -> bool:
        if _across(a, b, splits):
            return False
        if any(report[x] == report[y] or exclude(x, y) for x in a for y in b):
            return False
        likely = sum(scores.get(frozenset((x, y)), 0.0) for x in a for y in b)
        return likely >= MEAN_OF_GROUP * len(a) * len(b)

    sure = [pair for pair, score in scores.items() if score >= threshold]
    for pair in sorted(sure, key=lambda pair: (-scores[pair], sorted(order[id] for id in pair))):
        groups.join(pair, may_join)
    return groups.members()


class _Groups:
    """Disjoint groups that only ever grow together; the oldest account keeps the name."""

    def __init__(self, order: dict[str, int]) -> None:
        self._order = order
        self._members = {id: [id] for id in order}
        self._home = {id: id for id in order}

    def join(self, pair: Pair, allowed: Callable[[Collection[str], Collection[str]], bool]) -> None:
        homes = sorted({self._home[id] for id in pair}, key=self._order.__getitem__)
        if len(homes) < 2:
            return
        old, new = homes
        if not allowed(self._members[old], self._members[new]):
            return
        for id in self._members[new]:
            self._home[id] = old
        self._members[old] += self._members.pop(new)

    def members(self) -> list[tuple[str, ...]]:
        return [tuple(sorted(m, key=self._order.__getitem__)) for m in self._members.values()]


def _across(a: Collection[str], b: Collection[str], splits: set[Pair]) -> bool:
    return any(frozenset((x, y)) in splits for x in a for y in b) if splits else False


def _scores(links: Iterable[Link], order: dict[str, int]) -> dict[Pair, float]:
    """The highest score of each pair, whichever way round and however often it is linked."""
    scores: dict[Pair, float] = {}
    for link in links:
        if link.left in order and link.right in order and link.left != link.right:
            pair = frozenset((link.left, link.right))
            scores[pair] = max(link.score, scores.get(pair, 0.0))
    return scores


def _verdicts(decisions: Iterable[Decision], order: dict[str, int]) -> tuple[set[Pair], set[Pair]]:
    """The last word on each pair of known accounts: joined or split."""
    last = {
        frozenset(decision.subject): decision.action
        for decision in standing(decisions)
        if decision.action in ("join", "split") and len(set(decision.subject)) == 2
    }
    known = {pair: action for pair, action in last.items() if pair <= order.keys()}
    joins = {pair for pair, action in known.items() if action == "join"}
    return joins, set(known) - joins
