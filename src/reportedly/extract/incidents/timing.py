"""When: which of the times that a clause names are the incident's.

A verb of violence takes the times around it. A noun ("the attack") takes only those that stand in
one phrase with it: "the attack on Monday", "Monday's attack"; in "police on Monday described the
attack" the day is that of another verb.
"""

from collections.abc import Iterable, Sequence

from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.settings import Scope, within
from reportedly.records import Annotated, Statement, TimeMark

_DETERMINED = 25  # characters around "killing" that show whether it is a noun
_FAR = 1 << 30  # farther than anything in a text
_OWNER = 40  # characters from "Monday's" to the noun that it dates
_GOVERNED = 45  # from a verb of another event to the noun that it governs
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
    dated = [
        t for t in within(annotated.times, start, end) if t.type in ("date", "time") and t.when
    ]
    named = [t for t in dated if around.holds(t)]
    inner = around.inner
    if inner and not named and (inner.date is None or _in_passing(text, inner)):  # "On Tuesday, police said, gunmen ..."
        named = [t for t in dated if not inner.content.start <= t.start < inner.content.end]
    others = [event.span() for event in phrase("frames.other_event").finditer(text, start, end)]
    return tuple(
        t for t in named
        if t.start >= dateline and _is_own(text, start, t, others, told)
        and (not claiming or text[t.end : t.end + 2] in ("’s", "'s"))
    )  # fmt: skip


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
    return (
        0 < len(gap) < _OWNER and _is_noun(text, span) and bool(phrase("frames.owner").match(gap))
    )


def _is_noun(text: str, span: Span) -> bool:
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
    if not _is_noun(text, span):
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
