"""Grouping again after a change, as far as the change reaches. A pure function of what it is given.

What a tie meets when its turn comes are two groups as they have grown until then, and the pairs
between them. So where neither has grown otherwise than before the change, and no pair between them
changed, it comes to what it came to before. That leaves the groups with an account that changed,
and those that grow otherwise because of them. Such a one can only be reached over a tie or a join:
whoever has one with a group that changed is grouped beside it, and if it comes out as it was, it
grew as it did, for a group grows by ties within it alone; and so did all that lie beyond.
"""

from collections.abc import Callable, Collection, Iterable

from reportedly.link.candidates import Rank

Groups = Iterable[Collection[Rank]]


def again(
    changed: Iterable[Rank],
    were: Callable[[set[Rank]], Iterable[frozenset[Rank]]],
    beside: Callable[[set[Rank]], set[Rank]],
    grouped: Callable[[set[Rank]], list[tuple[Rank, ...]]],
) -> list[tuple[Rank, ...]]:
    """Whole groups as a grouping of everything would make them: all that differ from what was, and
    some that do not.

    ``changed``: accounts that are new, that others left their group, that are drawn elsewhere,
    joined or split otherwise than before; of each pair with another score than before, one.
    ``were``: the groups, whole, that some accounts were in, without those that are gone.
    ``beside``: whoever ties and joins lead to from some accounts, and from where they lead to them,
    of those that there are.
    ``grouped``: accounts grouped as if there were no others.
    """
    taken = set(changed)
    taken = taken.union(*were(taken))
    while True:
        near = set(were(beside(taken) - taken))
        found = grouped(taken.union(*near))
        grown = set[Rank]().union(*near.difference(map(frozenset, found)))
        if grown <= taken:
            return found
        taken |= grown
