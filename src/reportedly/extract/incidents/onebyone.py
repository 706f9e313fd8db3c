"""The tolls of an incident whose victims a report tells of one by one, without a figure."""

from collections.abc import Iterator, Sequence

from reportedly.extract.incidents.fates import Fate, Fates, Span, fates
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.telling import Telling
from reportedly.records import Claim, Count
from reportedly.records.totals import totals


def one_by_one(telling: Telling, stated: Sequence[Claim], *, by_a_state: bool) -> Iterator[Claim]:
    """Claims of those told of one by one, where no figure is ``stated`` for what befell them."""
    if telling.thread.aggregate:
        return
    told = fates(telling.annotated, telling.passages, by_a_state=by_a_state)
    killed, injured = _stated(stated, "killed"), _stated(stated, "injured")
    dead = [victim.span for victim in told.of("killed")]
    shot, words = max(told.hit, default=(0, (0, 0)))
    if killed is None:
        if told.both_died and 2 in (shot, len(told.victims)):
            killed = 2
            spans = [words] if shot == 2 else [victim.span for victim in told.victims]
            yield _claim(telling, "killed", 2, spans)
        elif dead:
            killed = len(dead)
            yield _claim(telling, "killed", killed, dead)
    if injured is not None:
        return
    hurt = [victim.span for victim in told.of("injured")]
    alive = shot - (killed or 0)
    if alive > len(hurt):
        yield _claim(telling, "injured", alive, [words])
        return
    if killed is None or killed == len(dead):
        hurt += [victim.span for victim in told.of("hit")]
    if hurt:
        yield _claim(telling, "injured", len(hurt), sorted(hurt))


def _stated(claims: Sequence[Claim], field: str) -> int | None:
    """The figure that the claims of a field come to; None where there are none."""
    said = totals([c for c in claims if c.field == field], lambda claim: claim.voice)
    return max((count.figure for count, _ in said.values()), default=None)


def _claim(telling: Telling, field: Fate, number: int, spans: Sequence[Span]) -> Claim:
    first = spans[0]
    return telling.claim(
        field, Count(number, number, number, "exact"), first, _frame(telling, first)
    )


def _frame(telling: Telling, span: Span) -> Frame:
    """The clause that holds these words, or the one before them."""
    before = [frame for frame in telling.frames if frame.start <= span[0]]
    return before[-1] if before else telling.frames[0]
