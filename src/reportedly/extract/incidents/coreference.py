"""Which frames of a report tell of the same incident.

Frames are taken in text order. A frame joins the incident it agrees with best (date, place, toll,
perpetrator, "that attack"), begins a new one where it brings facts that fit none, and is dropped
where it neither agrees with an incident nor says enough to be one.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.codebook import Codebook
from reportedly.extract.incidents.frames import Frame
from reportedly.records import Place, When

# what agreement on a fact adds; an incident needs JOIN to take a frame in
_SAME_DATE = 3.0
_DATE_INSIDE = 2.0  # a day inside a month told elsewhere
_YEAR_INSIDE = 0.8
_SAME_PLACE = 2.5
_NEAR_PLACE = 1.5  # one contains the other
_SAME_TOLL = 2.5
_SAME_AGENT = 1.0
_SAME_TYPE = 0.7
_BACK = 1.2  # "the attack"
_DEMONSTRATIVE = 4.0  # "in that attack", right after
_RECENT = 0.6  # the incident last spoken of
_BARE = 1.4  # says nothing that could differ
_OPEN = 0.8  # the incident has no day and no place yet
_SHARED_WORD = 0.35  # a longer word in common
_SHARED_MOST = 1.05
_ANOTHER = -3.0  # "a separate attack"
_JOIN = 1.5
_NEWS_DAYS = 31
_AFTER_DAYS = 14  # in which "the attack" of the day before yesterday is still the news
_KM_SAME = 25.0
_EARTH_KM = 6371.0


@dataclass(slots=True)
class Thread:
    """The frames of one incident and what they agree on, growing as the report is read."""

    frames: list[Frame] = field(default_factory=list)
    aggregate: bool = False
    dates: set[When] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    tolls: set[tuple[str, int]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        if frame.when and frame.when.when and not (frame.aftermath and self.dates):
            self.dates.add(frame.when.when)
        self.places |= {p.place for p in frame.places}
        self.types |= {frame.type} if frame.type else set()
        self.agents |= _named(frame)
        self.tolls |= _figures(frame)
        self.words |= frame.words


def _thread(*found: Frame, aggregate: bool = False) -> Thread:
    thread = Thread(aggregate=aggregate)
    for frame in found:
        thread.add(frame)
    return thread


def _named(frame: Frame) -> set[str]:
    return {a.mark.actor.name for a in frame.agents if a.mark.actor.kind != "unnamed"}


def _figures(frame: Frame) -> set[tuple[str, int]]:
    """Tolls that could be told apart by their number: "one dead" says little."""
    return {(t.outcome, t.mark.count.figure) for t in frame.tolls if t.mark.count.figure > 1}


def threads(
    found: Sequence[Frame], codebook: Codebook, published: date | None
) -> list[Thread]:
    """Group frames into incidents, in the order of their first frames."""
    incidents: list[Thread] = []
    last: Thread | None = None
    pending: Frame | None = None
    for frame in found:
        if frame.aggregate:
            incidents.append(_thread(frame, aggregate=True))
            continue
        real = any(t.real for t in frame.triggers) or bool(frame.tolls) or frame.foiled
        if frame.superlative and not frame.tolls:
            real = True
        if not real and not frame.attributes:
            continue
        if pending is not None and frame.demonstrative and frame.sentence - pending.sentence <= 2:
            incidents.append(last := _thread(pending, frame))
            pending = None
            continue
        pending = None
        best, score = _best(frame, incidents, last, codebook, published)
        if best is not None and score >= _JOIN:
            best.add(_undated(frame, best))
            last = best
        elif real and _tells(frame, bool(incidents)):
            last = _thread(frame)
            incidents.append(last)
        elif frame.superlative and (frame.times or frame.places):
            pending = frame
    return incidents


def _tells(frame: Frame, later: bool) -> bool:
    """True if a frame says enough to be an incident of its own."""
    if frame.denied:
        return False
    facts = bool(frame.when) + bool(frame.places) + bool(frame.tolls)
    named = frame.attributes or any(a.mark.actor.kind != "unnamed" for a in frame.agents)
    happened = any(t.real for t in frame.triggers)
    if frame.retracted:
        return facts >= 1
    if frame.foiled:
        return facts + named >= 1 and not later or facts + named >= 2
    if not happened:
        if all(t.outcome in ("freed", "missing", "detained") for t in frame.tolls):
            return not later and bool(frame.tolls)
        return bool(frame.tolls) and (bool(frame.when and frame.places) or not later)
    if all(t.plural for t in frame.triggers if t.real) and not (frame.tolls and facts >= 2):
        return facts >= 3
    if later:
        return facts >= 2 or (facts == 1 and (named or frame.another) and not frame.back)
    return facts + bool(frame.agents) >= 1


def _best(
    frame: Frame,
    incidents: Sequence[Thread],
    last: Thread | None,
    codebook: Codebook,
    published: date | None,
) -> tuple[Thread | None, float]:
    best: tuple[Thread | None, float] = None, -math.inf
    for thread in incidents:
        if thread.aggregate:
            continue
        score = _score(frame, thread, thread is last, codebook)
        if _told_as_news(thread, published) and _long_ago(frame, published):
            continue
        if score is not None and score > best[1]:
            best = thread, score
    return best


def _told_as_news(thread: Thread, published: date | None) -> bool:
    """True for what a report tells without a day: it is taken to be new."""
    return published is not None and not thread.dates


def _long_ago(frame: Frame, published: date | None) -> bool:
    when = frame.when.when if frame.when else None
    return bool(published and when and (published - when.latest).days > _NEWS_DAYS)


def _score(frame: Frame, thread: Thread, recent: bool, codebook: Codebook) -> float | None:
    """How well a frame agrees with an incident; None where they contradict each other."""
    score = 0.0
    dates = thread.dates
    if frame.when and frame.when.when and dates and not frame.aftermath:
        agreed = _dates(frame.when.when, dates)
        if agreed is None and not _after(frame, dates):
            return None
        score += agreed or 0.0
    told = any(t.real for t in frame.triggers)  # a toll alone does not say where it happened
    where = _places([p.place for p in frame.places] if told else [], thread.places)
    if where is None:
        return None
    score += where
    kind = frame.type
    if kind and thread.types:
        families = {codebook.type(t).family for t in thread.types}
        if kind in thread.types:
            score += _SAME_TYPE
        elif codebook.type(kind).family in families or _mixes(kind, thread.types):
            score += 0.2
        elif not recent or frame.when or frame.places:
            return None
        else:
            score -= 1.0
    if _figures(frame) & thread.tolls:
        score += _SAME_TOLL
    names = _named(frame)
    if names and thread.agents:
        score += _SAME_AGENT if names & thread.agents else -1.5
    if frame.demonstrative and recent:
        score += _DEMONSTRATIVE
    elif frame.back:
        score += _BACK
    if recent:
        score += _RECENT
    if frame.aftermath or not frame.when and not (frame.places and told):
        score += _BARE
    elif not frame.when or not dates:
        score += 0.4
    shared = len(frame.words & thread.words)
    score += min(shared * _SHARED_WORD, _SHARED_MOST)
    if not dates and not thread.places:
        score += _OPEN
    if frame.another and not frame.back:
        score += _ANOTHER
    return score


def _after(frame: Frame, dates: Collection[When]) -> bool:
    """True for words on "the attack" a few days later: their day is not the attack's."""
    if not frame.back or frame.another or frame.tolls or not frame.when or not frame.when.when:
        return False
    days = (frame.when.when.earliest - min(d.latest for d in dates)).days
    return 0 < days <= _AFTER_DAYS


