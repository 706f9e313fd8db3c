"""Cuts reported words to size: where they end and somebody else's words begin."""

from collections.abc import Iterator, Sequence

from reportedly.extract.statements.found import Found
from reportedly.extract.statements.grammar import (
    AUXILIARIES,
    COORDINATORS,
)
from reportedly.extract.statements.lexicon import lexicon

SUPERLATIVES = frozenset(["most", "first", "worst", "latest"])


def cut(found: Sequence[Found]) -> Iterator[Found]:
    """End each content where the next attribution of the same rank begins."""
    for number, one in enumerate(found):
        if one.side == "left":
            yield one
            continue
        end = _before_next(one, found[number + 1 :])
        end = _before_second_predicate(one, end)
        end = _before_narrators_aside(one, end)
        while end > one.start and one.line.low(end - 1) in COORDINATORS | {"while", ",", "as"}:
            end -= 1
        resized = one.resized(one.start, end)
        if resized is not None:
            yield resized


def _before_next(one: Found, following: Sequence[Found]) -> int:
    for later in following:
        opening = _opening(later)
        if not one.start < opening < one.end:
            continue
        before = one.line.low(opening - 1)
        beside = before in {",", ";", "—", "and", "but", "while"}
        if later.side == "left" or later.voice.shared or beside:
            return opening
    return one.end


def _opening(one: Found) -> int:
    """First item of what belongs to an attribution rather than to the content before it."""
    subject = one.voice.subject
    if one.cue.kind == "according" or subject is None:
        return one.cue.first
    return min(subject.start, one.cue.first)


def _takes_bare_object(one: Found) -> bool:
    return one.reading is not None and one.line.low(one.start - 1) != "that"


def _before_second_predicate(one: Found, end: int) -> int:
    """ "claimed the attack **but has been silent since**": a second verb of the same subject."""
    line, forms = one.line, lexicon().forms
    bare_object = _takes_bare_object(one) and one.reading is not None and "o" in one.reading.frames
    finite = reporting = False  # whether such a verb stands in the content so far
    for index in range(one.start, end - 1):
        word, following = line.low(index), line.low(index + 1)
        if word in {"and", "but"} and index > one.start:
            if bare_object and line.is_verb(index + 1) and not finite:
                return index
            kinds = {form for _, form in forms.get(following, ())}
            reports = bool(kinds & {"past", "third"}) and following not in AUXILIARIES
            if reports and not reporting:
                return index
        finite = finite or line.is_verb(index)
        reporting = reporting or word in forms
    return end


def _before_narrators_aside(one: Found, end: int) -> int:
    """After an object, ", which ..." and ", the deadliest ..." are the reporter's own words."""
    line, reading = one.line, one.reading
    if reading is None or not _takes_bare_object(one) or line.quote(one.start) is not None:
        return end
    if not reading.frames & {"o", "i"} and not reading.before:
        return end
    finite = False
    for index in range(one.start, end - 1):
        finite = finite or line.is_verb(index)
        if line.low(index) != "," or index == one.start:
            continue
        first, second = line.low(index + 1), line.low(index + 2)
        superlative = first == "the" and (second.endswith("est") or second in SUPERLATIVES)
        if superlative or (first, second) == ("in", "what"):
            return index
        if first in {"which", "who"} and not finite:
            return index
    return end
