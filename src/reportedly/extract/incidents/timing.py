"""When: which of the times that a clause names are the incident's.

A verb of violence takes the times around it. A noun ("the attack") takes only those that stand in
one phrase with it: "the attack on Monday", "Monday's attack"; in "police on Monday described the
attack" the day is that of another verb.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.extract.incidents.frames import Frame, width
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.settings import Scope, within
from reportedly.records import Annotated, Statement, TimeMark, When

_DETERMINED = 25  # characters around "killing" that show whether it is a noun
_ERA = 3660  # days of a decade; a century dates a temple, not what happened beside it
_ZONES = 1  # day that a report may be dated behind the place that it tells of
_FAR = 1 << 30  # farther than anything in a text
_OWNER = 40  # characters from "Monday's" to the noun that it dates
_GOVERNED = 45  # from a verb of another event to the noun that it governs
_COUNTED = re.compile(r"P(?P<n>\d{1,3})(?P<unit>[DW])")
Span = tuple[int, int]


def times(
    annotated: Annotated,
    start: int,
    end: int,
    told: Sequence[Span],
    around: Scope,
    *,
    dateline: int,
    claiming: bool,
) -> tuple[TimeMark, ...]:
    """The resolved times of a clause that may be the incident's, in text order.

    ``told`` are the words that tell of it; ``dateline`` is where that of the sentence ends;
    ``claiming`` is True where the clause tells of a claim ("claimed the attack on Sunday": the
    day of the claim).
    """
    text = annotated.report.text
    published = annotated.report.published
    dated = [
        t for t in within(annotated.times, start, end)
        if t.type in ("date", "time") and t.when
        and width(t) <= _ERA and not _is_ahead(t.when, published)
    ]  # fmt: skip
    named = [t for t in dated if around.holds(t)]
    inner = around.inner
    if (
        inner and not named and (inner.date is None or _in_passing(text, inner))
    ):  # "On Tuesday, police said, gunmen ..."
        named = [t for t in dated if not inner.content.start <= t.start < inner.content.end]
    others = [event.span() for event in phrase("frames.other_event").finditer(text, start, end)]
    return tuple(
        t for t in named
        if t.start >= dateline and _is_own(text, start, t, others, told)
        and (not claiming or text[t.end : t.end + 2] in ("’s", "'s"))
    )  # fmt: skip


def _is_ahead(when: When, published: date | None) -> bool:
    """True for a day after publication: nothing has happened on it yet."""
    return published is not None and (when.earliest - published).days > _ZONES


def told_last(found: Sequence[Frame]) -> tuple[TimeMark, ...]:
    """The day that was told last; none where that was a longer time."""
    day = next((frame.when for frame in reversed(found) if frame.when), None)
    return (day,) if day and width(day) == 0 else ()


def counted(annotated: Annotated, start: int, told: Sequence[TimeMark]) -> tuple[TimeMark, ...]:
    """The day of a clause that begins after "came two days after": counted from that just told."""
    text = annotated.report.text
    for mark in reversed(within(annotated.times, max(0, start - _OWNER), start)):
        found = _COUNTED.fullmatch(mark.value or "")
        joint = text[mark.end : start].strip().lower()
        if found and joint in ("after", "since", "before") and told and told[0].when:
            shift = timedelta(days=int(found["n"]) * (7 if found["unit"] == "W" else 1))
            spare = timedelta(days=3 if found["unit"] == "W" else 0)
            day = told[0].when.earliest + (shift if joint == "before" else -shift)
            when = When(day - spare, day + spare, "range" if spare else "day")
            return (replace(mark, type="date", when=when, basis="text"),)
    return ()


def _in_passing(text: str, statement: Statement) -> bool:
    """ "On Tuesday, in what police called a reprisal, gunmen ...": the day is not that of words."""
    cue = statement.cue
    begin = max(0, cue.start - _OWNER) if cue else 0
    return bool(cue and phrase("frames.in_passing").search(text, begin, cue.start))


def _is_own(
    text: str, start: int, time: TimeMark, others: Sequence[Span], told: Sequence[Span]
) -> bool:
    """True for a time that belongs to what is told, rather than to another event."""
    told = [span for span in told if not phrase("frames.doer").fullmatch(text, *span)] or told
    if any(_dates_noun(text, time, span) for span in told):
        return True
    if phrase("frames.owned_event").match(text, time.end):
        return False
    other = min((time.start - end for _, end in others if end <= time.start), default=_FAR)
    reached = [span for span in told if not _is_cut_off(text, start, time, others, span)]
    if told and not reached:
        return False
    if any(_shares_its_day(text, time, span) for span in reached):
        return True
    return other >= _nearest(time, reached)


def _shares_its_day(text: str, time: TimeMark, span: Span) -> bool:
    """ "On Monday men freed the prisoners, killing a guard": one day for both verbs."""
    participle = text[max(0, span[0] - 2) : span[0]] == ", " and text.endswith("ing", 0, span[1])
    if not participle or time.end > span[0]:
        return False
    return not phrase("frames.spoken").search(text, time.end, span[0])


def _nearest(time: TimeMark, told: Iterable[Span]) -> int:
    return min((max(a - time.end, time.start - b, 0) for a, b in told), default=_FAR)


def _dates_noun(text: str, time: TimeMark, span: Span) -> bool:
    """ "Monday's deadly attack", "the 3 May attack"."""
    gap = text[time.end : span[0]]
    owned = 0 < len(gap) < _OWNER and phrase("frames.owner").fullmatch(gap)
    return bool(owned) and is_noun(text, span)


def is_noun(text: str, span: Span) -> bool:
    """ "the attack", "the killing of two"; not "opened fire", "killing two"."""
    if not phrase("frames.noun").fullmatch(text, *span):
        return False
    begin = max(0, span[0] - _DETERMINED)
    if phrase("frames.determined").search(text, begin, span[0]):
        return True
    return not phrase("frames.verbal").match(text, span[0], span[1] + _DETERMINED)


def _is_cut_off(text: str, start: int, time: TimeMark, others: Sequence[Span], span: Span) -> bool:
    """True for a noun and a time with the verb of another event between or over them."""
    if time.end <= span[0] and "," in text[time.end : span[0]]:
        before = (at for at in others if 0 <= time.start - at[1] <= _GOVERNED)
        if any(phrase("frames.verb").fullmatch(text, *at) for at in before):
            return True  # "confirmed it on Monday, saying five had been killed"
    if not is_noun(text, span):
        return False
    if time.end <= span[0]:
        return any(
            phrase(name).search(text, time.end, span[0]) for name in ("frames.verb", "frames.later")
        )
    governing = (at for at in others if 0 <= span[0] - at[1] <= _GOVERNED)
    if any(phrase("frames.governed").fullmatch(text, begin, span[0]) for begin, _ in governing):
        return True
    begin = span[1]
    own = phrase("frames.own_verb").match(text, begin, time.start)
    return bool(phrase("frames.verb").search(text, own.end() if own else begin, time.start))