def _undated(frame: Frame, thread: Thread) -> Frame:
    """The frame without a day that is only that of words on the incident."""
    return replace(frame, times=()) if thread.dates and _after(frame, thread.dates) else frame


_MIXED = (
    {"bombing", "suicide_bombing"},
    {"bombing", "armed_assault"},
    {"suicide_bombing", "armed_assault"},
    {"armed_assault", "kidnapping"},
    {"armed_assault", "battle"},
    {"armed_assault", "assassination"},
    {"armed_assault", "arson"},
    {"armed_assault", "mob_violence"},
    {"armed_assault", "vehicle_ramming"},
    {"armed_assault", "hijacking"},
    {"vehicle_ramming", "suicide_bombing"},
    {"vehicle_ramming", "bombing"},
    {"kidnapping", "hijacking"},
    {"bombing", "airstrike_shelling"},
    {"bombing", "battle"},
    {"bombing", "assassination"},
    {"mob_violence", "arson"},
    {"battle", "airstrike_shelling"},
)


def _mixes(kind: str, kinds: set[str]) -> bool:
    """Types that one incident is often told in: a bomb, then gunfire."""
    return any({kind, other} in _MIXED for other in kinds)


def _dates(mine: When, theirs: Collection[When]) -> float | None:
    """Agreement of dates; None if they cannot be the same days."""
    if mine in theirs:
        return _SAME_DATE
    narrow = min(theirs, key=lambda w: (w.latest - w.earliest, w.earliest))
    if not mine.overlaps(narrow):
        return None
    widths = sorted(((mine.latest - mine.earliest).days, (narrow.latest - narrow.earliest).days))
    return _DATE_INSIDE if widths[1] <= 31 else _YEAR_INSIDE


def _places(mine: Collection[Place], theirs: Collection[Place]) -> float | None:
    """Agreement of places; None if they are different places of the same fineness."""
    if not mine or not theirs:
        return 0.0
    best: float | None = None
    for a in mine:
        for b in theirs:
            value = _place(a, b)
            if value is not None and (best is None or value > best):
                best = value
    return best


def _place(a: Place, b: Place) -> float | None:
    if a.name.casefold() == b.name.casefold() or (a.ref and a.ref == b.ref):
        return _SAME_PLACE
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return None
    coarse = {"country", "area"}
    if a.precision in coarse or b.precision in coarse:
        return 0.5
    if "admin1" in (a.precision, b.precision):
        if a.precision == b.precision:
            return None
        fine, region = (b, a) if a.precision == "admin1" else (a, b)
        if (
            fine.admin1
            and fine.admin1.casefold() != region.name.casefold()
            and fine.admin1 != region.admin1
        ):
            return None
        return _NEAR_PLACE
    if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        return _NEAR_PLACE if _km(a.lat, a.lon, b.lat, b.lon) <= _KM_SAME else None
    return 0.0  # one is named only: nothing is known of their distance


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
