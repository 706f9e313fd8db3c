"""Scores of pairs and people's verdicts in, groups of accounts out. A pure function of these.

Each account is drawn to one of those before it: the one that it most likely tells of the same
incident as. So a newcomer adds one tie, and what comes later changes nothing that was. Ties alone
would chain: of three reports two pairs of which look alike, the third pair may not. So a tie joins
its two groups, the surest first, only if their pairs are likely enough on average and none is
ruled out.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.link.candidates import CAP, Rank
from reportedly.link.weights import MEAN_OF_GROUP, THRESHOLD

COMPARED = CAP  # accounts of a group that another is compared with, at least, as far as it has them
Pair = tuple[Rank, Rank]
Exclude = Callable[[Rank, Rank], bool]


def group(
    accounts: Iterable[Rank],
    scores: Mapping[Pair, float],
    joins: Collection[Pair] = (),
    splits: Collection[Pair] = (),
    *,
    ties: Mapping[Rank, Rank] | None = None,
    exclude: Exclude = lambda left, right: False,
) -> list[tuple[Rank, ...]]:
    """Groups, and the accounts of each, by rank; every account is in one.

    ``scores`` are probabilities of pairs, in either order of the two; a pair without one counts as
    0. People's joins come before every score. Nothing joins across a split; no score joins two
    accounts of one report or a pair that ``exclude`` names. ``ties``: whom each is drawn to, where
    that is known already; their pairs have scores. What is said of other accounts is left out.
    """
    if ties is None:
        ties = {account: to for account, (to, _) in drawn(scores.items()).items()}
    known = set(accounts)
    drawing = [tie for tie in ties.items() if known.issuperset(tie)]
    joined = [pair for pair in joins if known.issuperset(pair)]
    homes = _hanging_together(known, [*joined, *drawing])
    parts: dict[Rank, _Part] = defaultdict(_Part)
    for account, home in homes.items():
        parts[home].accounts.append(account)
    for tie in drawing:
        score = scores[tie] if tie in scores else scores[tie[1], tie[0]]
        parts[homes[tie[0]]].ties.append((-score, _sorted(tie)))
    for pair in joined:
        parts[homes[pair[0]]].joins.append(_sorted(pair))
    for pair, score in scores.items():
        if (one := homes.get(pair[0])) is not None and one == homes.get(pair[1]):
            parts[one].scores.append((pair, score))
    for left, right in splits:
        if (one := homes.get(left)) is not None and one == homes.get(right):
            parts[one].splits.append((left, right))
    # Each part is thrown away once it is grouped: together they take much room.
    return sorted(one for home in list(parts) for one in _grouped(parts.pop(home), exclude))


@dataclass(slots=True)
class _Part:
    """What hangs together by ties and joins, and so has nothing to do with the rest."""

    accounts: list[Rank] = field(default_factory=list)
    scores: list[tuple[Pair, float]] = field(default_factory=list)
    ties: list[tuple[float, Pair]] = field(default_factory=list)  # the surest first, once sorted
    joins: list[Pair] = field(default_factory=list)
    splits: list[Pair] = field(default_factory=list)


def _hanging_together(accounts: Iterable[Rank], ties: Iterable[Pair]) -> dict[Rank, Rank]:
    """One account of its part for each account."""
    homes = {account: account for account in accounts}

    def home(account: Rank) -> Rank:
        while homes[account] != account:
            homes[account] = homes[homes[account]]
            account = homes[account]
        return account

    for left, right in ties:
        homes[home(left)] = home(right)
    return {account: home(account) for account in homes}


def _grouped(part: _Part, exclude: Exclude) -> list[tuple[Rank, ...]]:
    if len(part.accounts) == 1:
        return [(part.accounts[0],)]
    groups = _Groups(part.accounts, part.scores, part.splits, exclude)
    for left, right in sorted(part.joins):
        groups.join(left, right, by_hand=True)
    for _, (left, right) in sorted(part.ties):
        groups.join(left, right)
    return groups.members()


def drawn(scores: Iterable[tuple[Pair, float]]) -> dict[Rank, tuple[Rank, float]]:
    """The earlier account that each is drawn to, with the probability: the highest that reaches the
    threshold, of equal ones the earliest account's.
    """
    found: dict[Rank, tuple[Rank, float]] = {}
    for pair, score in scores:
        if score >= THRESHOLD:
            earlier, later = _sorted(pair)
            known = found.get(later)
            if known is None or (-score, earlier) < (-known[1], known[0]):
                found[later] = earlier, score
    return found


class _Groups:
    """Disjoint groups that only ever grow together, each known by one of its accounts."""

    def __init__(
        self,
        accounts: Iterable[Rank],
        scores: Iterable[tuple[Pair, float]],
        splits: Iterable[Pair],
        exclude: Exclude,
    ) -> None:
        self._home = {account: account for account in accounts}
        self._members = {account: [account] for account in self._home}
        self._reports = {account: {account.report} for account in self._home}
        self._exclude = exclude
        # Between groups, both ways: the sum of their pairs' scores, and whether one is ruled out.
        self._likely: dict[Rank, dict[Rank, float]] = defaultdict(dict)
        self._apart: dict[Rank, set[Rank]] = defaultdict(set)  # by machine: binds scores
        self._split: dict[Rank, set[Rank]] = defaultdict(set)  # by people: binds joins too
        for (left, right), score in scores:
            self._likely[left][right] = self._likely[right][left] = score
        for left, right in splits:
            self._split[left].add(right)
            self._split[right].add(left)

    def join(self, left: Rank, right: Rank, *, by_hand: bool = False) -> None:
        old, new = self._home[left], self._home[right]
        if old == new or new in self._split[old]:
            return
        if by_hand or self._plausible(old, new):
            few, many = sorted((old, new), key=lambda home: (len(self._members[home]), home))
            self._merge(few, many)

    def _plausible(self, old: Rank, new: Rank) -> bool:
        if new in self._apart[old]:
            return False
        few, many = sorted((self._members[old], self._members[new]), key=len)
        pairs = len(few) * min(len(many), COMPARED)
        if self._likely[old].get(new, 0.0) < MEAN_OF_GROUP * pairs:
            return False
        if self._reports[old].isdisjoint(self._reports[new]) and not any(
            self._exclude(*_sorted((one, other))) for one in few for other in many
        ):
            return True
        self._apart[old].add(new)  # and whatever the two grow into
        self._apart[new].add(old)
        return False

    def _merge(self, few: Rank, many: Rank) -> None:
        for account in self._members[few]:
            self._home[account] = many
        self._members[many] += self._members.pop(few)
        self._reports[many] |= self._reports.pop(few)
        mine = self._likely[many]
        for other, score in self._likely.pop(few, {}).items():
            theirs = self._likely[other]
            theirs.pop(few, None)
            if other != many:
                mine[other] = theirs[many] = mine.get(other, 0.0) + score
        for ruled_out in (self._apart, self._split):
            for other in ruled_out.pop(few, set()):
                ruled_out[other].discard(few)
                ruled_out[other].add(many)
                ruled_out[many].add(other)

    def members(self) -> list[tuple[Rank, ...]]:
        return [tuple(sorted(members)) for members in self._members.values()]


def _sorted(pair: Pair) -> Pair:
    left, right = pair
    return (left, right) if left < right else (right, left)
