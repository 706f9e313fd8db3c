"""The claims of one incident, field by field, each with the words that it rests on."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from reportedly.extract.incidents.attribution import attribution, by_a_state, perpetrators
from reportedly.extract.incidents.figures import figures
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.scene import country_around, day_of, town_of
from reportedly.extract.incidents.settings import moved_to, within
from reportedly.extract.incidents.targets import target, weapon
from reportedly.extract.incidents.telling import Span, Telling
from reportedly.records import Actor, Claim, Code, Place, PlaceMark, Text, When
from reportedly.records.nearness import coarseness, contains, is_point, other_country

_WIDE = ("country", "area")


def claims(telling: Telling) -> Iterator[Claim]:
    """Every claim of an incident, in the order of the codebook's fields."""
    yield from _type(telling)
    yield from _dates(telling)
    yield from _places(telling)
    people = list(perpetrators(telling))
    yield from people
    yield from attribution(telling, [c.value for c in people if isinstance(c.value, Actor)])
    status = _status(telling)
    if status:
        yield status
    taken_back = status.id if status and status.value == Code("retracted") else None
    for claim in figures(telling, by_a_state=by_a_state(telling)):
        yield replace(claim, superseded_by=claim.superseded_by or taken_back)
    yield from _words(telling, "target", target)
    yield from _words(telling, "weapon", weapon)


def _type(telling: Telling) -> Iterator[Claim]:
    """The type that the frames name most, the more serious where it is nearly as frequent."""
    counted: Counter[str] = Counter()
    named: dict[str, tuple[Frame, Span]] = {}
    vague: tuple[Frame, Span] | None = None
    for n, frame in enumerate(telling.frames):
        for trigger in frame.triggers:
            if not (trigger.real or frame.foiled):
                continue
            here = frame, (trigger.start, trigger.end)
            if trigger.type is None:
                vague = vague or here
                continue
            counted[trigger.type] += 1 + 2 * (n == 0) + bool(frame.tolls)  # the first tells most
            named.setdefault(trigger.type, here)
    if counted:
        code = _most_serious(telling, counted)
        frame, span = named[code]
        yield telling.claim("type", Code(code), span, frame)
        return
    done = (frame for frame in telling.frames if frame.agents or frame.deed)
    tolls = ((frame, (toll.start, toll.end)) for frame in done for toll in frame.tolls)
    found = vague or next(tolls, None)
    if found:
        frame, span = found
        code = "kidnapping" if _is_abduction(frame) else "armed_assault"
        yield telling.claim("type", Code(code), span, frame)


def _most_serious(telling: Telling, counted: Counter[str]) -> str:
    """Of the types at least half as frequent as the most frequent one, the first by precedence."""
    ranks = {t.type: t.rank for frame in telling.frames for t in frame.triggers if t.type}
    order = list(telling.codebook.types)
    most = max(counted.values())
    often = [code for code in counted if counted[code] * 2 >= most]
    return min(often, key=lambda code: (ranks[code], order.index(code)))


def _is_abduction(frame: Frame) -> bool:
    outcomes = {toll.outcome for toll in frame.tolls}
    return "abducted" in outcomes and "killed" not in outcomes


def _dates(telling: Telling) -> Iterator[Claim]:
    """Each day or time that the frames give, once; of what came of it later, only for the first."""
    seen = set()
    for n, frame in enumerate(telling.frames):
        mark = None if frame.aftermath and n else frame.when
        if mark and mark.when and mark.when not in seen:
            seen.add(mark.when)
            when = _past(mark.when, telling.annotated.report.published)
            yield telling.claim("date", when, (mark.start, mark.end), frame)
    # The days in news of a kidnapping are those of what came later: a call, a ransom, a release.
    taken = any(t.type == "kidnapping" for frame in telling.frames for t in frame.triggers)
    if not seen and not telling.lead and not telling.thread.aggregate and not taken:
        around = day_of(telling.annotated, telling.frames, None, (0, 0))
        if around and around[1].start < telling.frames[0].start:
            _, mark, day = around
            yield telling.claim("date", day, (mark.start, mark.end), telling.frames[0])
    if telling.lead and not (taken and seen):
        within = min(seen, key=lambda one: (one.latest - one.earliest, one.earliest), default=None)
        around = day_of(telling.annotated, telling.frames, within)
        if around and not (taken and around[0].aftermath):
            frame, mark, day = around
            yield telling.claim("date", day, (mark.start, mark.end), frame)


def _past(when: When, published: date | None) -> When:
    """What a report tells of has happened: of "this month", the days until its publication."""
    if published and when.earliest <= published < when.latest:
        return When(when.earliest, published, "range")
    return when


def _places(telling: Telling) -> Iterator[Claim]:
    """Each place that the frames give, once: the finest first, then the most told."""
    found = [(frame, mark) for frame in telling.frames for mark in frame.places]
    first = telling.frames[0]
    found = found or _of_speakers(telling)
    if not found and not telling.thread.aggregate:
        around = country_around(telling.annotated, first.start, first.end)
        found = [(first, around)] if around else []
    found = _in_town(telling, _located(_of_the_scene(found)))
    told: Counter[Place] = Counter()
    for frame, mark in found:
        told[mark.place] += _weight(telling, frame)
    found.sort(
        key=lambda at: (
            coarseness(at[1].place),
            _unmapped_site(at[1].place),  # the town says more than a street that no list holds
            -told[at[1].place],
            at[1].start,
        )
    )
    seen = set()
    for frame, mark in found:
        if mark.place not in seen:
            seen.add(mark.place)
            yield telling.claim("place", mark.place, (mark.start, mark.end), frame)


