"""How well a clause agrees with an incident already told: by date, place, toll, actors, words."""

import math
from collections.abc import Collection

from reportedly.codebook import Codebook
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.threads import Thread
from reportedly.records import Place, When

# What agreement on a fact adds, and what disagreement that may be explained takes away.
_SAME_DATE = 3.0
_DATE_INSIDE = 2.0  # a day inside a month told elsewhere
_YEAR_INSIDE = 0.8
_NO_DATE = 0.4  # one of the two is undated
_SAME_PLACE = 2.5
_NEAR_PLACE = 1.5  # one contains the other
_SAME_COUNTRY = 0.5
_SAME_TOLL = 2.5
_OTHER_TOLL = -1.5
_FAR_MORE = 2  # times
_SUM = 10  # times: "217 have been killed", after six, is the sum of many
_SAME_AGENT = 1.0
_OTHER_AGENT = -1.5
_SAME_TYPE = 0.7
_LIKE_TYPE = 0.2
_OTHER_TYPE = -1.0
_BACK = 1.2  # "the attack"
_DEMONSTRATIVE = 4.0  # "in that attack", right after
_RECENT = 0.6  # the incident last spoken of
_NEXT = 0.5  # in the sentence right before
_BARE = 1.4  # says nothing that could differ
_OPEN = 0.8  # the incident has no day and no place yet
_SHARED_WORD = 0.35  # a longer word in common
_SHARED_MOST = 1.05
_ANOTHER = -3.0  # "a separate attack"
_OPENS = -1.5  # a paragraph that begins with where or when, and names another place
_TURNS = -2.0  # "Hours later youths ...", where it has a day, place or toll of its own
_ITEM = -3.0  # another item of a bulletin
_AFTER_DAYS = 14  # in which "the attack" of the day before yesterday is still the news
_KM_NEAR = 25.0
_EARTH_KM = 6371.0
_MONTH_DAYS = 31
_COARSE = ("country", "area")

# Types that one incident is often told in: a bomb, then gunfire.
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


def agreement(frame: Frame, thread: Thread, recent: bool, codebook: Codebook) -> float | None:
    """How well a frame agrees with an incident; None where they contradict each other.

    ``recent`` is True for the incident last spoken of.
    """
    when = _when(frame, thread)
    scene = frame.told or frame.foiled or frame.deed  # else where somebody died, or was freed
    where = _places([p.place for p in frame.places] if scene else [], thread.places)
    what = _what(frame, thread, recent, codebook)
    if recent and frame.refers and not frame.part:
        where = where or 0.0  # "the attack happened at ...": the one just told, wherever it was
    if when is None or where is None or what is None:
        return None
    score = 0.0
    for points in (
        when,
        where,
        what,
        _how_many(frame, thread),
        _who(frame, thread),
        _reference(frame, recent),
        _RECENT if recent else 0.0,
        _NEXT if recent and frame.sentence - thread.frames[-1].sentence == 1 else 0.0,
        _vagueness(frame, thread),
        min(len(frame.words & thread.words) * _SHARED_WORD, _SHARED_MOST),
        _OPEN if not thread.dates and not thread.places else 0.0,
        _ANOTHER if frame.another and not frame.back else 0.0,
        _OPENS if frame.opens and frame.told and where <= 0 < len(frame.places) else 0.0,
        _ITEM if frame.item is not None and frame.item != thread.frames[-1].item else 0.0,
        _TURNS if frame.turns and (frame.times or frame.places or frame.tolls) else 0.0,
    ):
        score += points  # one by one: the same in every version of Python
    return score


def _when(frame: Frame, thread: Thread) -> float | None:
    if frame.days is None or not thread.dates:
        return 0.0
    agreed = _dates(frame.days, thread.dates)
    if agreed and frame.borrowed:
        return 0.0
    if agreed is None and frame.aftermath:  # people die of it later, never before
        return 0.0 if frame.days.latest >= min(d.earliest for d in thread.dates) else None
    if agreed is None and (is_afterwards(frame, thread) or _is_spoken_of(frame, thread)):
        return 0.0
    return agreed


def _what(frame: Frame, thread: Thread, recent: bool, codebook: Codebook) -> float | None:
    kind = frame.type
    if kind is None or not thread.types:
        return 0.0
    if kind in thread.types:
        return _SAME_TYPE
    if any({kind, other} in _MIXED for other in thread.types):
        return _LIKE_TYPE
    if codebook.type(kind).family in {codebook.type(other).family for other in thread.types}:
        return _LIKE_TYPE
    return None if not recent or frame.when or frame.places else _OTHER_TYPE


