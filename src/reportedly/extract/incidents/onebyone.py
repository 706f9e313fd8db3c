"""The tolls of an incident whose victims a report tells of one by one, without a figure."""

from collections.abc import Iterator, Sequence

from reportedly.extract.incidents.fates import Fate, Span, fates
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.telling import Telling
from reportedly.records import Claim, Count
from reportedly.records.totals import totals


def one_by_one(telling: Telling, stated: Sequence[Claim], *, by_a_state: bool) -> Iterator[Claim]:
    """Claims of those told of one by one, where no figure is ``stated`` for what befell them."""
    if telling.thread.aggregate:
        return
    told = fates(telling.annotated, telling.passages, by_a_state=by_a_state)
    dead = [victim.span for victim in told.of("killed")]
    shot, words = max(told.hit, default=(0, (0, 0)))
    killed, injured = _stated(stated, "killed"), _stated(stated, "injured")
    if killed is None:
        died, said = max(told.killed, default=(0, (0, 0)))
        if told.all_died and shot > max(died, len(dead)):
            died, said = shot, words
        killed = max(died, len(dead)) or None
        if killed:
            yield _claim(telling, "killed", killed, said if died > len(dead) else dead[0])
    hurt = [victim.span for victim in told.of("injured")]
    if killed is None or killed == len(dead):
        hurt += [victim.span for victim in told.of("hit")]
    alive = shot - (killed or 0)
    if injured is None and max(alive, len(hurt)) > 0:
        span = words if alive > len(hurt) else min(hurt)
        yield _claim(telling, "injured", max(alive, len(hurt)), span)


def _stated(claims: Sequence[Claim], field: str) -> int | None:
    """The figure that the claims of a field come to; None where there are none."""
    said = totals([c for c in claims if c.field == field], lambda claim: claim.voice)
    return max((count.figure for count, _ in said.values()), default=None)


def _claim(telling: Telling, field: Fate, number: int, span: Span) -> Claim:
    count = Count(number, number, number, "exact")
    return telling.claim(field, count, span, _frame(telling, span))


def _frame(telling: Telling, span: Span) -> Frame:
    """The clause that holds these words, or the one before them."""
    before = [frame for frame in telling.frames if frame.start <= span[0]]
    return before[-1] if before else telling.frames[0]
