"""The groups that follow from the reports of a past day: of whatever the day cuts through; and
those that were believed at a moment.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from reportedly.pipeline.adding_up import Group
from reportedly.pipeline.grouping import Grouping
from reportedly.pipeline.linking import Linking
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.verdicts import Verdicts, name_of
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 200  # incidents in memory together


def on_day(store: Store, tools: Tools, day: date) -> tuple[set[str], dict[str, Group]]:
    """The incidents that were not, or not so, by the end of a day, and the groups in their place.

    An incident stands if all that hangs together with it was published by then. Whom an account is
    compared with and drawn to came before it, so that stands too.
    """
    known: set[int] = set()
    late: set[int] = set()
    for head in store.derived.heads():
        (known if head.day <= day.toordinal() else late).add(head.number)
    verdicts = Verdicts(store)
    near: dict[int, set[int]] = defaultdict(set)
    drawn = store.derived.drawn_to(None).items()
    for one, other in (*drawn, *verdicts.joins, *verdicts.ties):
        near[one].add(other)
        near[other].add(one)
    touched, frontier = set(late), late
    while frontier:
        frontier = {other for number in frontier for other in near.get(number, ())} - touched
        touched |= frontier
    cut = set(store.derived.homes(touched).values())
    linking = Linking(store, tools.families(), verdicts.dismissed, afresh=False)
    closure = linking.hand.known((touched & known) - verdicts.dismissed.keys())
    groups = [
        [linking.hand.heads[rank] for rank in ranks]
        for ranks in Grouping(store.derived, linking, verdicts).groups(closure)
    ]
    return cut, {name_of(head.number for head in group): group for group in groups}


def believed(store: Store, names: Sequence[str], moment: datetime | None) -> dict[str, Group]:
    """The accounts of these incidents as they were believed at a moment."""
    groups: dict[str, Group] = {}
    for some in some_of(names, _AT_ONCE):
        found = [b.incident for b in store.beliefs.at(moment, some) if b.incident]
        heads = store.index.heads_of({id for incident in found for id in incident.accounts})
        groups |= {one.id: [heads[id] for id in one.accounts] for one in found}
    return groups
