"""Where and when the news of a report is set, for an incident whose own clauses do not say it.

The town: the one that the report is filed from, names first, names most, or whose police speak.
The country: the one in which nearly every place that is named lies.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.incidents.frames import Frame, width
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.settings import dateline_end, within
from reportedly.records import Annotated, Place, PlaceMark, Sentence, TimeMark, When

_SETTING = frozenset({"location", "dateline"})
_NAMED = frozenset({"location", "base", "other"})  # not "the French minister", not "Paris said"
_MOST = 0.7  # the share of its places that makes a country the report's scene
_JUST_NOW = 2  # sentences in which the place that was named last is still that of what is told
_OPENING = 600  # characters in which the news is told
_FILED = 2.0  # what a dateline counts; a place in the opening counts 1, a later one half
_TITLED = 2.0
_FAR_AHEAD = 1.5  # times the next town's count
_BESIDE = 90  # characters from the words of another event to a time
_BEGINS = 20  # characters into a sentence: "On Monday, the court ..."
_WIDE = 3  # days; a time so wide is no day
_NEWS = (-1, 4)  # paragraphs around the first words of the news in which its day is looked for


def country_around(annotated: Annotated, start: int, end: int) -> PlaceMark | None:
    """The mark, of the country that most places lie in, named last before a clause of the text.

    The first one where none is named before it. Where no country has most, the place named just
    before. None where the clause itself speaks of another country. The place of the mark is the
    country only: where in it is not said.
    """
    marks = [m for m in annotated.places if m.use in _SETTING and m.place.country_code]
    if not marks:
        return None
    code, told = Counter(mark.place.country_code for mark in marks).most_common(1)[0]
    before = [m for m in marks if m.start < start]
    if told >= _MOST * len(marks):
        inside = [m for m in marks if m.place.country_code == code]
        mark = max((m for m in inside if m in before), default=inside[0], key=lambda m: m.start)
    elif before and _sentences(annotated, before[-1].start, start) <= _JUST_NOW:
        mark = before[-1]
    else:
        return None
    here = (m for m in within(annotated.places, start, end) if m.use in _NAMED)
    if any(m.place.country_code not in (None, mark.place.country_code) for m in here):
        return None
    return replace(mark, place=_country_of(mark.place))


def _sentences(annotated: Annotated, start: int, end: int) -> int:
    """How many sentences lie from one position to another: 0 in one sentence."""
    starts = [sentence.start for sentence in annotated.sentences]
    return bisect_right(starts, end) - bisect_right(starts, start)


def _country_of(place: Place) -> Place:
    if place.precision == "country":
        return place
    name = place.country or place.name
    return Place(name, "country", country=place.country, country_code=place.country_code)


def town_of(annotated: Annotated) -> PlaceMark | None:
    """The first mark of the one town, or else county, that the report is set in."""
    return _most_told(annotated, ("city",)) or _most_told(annotated, ("admin2",))


def _most_told(annotated: Annotated, kinds: Sequence[str]) -> PlaceMark | None:
    title = (annotated.report.title or "").casefold()
    counted: dict[str, float] = {}
    first: dict[str, PlaceMark] = {}
    for mark in annotated.places:
        own = mark.use in _SETTING or "body" in mark.reason
        known = next((p for p in mark.candidates[:1] if p.ref == mark.place.ref), None)
        if not own or known is None or known.precision not in kinds or known.lat is None:
            continue
        ref = known.ref or known.name
        if ref not in first and mark.place.name.casefold() in title:
            counted[ref] = _TITLED
        first.setdefault(ref, mark)
        told = 1.0 if mark.start < _OPENING else 0.5
        counted[ref] = counted.get(ref, 0.0) + (_FILED if mark.use == "dateline" else told)
    ranked = sorted(counted, key=lambda ref: -counted[ref])
    if not ranked or (len(ranked) > 1 and counted[ranked[0]] < _FAR_AHEAD * counted[ranked[1]]):
        return None
    return first[ranked[0]]


def day_of(
    annotated: Annotated,
    frames: Sequence[Frame],
    within: When | None = None,
    reach: tuple[int, int] = _NEWS,
) -> tuple[Frame, TimeMark, When] | None:
    """The day around an incident that its own clauses do not say, and the frame next to it.

    ``within`` is the time that they do say: a week or month that the day then must lie in;
    ``reach`` the paragraphs from its first words on, from first to last.
    """
    if within and (within.latest - within.earliest).days < _WIDE:
        return None
    published = annotated.report.published
    starts = [s.start for s in annotated.sentences]
    first, told = frames[0], [frame.start for frame in frames]
    best: tuple[tuple[int, bool, int, int], Frame, TimeMark, When] | None = None
    for time in annotated.times:
        if not time.when or time.type not in ("date", "time") or width(time) > 0:
            continue
        if published and time.when.earliest > published:
            continue
        if within and not (time.when.overlaps(within) and time.type == "time"):
            continue
        sentence = annotated.sentences[max(0, bisect_right(starts, time.start) - 1)]
        away = sentence.paragraph - first.paragraph
        near = reach[0] <= away <= reach[1]
        worth = _worth(annotated, sentence, time) if near else None
        if worth is None:
            continue
        frame = frames[max(0, bisect_right(told, time.start) - 1)]
        apart = abs(frame.paragraph - sentence.paragraph)
        rank = (worth, time.type != "time", apart, time.start)
        if best is None or rank < best[0]:
            best = rank, frame, time, time.when
    return best[1:] if best else None


def _worth(annotated: Annotated, sentence: Sentence, time: TimeMark) -> int | None:
    """0 for a time told of the deed, 1 of the call for help, 2 of nothing that speaks against it.

    None for the day of filing, of a court, of what somebody said.
    """
    text, start = annotated.report.text, sentence.start
    before, after = max(start, time.start - _BESIDE), min(sentence.end, time.end + _BESIDE)
    if time.start < dateline_end(annotated, start, time.end):
        return None
    if phrase("frames.stamp").search(text, max(0, time.start - _BESIDE), time.start):
        return None
    others = [
        event.end() for event in phrase("frames.other_event").finditer(text, before, time.start)
    ]
    deeds = phrase("frames.deed_told").finditer(text, before, time.start)
    if any(deed.end() > max(others, default=0) for deed in deeds):
        return 0
    if time.type == "time" and phrase("frames.call").search(text, before, time.start):
        return 1
    if others or phrase("frames.proceedings").search(text, before, after):
        return None
    opens = time.start - start < _BEGINS
    told_after = opens and phrase("frames.other_event").search(text, time.end, after)
    return None if told_after else 2