def _how_many(frame: Frame, thread: Thread) -> float:
    """Tolls agree; a deed told anew with a far smaller or larger one is hardly the same."""
    if frame.figures & thread.tolls:
        return _SAME_TOLL
    if frame.back or frame.days in thread.dates:
        return 0.0
    mine, theirs = (
        max((n for outcome, n in tolls if outcome == "killed"), default=0)
        for tolls in (frame.figures, thread.tolls)
    )
    if not mine or not theirs:
        return 0.0
    if frame.told:
        far = not theirs < _FAR_MORE * mine < _FAR_MORE**2 * theirs
    else:
        far = mine >= _SUM * theirs
    return _OTHER_TOLL if far else 0.0


def _who(frame: Frame, thread: Thread) -> float:
    if not frame.named or not thread.agents:
        return 0.0
    if any(_same_name(a, b) for a in frame.named for b in thread.agents):
        return _SAME_AGENT
    # One claims it whom others do not blame: two accounts of one deed, where no other is told.
    return _OTHER_AGENT if frame.told or frame.tolls or not frame.attributes else 0.0


def _same_name(a: str, b: str) -> bool:
    """True for one name and a longer form of it: "army" and "Army of Arvo"."""
    left, right = set(a.casefold().split()), set(b.casefold().split())
    return left <= right or right <= left


def _reference(frame: Frame, recent: bool) -> float:
    if frame.demonstrative and recent:
        return _DEMONSTRATIVE
    return _BACK if frame.back else 0.0


def _vagueness(frame: Frame, thread: Thread) -> float:
    """The less a frame says that could differ, the readier it is taken to agree."""
    if frame.aftermath or (not frame.when and not (frame.places and frame.told)):
        return _BARE
    return _NO_DATE if not frame.when or not thread.dates else 0.0


def is_afterwards(frame: Frame, thread: Thread) -> bool:
    """True for words on "the attack" a few days later: their day is not the attack's."""
    if frame.days is None or not thread.dates or not frame.back or frame.another or frame.tolls:
        return False
    days = (frame.days.earliest - min(date.latest for date in thread.dates)).days
    return 0 < days <= _AFTER_DAYS


def _is_spoken_of(frame: Frame, thread: Thread) -> bool:
    """True for "tonight's attack" in a quotation, one day off and with no toll of its own."""
    if frame.days is None or not frame.statements or frame.tolls or frame.another:
        return False
    return any(abs((frame.days.earliest - day.earliest).days) <= 1 for day in thread.dates)


def _dates(mine: When, theirs: Collection[When]) -> float | None:
    """Agreement of dates; None if they cannot be the same days."""
    if mine in theirs:
        return _SAME_DATE
    narrow = min(theirs, key=lambda w: (w.latest - w.earliest, w.earliest))
    if not mine.overlaps(narrow):
        return None
    widths = sorted(((mine.latest - mine.earliest).days, (narrow.latest - narrow.earliest).days))
    return _DATE_INSIDE if widths[1] <= _MONTH_DAYS else _YEAR_INSIDE


def _places(mine: Collection[Place], theirs: Collection[Place]) -> float | None:
    """Agreement of places; None if they are different places of the same fineness."""
    if not mine or not theirs:
        return 0.0
    for coarse in (_COARSE, (*_COARSE, "admin1")):  # two towns of one region are two places
        fine = [[p for p in side if p.precision not in coarse] for side in (mine, theirs)]
        if all(fine):
            mine, theirs = fine
    agreed = [alike(a, b) for a in mine for b in theirs]
    best = max((points for points in agreed if points is not None), default=None)
    return best or (None if None in agreed else 0.0)  # a street says nothing against two towns


def alike(a: Place, b: Place) -> float | None:
    """Agreement of two places; None if they are different ones."""
    if a.name.casefold() == b.name.casefold() or (a.ref and a.ref == b.ref):
        return _SAME_PLACE
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return None
    if a.precision in _COARSE or b.precision in _COARSE:
        return _SAME_COUNTRY
    if "admin1" in (a.precision, b.precision):
        if a.precision == b.precision:
            return None
        fine, region = (b, a) if a.precision == "admin1" else (a, b)
        return _NEAR_PLACE if _may_lie_in(fine, region) else None
    if a.ref is None and b.ref is None and "site" not in (a.precision, b.precision):
        return None  # two villages that no list holds
    if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        return _NEAR_PLACE if _km(a.lat, a.lon, b.lat, b.lon) <= _KM_NEAR else None
    return 0.0  # one is named only: nothing is known of their distance


def _may_lie_in(fine: Place, region: Place) -> bool:
    """True unless a place is known to lie in another first-level region."""
    return (
        not fine.admin1
        or fine.admin1.casefold() == region.name.casefold()
        or fine.admin1 == region.admin1
    )


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
