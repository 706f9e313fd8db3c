"""Claims of responsibility for several incidents told one after the other: "claimed both"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.extract.incidents.phrases import names, phrase
from reportedly.extract.incidents.threads import Thread
from reportedly.records import Statement


def with_shared_claims(told: Sequence[Thread], statements: Iterable[Statement]) -> list[Thread]:
    """The threads, in text order; the last two, or three, told before such a claim have it too."""
    out = list(told)
    for statement in statements:
        if statement.act != "claim_responsibility":
            continue
        many = _many(statement)
        begin = statement.content.start
        before = [n for n, t in enumerate(out) if not t.aggregate and t.frames[0].end <= begin]
        for n in before[-many:] if many and len(before) >= many else ():
            out[n] = _claimed(out[n], statement)
    return out


def _many(statement: Statement) -> int:
    """How many incidents a claim speaks of; 0 where it does not say."""
    for number, name in enumerate(names("claims.of_several"), start=2):
        if phrase(name).search(statement.content.quote):
            return number
    return 0


def _claimed(thread: Thread, statement: Statement) -> Thread:
    if any(frame.claims for frame in thread.frames):
        return thread
    last = max(n for n, f in enumerate(thread.frames) if f.end <= statement.content.start)
    frame = replace(thread.frames[last], claims=(statement.id,))
    return replace(thread, frames=[*thread.frames[:last], frame, *thread.frames[last + 1 :]])
