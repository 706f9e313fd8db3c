"""Which frames of a report tell of the same incident.

Frames are taken in text order. A frame joins the incident it agrees with best (date, place, toll,
perpetrator, "that attack"), begins a new one where it brings facts that fit none, and is dropped
where it neither agrees with an incident nor says enough to be one.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.codebook import Codebook
from reportedly.extract.incidents.agreement import agreement
from reportedly.extract.incidents.frames import Frame, width
from reportedly.extract.incidents.framing import Also
from reportedly.extract.incidents.outcomes import LATER
from reportedly.extract.incidents.threads import Thread, thread_of

_JOIN = 1.5  # the agreement from which on a frame belongs to an incident
_ALSO = 2.0  # what the word of another reader adds, where it is sure; or takes away
_CANDIDATES = 200  # incidents last begun that a frame is held against; no article tells of more
_LEAD = 1  # last paragraph, counted from 0, of the lead
_NEWS_DAYS = 31  # what is older is no news
_CLAIMED_DAYS = 14  # in which a claim is still made
_TOWN = ("city", "site", "near", "name")
_PENDING = 2  # sentences from "the deadliest came in May" to "in that attack"


def threads(
    found: Sequence[Frame], codebook: Codebook, published: date | None, also: Also | None = None
) -> list[Thread]:
    """Group frames into incidents, in the order of their first frames."""
    told: list[Thread] = []
    last: Thread | None = None
    passing: Thread | None = None  # what the clause before turned to
    pending: Frame | None = None  # names one of several, and waits for "that attack"
    for frame in found:
        if frame.aggregate:
            told.append(thread_of(frame, aggregate=True))
            continue
        real = _is_real(frame)
        if not real and not frame.attributes:
            continue
        if pending and frame.demonstrative and frame.sentence - pending.sentence <= _PENDING:
            last, pending = thread_of(pending, frame), None
            told.append(last)
            continue
        pending = None
        if passing and frame.demonstrative and frame.sentence == passing.frames[-1].sentence + 1:
            last = passing  # "that attack" is the one just told, though in passing
        passing = None
        candidates = [thread for thread in told[-_CANDIDATES:] if not thread.aggregate]
        if _is_long_ago(frame, published) and not frame.refers:
            only = last if len(told) == 1 and frame.when and width(frame.when) == 0 else None
            candidates = [t for t in candidates if t.dates or t is only or not t.is_news]
        if frame.turned:
            candidates = [t for t in candidates if t.frames[-1].sentence != frame.sentence]
        best, apart = _best(frame, candidates, last, codebook, also)
        if best is None and _only_claims(frame, last, candidates):
            bare = replace(frame, times=(), places=())
            best, _ = _best(bare, candidates, last, codebook, also)
            frame = bare if best else frame
        if best:
            off = frame.days and best.dates and not any(frame.days.overlaps(d) for d in best.dates)
            best.add(replace(frame, times=()) if off else frame)  # a day of words on the incident
            passing = best if frame.turned else None
            last = last if frame.turned else best  # what a clause turns to is said in passing
        elif real and _tells(frame, later=not all(t.aggregate for t in told), apart=apart):
            told.append(thread_of(frame))
            passing = told[-1] if frame.turned else None
            last = last if frame.turned else told[-1]
        elif frame.superlative and (frame.times or frame.places):
            pending = frame
    return [_within(thread, told) for thread in told if _is_told(thread)]


def _is_told(thread: Thread) -> bool:
    """False for one clause that says nothing of when, where, who or how many."""
    first = thread.frames[0]
    known = thread.aggregate or thread.dates or thread.places or first.retracted or first.foiled
    return bool(known or len(thread.frames) > 1 or first.tolls or first.agents or first.attributes)


def _only_claims(frame: Frame, last: Thread | None, candidates: Sequence[Thread]) -> bool:
    """True for a claim, or words of blame, on the incident last told: its day, place are its own.

    "They claimed the attack on Wednesday in a message to a newspaper of the capital."
    """
    if not frame.attributes or frame.tolls or frame.another or last not in candidates:
        return False
    if frame.type and frame.places and not frame.back:
        return False  # "the army said its jets had hit a camp near Arvo": it tells of its own
    if last is None or frame.days is None or not last.dates:
        return last is not None
    after = (frame.days.earliest - min(day.latest for day in last.dates)).days
    return 0 <= after <= _CLAIMED_DAYS


def _within(thread: Thread, told: Sequence[Thread]) -> Thread:
    """An undated incident takes the day of those summed up in the lead, if they share one."""
    days = [t.frames[0] for t in told if t.aggregate and t.frames[0].paragraph <= _LEAD]
    sums = [frame for frame in days if frame.when and width(frame.when) == 0]
    first = thread.frames[0]
    if thread.aggregate or thread.dates or len(sums) != 1 or first.start < sums[0].start:
        return thread
    dated = replace(first, times=sums[0].times)
    return thread_of(dated, *thread.frames[1:])


def _is_long_ago(frame: Frame, published: date | None) -> bool:
    days = frame.days
    return bool(published and days and (published - days.latest).days > _NEWS_DAYS)


def _is_real(frame: Frame) -> bool:
    """True for what happened or was stopped, and for "the deadliest came in May"."""
    return bool(frame.told or frame.tolls or frame.foiled or frame.superlative)


def _tells(frame: Frame, *, later: bool, apart: bool) -> bool:
    """True if a frame says enough to be an incident of its own; ``later``: not the first.

    ``apart``: it cannot be any of those told before.
    """
    if frame.denied:
        return False
    facts = bool(frame.when) + bool(frame.places) + bool(frame.tolls)
    named = frame.attributes or bool(frame.named)
    if frame.retracted:
        return facts >= 1
    if frame.foiled:
        return facts + named + frame.another >= (2 if later else 1)
    if not frame.told:
        return bool(frame.tolls) and _stands_alone(frame, later=later, apart=apart)
    if (
        not frame.part
        and all(trigger.plural for trigger in frame.told)
        and not (frame.tolls and facts >= 2)
    ):
        least = 1 if not later and _is_local(frame) else 2 if frame.opens else 3
        return facts + named >= least
    if later:
        new = apart and frame.dated and not frame.goes_on
        grammar = (
            frame.another or frame.opens or frame.turns or frame.part or frame.item is not None
        )
        parted = new or named or grammar
        return facts >= 2 or (facts == 1 and parted and (frame.part or not frame.back))
    return facts + bool(frame.agents) >= 1 or (frame.paragraph <= _LEAD and not frame.refers)


def _is_local(frame: Frame) -> bool:
    """True for a clause that names a town: "the attacks in Arvo" are one incident, as known."""
    return any(mark.place.precision in _TOWN for mark in frame.places)


def _stands_alone(frame: Frame, *, later: bool, apart: bool) -> bool:
    """True for a toll that nothing but its own clause explains."""
    done = {toll.outcome for toll in frame.tolls}.difference(LATER)
    if not later:
        return bool(done)
    new = apart and frame.deed and done != {"injured"}  # the wounded leave hospital on other days
    return bool(done and frame.when and (frame.places or new))


def _best(
    frame: Frame,
    candidates: Sequence[Thread],
    last: Thread | None,
    codebook: Codebook,
    also: Also | None,
) -> tuple[Thread | None, bool]:
    """The incident that a frame agrees with best, if it does so well enough.

    True beside it where the frame contradicts every incident.
    """
    best: tuple[float, Thread | None] = -math.inf, None
    for thread in candidates:
        score = agreement(frame, thread, thread is last, codebook)
        if also and score is not None:
            told = also.together(frame, thread.frames)
            score += 0.0 if told is None else _ALSO * (2 * told - 1)
        if score is not None and score > best[0]:
            best = score, thread
    return best[1] if best[0] >= _JOIN else None, best[1] is None