def _of_speakers(telling: Telling) -> list[tuple[Frame, PlaceMark]]:
    """Where those are who tell of it: "the commissioner of Kolo said ...", "police in Kolo".

    Not where they are abroad: an office in London may speak of what happened in Cairo.
    """
    scene = country_around(telling.annotated, telling.frames[0].start, telling.frames[0].start)
    for frame in telling.frames:
        contents = [telling.statements[id].content for id in frame.statements]
        for mark in within(telling.annotated.places, frame.start, frame.end):
            said = any(c.start <= mark.start < c.end for c in contents)
            named = mark.use == "location" and not moved_to(telling.text, frame.start, mark)
            speaks = named or "speaker is" in mark.reason
            abroad = scene and scene.place.country_code != mark.place.country_code
            if not contents or said or abroad:
                continue
            if speaks and mark.place.precision not in _WIDE:
                return [(frame, mark)]
    return []


def _located(found: list[tuple[Frame, PlaceMark]]) -> list[tuple[Frame, PlaceMark]]:
    """Names that the gazetteer lacks are near the one town that the incident is told of with."""
    towns = {m.place.ref: m.place for _, m in found if is_point(m.place) and m.place.ref}
    if len(towns) != 1:
        return found
    town = next(iter(towns.values()))
    return [(frame, _put_near(mark, town)) for frame, mark in found]


def _put_near(mark: PlaceMark, town: Place) -> PlaceMark:
    place = mark.place
    on_map = place.ref is not None or place.lat is not None
    if on_map or place.precision not in ("name", "near") or other_country(place, town):
        return mark
    region = place.admin1 or town.admin1
    near = replace(town, name=place.name, precision="near", ref=None, admin1=region)
    return replace(mark, place=near)


def _in_town(
    telling: Telling, found: list[tuple[Frame, PlaceMark]]
) -> list[tuple[Frame, PlaceMark]]:
    """With the town that the report is set in, where no finer place is known: it adds to streets
    that no list holds, to the country, and to the news itself where that names no place.
    """
    here = telling.lead or any(_unmapped_site(mark.place) for _, mark in found)
    alone = not telling.thread.aggregate
    town = town_of(telling.annotated) if here and alone else None
    title = (telling.annotated.report.title or "").casefold()
    titled = bool(town and town.place.name.casefold() in title)
    if not town:
        return found
    if titled:
        found = [(frame, _put_near(mark, town.place)) for frame, mark in found]
    if all(_leaves_open(mark.place, town.place) for _, mark in found):
        return [*found, (telling.frames[0], town)]
    return found


def _leaves_open(place: Place, town: Place) -> bool:
    """True for what may be in the town: its country or region, or a site that no list holds."""
    if _unmapped_site(place):
        return not other_country(place, town)
    return place.precision in ("country", "admin1") and contains(place, town)


def _unmapped_site(place: Place) -> bool:
    return place.precision == "site" and place.lat is None


def _weight(telling: Telling, frame: Frame) -> int:
    """How much a frame tells of the incident itself: more where it begins, dates or counts it."""
    return 1 + 2 * (frame is telling.frames[0]) + bool(frame.times) + bool(frame.tolls)


def _of_the_scene(found: list[tuple[Frame, PlaceMark]]) -> list[tuple[Frame, PlaceMark]]:
    """Without places that are only remarked on in another country than those of dated deeds."""
    sure = {m.place.country_code for f, m in found if f.times or f.tolls} - {None}
    if not sure:
        return found
    return [
        (f, m) for f, m in found
        if f.times or f.tolls or m.place.country_code in sure
    ]  # fmt: skip


def _status(telling: Telling) -> Claim | None:
    """Retracted, attempted, foiled or completed; an aggregate is not completed."""
    for frame in telling.frames:
        if frame.retracted:
            return telling.claim("status", Code("retracted"), frame.retracted, frame)
    first = telling.frames[0]
    tried = phrase("claims.attempted").search(telling.text, first.start, first.end)
    if tried and not any(t.outcome == "killed" for f in telling.frames for t in f.tolls):
        return telling.claim("status", Code("attempted"), tried.span(), first)
    for trigger in first.triggers:
        if trigger.reality == "foiled":
            return telling.claim("status", Code("foiled"), (trigger.start, trigger.end), first)
    if telling.thread.aggregate:
        return None
    for frame in telling.frames:
        for told in frame.told or frame.tolls:
            return telling.claim("status", Code("completed"), (told.start, told.end), frame)
    return None


def _words(
    telling: Telling, field: str, find: Callable[[str, int, int], Span | None]
) -> Iterator[Claim]:
    """The words of a field where a frame first has them."""
    for frame in telling.frames:
        span = find(telling.text, frame.start, frame.end)
        if span:
            yield telling.claim(field, Text(telling.text[slice(*span)]), span, frame)
            return
