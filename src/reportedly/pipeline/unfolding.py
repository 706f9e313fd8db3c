"""How one incident unfolded: what it came to by the end of each day on which it was reported.

The same as releases of past days, but for one incident: whatever does not hang together with it
has no part in it, and is not looked at.
"""

from datetime import date

from reportedly.pipeline.adding_up import incident as added_up
from reportedly.pipeline.grouping import Grouping
from reportedly.pipeline.linking import Linking
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.verdicts import Verdicts
from reportedly.records import Incident
from reportedly.store.store import Store


def unfold(store: Store, tools: Tools, incident: Incident) -> list[tuple[date, Incident]]:
    """The days, oldest first, each with the incident as the reports published by then tell it."""
    mine = set(store.index.numbers_of(incident.accounts).values())
    verdicts = Verdicts(store)
    linking = Linking(store, tools.families(), verdicts.dismissed, afresh=False)
    grouping = Grouping(store.derived, linking, verdicts)
    near = grouping.around(mine)
    heads = linking.hand.heads
    days = sorted({rank.day for rank in near if heads[rank].number in mine})
    reports = {rank.report for rank in near}
    readings = {r.report.id: verdicts.amended(r) for r in store.readings(reports=reports)}
    told: list[tuple[date, Incident]] = []
    for day in days:
        known = {rank for rank in near if rank.day <= day}
        first = min(rank for rank in known if heads[rank].number in mine)
        found = grouping.groups(known)
        group = [heads[rank] for rank in next(ranks for ranks in found if first in ranks)]
        homes = verdicts.among({head.number: incident.id for head in group})
        made = added_up(group, readings, tools.codebook, verdicts, homes)
        told.append((date.fromordinal(day), made.incident))
    return told
