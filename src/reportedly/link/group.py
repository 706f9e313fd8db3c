"""Scores of pairs and people's verdicts in, groups of accounts out. A pure function of these.

Each account is drawn to one of those before it: the one that it most likely tells of the same
incident as. So a newcomer adds one tie, and what comes later changes nothing that was. Ties alone
would chain: of three reports two pairs of which look alike, the third pair may not. So a tie joins
its two groups, the surest first, only if their pairs are likely enough on average and none is
ruled out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from reportedly.link.candidates import CAP, Rank
from reportedly.link.weights import MEAN_OF_GROUP, THRESHOLD

COMPARED = CAP  # accounts of a group that another is compared with, at least, as far as it has them
Pair = tuple[Rank, Rank]
Exclude = Callable[[Rank, Rank], bool]


def group(
    accounts: Iterable[Rank],
    scores: Mapping[Pair, float],
    joins: Iterable[Pair] = (),
    splits: Iterable[Pair] = (),
    *,
    exclude: Exclude = lambda left, right: False,
    threshold: float = THRESHOLD,
) -> list[tuple[Rank, ...]]:
    """Groups, and the accounts of each, by rank; every account is in one.

    ``scores`` are probabilities of pairs, in either order of the two; a pair without one counts as
    0. People's joins come before every score. Nothing joins across a split; no score joins two
    accounts of one report or a pair that ``exclude`` names.
    """
    groups = _Groups(accounts, scores, splits, exclude)
    for left, right in sorted(_sorted(pair) for pair in joins):
        groups.join(left, right, by_hand=True)
    ties = (
        (-score, earlier, later) for later, (earlier, score) in drawn(scores, threshold).items()
    )
    for _, left, right in sorted(ties):
        groups.join(left, right)
    return groups.members()


def drawn(
    scores: Mapping[Pair, float], threshold: float = THRESHOLD
) -> dict[Rank, tuple[Rank, float]]:
    """The earlier account that each is drawn to, with the probability: the highest that reaches the
    threshold, of equal ones the earliest account's.
    """
    found: dict[Rank, tuple[Rank, float]] = {}
    for pair, score in scores.items():
        earlier, later = _sorted(pair)
        if score >= threshold:
            known = found.get(later)
            if known is None or (-score, earlier) < (-known[1], known[0]):
                found[later] = earlier, score
    return found


class _Groups:
    """Disjoint groups that only ever grow together, each known by one of its accounts."""

    def __init__(
        self,
        accounts: Iterable[Rank],
        scores: Mapping[Pair, float],
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
        for (left, right), score in scores.items():
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
        return sorted(tuple(sorted(members)) for members in self._members.values())


def _sorted(pair: Pair) -> Pair:
    left, right = pair
    return (left, right) if left < right else (right, left)
