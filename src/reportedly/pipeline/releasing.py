"""From a store to the release that was asked for: of now, a moment or a day, by which rule."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from weakref import WeakKeyDictionary

from reportedly.codebook import Codebook
from reportedly.pipeline.adding_up import Group
from reportedly.pipeline.past import believed, on_day
from reportedly.pipeline.released import Release
from reportedly.pipeline.shelf import Shelf
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.updating import update
from reportedly.pipeline.verdicts import Verdicts
from reportedly.records import Reading
from reportedly.store.store import Store

_KEPT: WeakKeyDictionary[Store, tuple[object, Verdicts]] = WeakKeyDictionary()


def release(
    store: Store,
    tools: Tools,
    rule: str | None = None,
    *,
    as_of: date | datetime | None = None,
) -> Release:
    """The incidents of a store. A pure function of what it holds, and of nothing else.

    ``rule``: for differing figures, instead of the codebook's. ``as_of``: a day, or a moment with
    a time zone. Raises CodebookError for an unknown rule.
    """
    from reportedly.reconcile.rules import count_rule

    if rule is not None:
        count_rule(rule)
    moment = as_of if isinstance(as_of, datetime) else None
    if moment is None:
        update(store, tools)
    cut: Collection[str] = ()
    groups: dict[str, Group] = {}
    if isinstance(as_of, date) and moment is None:
        cut, groups = on_day(store, tools, as_of)
    if rule is not None:
        known = store.beliefs.names(moment)
        kept = [name for name in known if name not in cut and name not in groups]
        groups |= believed(store, kept, moment)
    verdicts = cache(lambda: _verdicts(store, moment))
    return Release(
        rule=rule,
        as_of=as_of,
        codebook=tools.codebook,
        readings=Shelf(
            store,
            as_of,
            lambda reading: _amended(reading, verdicts(), tools.codebook),
            lambda id: verdicts().amends(id),
        ),
        _store=store,
        _tools=tools,
        _groups=groups,
        _homes={head.number: name for name, group in groups.items() for head in group},
        _verdicts=verdicts,
        _cut=cut,
    )


def _verdicts(store: Store, moment: datetime | None) -> Verdicts:
    """Those of now are kept until something is read, decided or forgotten: to find hundreds of
    decisions again in today's readings takes longer than most pages.
    """
    if moment is not None:
        return Verdicts(store, moment)
    state = (store.index.last_reading(), store.index.last_decision())  # to forget adds a reading
    kept = _KEPT.get(store)
    if kept is None or kept[0] != state:
        kept = _KEPT[store] = state, Verdicts(store)
    return kept[1]


def _amended(reading: Reading, verdicts: Verdicts, codebook: Codebook) -> Reading:
    """The reading with what people made of its words, and with the disputes that follow."""
    from reportedly.reconcile import contradictions

    made = verdicts.amended(reading)
    if made is reading:
        return reading
    read = {one.id for one in contradictions(reading, codebook)}
    own = (one for one in made.disputes if one.id not in read)  # the extractor's
    return replace(made, disputes=(*own, *contradictions(made, codebook)))
