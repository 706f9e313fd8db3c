"""Which decisions are about the same matter, and whether one came in between. Pure."""

from collections.abc import Callable, Sequence

from reportedly.errors import DecisionConflict
from reportedly.records import Decision
from reportedly.review.anchoring import saying

NOTHING = "none"  # what a person expects who saw no decision


def last_on(decision: Decision, known: Sequence[Decision]) -> Decision | None:
    """The last of the known decisions, in their order, on the same matter; undoing counts.

    The same matter is the same field, or the incident as such, of things that stood on the same
    words of a report. Of a statement its own words matter, not who says them or what they deny.
    """
    touched: set[str] = set()
    last = None
    for earlier in known:
        same = (
            bool(touched & set(earlier.subject))
            if earlier.action == "undo"
            else earlier.id in decision.subject or _same_matter(decision, earlier)
        )
        if same:
            touched.add(earlier.id)
            last = earlier
    return last


def expecting(decision: Decision, seen: str) -> Callable[[Sequence[Decision]], None]:
    """A check that the last decision on the matter is the one that its maker saw, or ``none``.

    The check raises DecisionConflict. It is meant to run where no decision can come between.
    """

    def check(known: Sequence[Decision]) -> None:
        last = last_on(decision, known)
        newest = last.id if last else NOTHING
        if newest != seen:
            came = (
                f"{last.reviewer} decided about it ({last.action}, {last.id})"
                if last
                else "no decision about it is on record"
            )
            raise DecisionConflict(
                f"not stored: {came}, and you saw {seen}; look again, and if you still want it, "
                f"repeat it with --expect {newest}"
            )

    return check


def alone_since(decision: Decision, log: str) -> Callable[[Sequence[Decision]], None]:
    """A check that no decision on the same matter came after one of the log (or after ``none``).

    The check raises DecisionConflict, as :func:`expecting` does.
    """

    def check(known: Sequence[Decision]) -> None:
        ids = [one.id for one in known]
        if log != NOTHING and log not in ids:
            raise DecisionConflict(f"not stored: no decision {log!r} is on record; look again")
        later = set(ids[ids.index(log) + 1 :]) if log != NOTHING else set(ids)
        last = last_on(decision, known)
        if last is not None and last.id in later:
            raise DecisionConflict(
                f"not stored: {last.reviewer} decided about the same thing while you looked at it "
                f"({last.action}, {last.id}); see what they did, and decide again if you still "
                "want it"
            )

    return check


def _same_matter(one: Decision, other: Decision) -> bool:
    words = saying(one), saying(other)
    if one.field != other.field or words.count(None) == 1:
        return False
    return bool(set(one.subject) & set(other.subject)) or any(
        a.report == b.report and x[0] == y[0] and x[1] < y[2] and y[1] < x[2]
        for a in ([words[0]] if words[0] else one.anchors)
        for b in ([words[1]] if words[1] else other.anchors)
        for x in a.spans
        for y in b.spans
    )
