"""The tolls of an incident whose victims a report tells of one by one, without a figure."""

from collections.abc import Iterator, Sequence

from reportedly.extract.incidents.fates import Fate, Span, fates
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.telling import Telling
from reportedly.records import Claim, Count
from reportedly.records.totals import is_single, totals


def one_by_one(telling: Telling, stated: Sequence[Claim], *, by_a_state: bool) -> Iterator[Claim]:
    """Claims of those told of one by one, where no figure is ``stated`` for what befell them.

    Where only single persons are stated, those told of may be more: "a nurse and the driver".
    """
    if telling.thread.aggregate:
        return
    # "Bombings in X and Y killed 40": of which of the two, it does not say.
    shared = {(frame.start, frame.end) for frame in telling.frames if frame.part}
    own = [span for span in telling.passages if span not in shared]
    told = fates(telling.annotated, own, by_a_state=by_a_state)
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
    elif len(dead) > killed and _only_single(stated) and _together(telling, dead):
        killed = len(dead)
        yield _claim(telling, "killed", killed, dead[0])
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


def _only_single(claims: Sequence[Claim]) -> bool:
    """True where a report states no figure of the killed, but tells of a person here and there."""
    return all(is_single(claim) for claim in claims if claim.field == "killed")


def _together(telling: Telling, told: Sequence[Span]) -> bool:
    """True for persons told of in one breath; in two, one of them may be told of twice."""
    return len({telling.sentence(start) for start, _ in told}) == 1


def _claim(telling: Telling, field: Fate, number: int, span: Span) -> Claim:
    count = Count(number, number, number, "exact")
    return telling.claim(field, count, span, _frame(telling, span))


def _frame(telling: Telling, span: Span) -> Frame:
    """The clause that holds these words, or the one before them."""
    before = [frame for frame in telling.frames if frame.start <= span[0]]
    return before[-1] if before else telling.frames[0]
