"""How alike the linker finds two incidents, or one account and an incident, and why, in words."""

from collections.abc import Iterable

from reportedly.link import score, unpacked
from reportedly.pipeline.tools import Tools
from reportedly.records import Link
from reportedly.store.store import Store


def likeness(store: Store, tools: Tools, one: Iterable[str], other: Iterable[str]) -> Link | None:
    """The link between the two accounts of either side that are likeliest one, with its reasons.

    ``one`` and ``other`` are account ids. None where no account of the one side was ever compared
    with one of the other: they share nothing by which incidents are found.
    """
    left = {head.number for head in store.index.heads_of(list(one)).values()}
    right = {head.number for head in store.index.heads_of(list(other)).values()}
    pairs = [
        pair
        for pair in store.derived.pairs(left)
        if (pair.one in left and pair.other in right) or (pair.one in right and pair.other in left)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: (pair.score, -pair.one, -pair.other))
    bodies = dict(store.derived.bodies([best.one, best.other]))
    return score(unpacked(bodies[best.one]), unpacked(bodies[best.other]), tools.families())
