"""Grouping again after a change, as far as the change reaches. A pure function of what it is given.

What a tie comes to follows from the two groups that it meets, as they have grown until its turn,
and from the pairs between them; and a group grows by ties within it alone. So a tie between two
groups came to what it came to wherever both were grouped together and came out as they are. That
holds of all that no change touched. It is made good for the rest: a group that changed is grouped
anew together with all that ties and joins lead to from there; whoever comes out otherwise by that
has changed, too. It ends, because the surest of all ties that are wrong still is set right in each
turn, and stays so.
"""

from collections.abc import Callable, Iterable

from reportedly.link.candidates import Rank

Group = frozenset[Rank]


def again(
    changed: Iterable[Rank],
    were: Callable[[set[Rank]], Iterable[Group]],
    beside: Callable[[set[Rank]], set[Rank]],
    grouped: Callable[[set[Rank]], Iterable[Iterable[Rank]]],
) -> list[tuple[Rank, ...]]:
    """Whole groups as a grouping of everything would make them: all that differ from what was, and
    some that do not.

    ``changed``: accounts that are new, that others left their group, that are drawn elsewhere,
    joined or split otherwise than before; of each pair with another score than before, one.
    ``were``: the groups, whole, that some accounts were in, without those that are gone.
    ``beside``: whoever ties and joins lead to from some accounts, and from where they lead to them,
    of those that there are. ``grouped``: accounts grouped as if there were no others.
    """
    now: dict[Rank, Group] = {}  # of all that were grouped
    todo = set(changed)
    todo = todo.union(*were(todo))
    while todo:
        reached = beside(todo) - todo
        near = {now[one] for one in reached & now.keys()}
        near.update(were({one for one in reached if one not in now}))
        found = set(map(frozenset, grouped(todo.union(*near))))
        now |= {one: members for members in found for one in members}
        todo = set[Rank]().union(*(one for one in found - near if not one <= todo))
    return sorted(tuple(sorted(members)) for members in set(now.values()))
