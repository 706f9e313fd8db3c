"""Tolls that need no verb of harm: "a death toll of 40", "12 dead", "no casualties"."""

import re
from collections.abc import Sequence

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.outcomes import Toll, Tolls, noun_of
from reportedly.extract.incidents.phrases import phrase
from reportedly.records import Count, CountMark

_NOUNS = {
    "dead": "killed", "deaths": "killed", "fatalities": "killed", "bodies": "killed",
    "corpses": "killed", "wounded": "injured", "injured": "injured", "injuries": "injured",
}  # fmt: skip
_FAR = 80  # characters from a toll to its number
_FAR_RISEN = 200  # the same where "risen to" stands before the number
_LIVES_FAR = 30  # from "claimed" to "145 lives"
_COUNTED_FAR = 30  # from "there were" to the number
_ZERO = Count(0, 0, 0, "exact")
_ZERO_OF = {
    "killed": "killed", "died": "killed", "deaths": "killed", "fatalities": "killed",
    "hurt": "injured", "injured": "injured", "wounded": "injured", "harmed": "injured",
    "injuries": "injured", "abducted": "abducted", "killing": "killed", "hurting": "injured",
    "injuring": "injured", "wounding": "injured", "harming": "injured",
}  # fmt: skip


def measured(text: str, start: int, end: int, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "the death toll rose from 9 to 14", "a death toll of 40", "put the toll at 12"."""
    for name, outcome in (("tolls.death_toll", "killed"), ("tolls.injury_toll", "injured")):
        for toll in phrase(name).finditer(text, start, end):
            begin = toll.end()
            near = [m for m in marks if m not in found and _measures(text, begin, m)][:2]
            if near and phrase("tolls.measures").search(text[begin : near[0].start]):
                old = _older(text, begin, near)
                for mark in near if old else near[:1]:
                    found[mark] = Toll(
                        mark, outcome, toll.start(), mark.end, superseded=mark is old
                    )
            elif before := _number_first(text, toll.start(), marks):
                for mark, risen in before:
                    found[mark] = Toll(mark, outcome, mark.start, begin, superseded=risen)


def _number_first(text: str, end: int, marks: Sequence[CountMark]) -> list[tuple[CountMark, bool]]:
    """ "bringing to 19 from 13 the toll": the number, and whether it is old."""
    before = [m for m in marks if m.end <= end]
    if not before or not phrase("tolls.leads_to_toll").fullmatch(text, before[-1].end, end):
        return []
    rise = len(before) > 1 and text[before[-2].end : before[-1].start].strip() == "from"
    first = before[-2] if rise else before[-1]
    if not phrase("tolls.number_first").search(text, max(0, first.start - 12), first.start):
        return []
    return [(first, False), (before[-1], True)] if rise else [(first, False)]


def _measures(text: str, begin: int, mark: CountMark) -> bool:
    """True for a number that a toll, which ends at ``begin``, may be followed by."""
    return (
        _is_near(text, begin, mark)
        and not phrase("tolls.single").match(text, mark.start)
        and not phrase("tolls.clause").search(text, begin, mark.start)
    )


def _is_near(text: str, begin: int, mark: CountMark) -> bool:
    """True for a number near enough to a toll; "risen to" may reach farther."""
    if not begin <= mark.start < begin + _FAR_RISEN:
        return False
    risen = phrase("tolls.risen").search
    return mark.start <= begin + _FAR or bool(risen(text, begin, mark.start))


def _older(text: str, begin: int, near: Sequence[CountMark]) -> CountMark | None:
    """The number that the other one replaced: the 9 of "from 9 to 14" and of "to 14, from 9"."""
    if len(near) < 2:
        return None
    gap, between = text[begin : near[0].start], text[near[0].end : near[1].start]
    if phrase("tolls.from").search(gap) and re.search(r"\bto\b", between):
        return near[0]
    if re.search(r"\bto\b\s*$", gap) and re.match(r",?\s*(?:up )?from\s*$", between):
        return near[1]
    return None


def victims(mark: CountMark) -> str | None:
    """Whom a number counts; None where no word says so: "12 dead", "three of them"."""
    return None if (mark.group or "").lower() in (*_NOUNS, "them", "whom") else mark.group


def named(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """The people counted are the outcome: "12 dead", "40 wounded", "142 of the dead"."""
    for mark in marks:
        outcome = _NOUNS.get(noun_of(mark))
        if outcome is None:
            continue
        part = bool(re.search(r"\bof (?:the|those)\b", text[mark.start : mark.end]))
        end = mark.end
        if outcome == "injured" and (died := phrase("tolls.since_died").match(text, end)):
            outcome, end = "killed", died.end()
        found[mark] = Toll(mark, outcome, mark.start, end, part=part)


def lives(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "claimed 145 lives", "claimed the lives of 12 people", "for the loss of five sailors"."""
    for mark in marks:
        if mark in found:
            continue
        begin = max(0, mark.start - _LIVES_FAR)
        taken = phrase("tolls.lives").search(text[begin : mark.start])
        if taken is None:
            continue
        lost = "loss of" in taken.group().lower() and kind_of(noun_of(mark))
        if lost or noun_of(mark) in ("lives", "life") or "lives of" in taken.group():
            found[mark] = Toll(mark, "killed", begin + taken.start(), mark.end)


def fallen(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "two soldiers fell", "three rangers were lost": of people, it means that they died."""
    for mark in marks:
        fell = phrase("tolls.fell").match(text, mark.end)
        if fell and mark not in found and kind_of(noun_of(mark)):
            found[mark] = Toll(mark, "killed", mark.start, fell.end())


def counted(text: str, start: int, end: int, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "a porter who laid out the dead said there were at least 15"."""
    if not phrase("tolls.counted_dead").search(text, start, end):
        return
    for mark in marks:
        if mark in found or mark.group is not None:
            continue
        left = text[max(start, mark.start - _COUNTED_FAR) : mark.start]
        ends = re.match(r"\s*(?:[.,;”\"]|$)", text[mark.end : mark.end + 3])
        if ends and phrase("tolls.counted").search(left):
            found[mark] = Toll(mark, "killed", mark.start, mark.end)


def nobody(text: str, start: int, end: int, found: Tolls) -> None:
    """ "no one was killed or hurt", "there were no casualties": zero is a figure where stated."""
    for match in phrase("tolls.nobody").finditer(text, start, end):
        if match["noun"]:
            word = match["noun"].split()[1].lower()
            outcomes = (
                ["killed", "injured"] if word == "casualties" else [_ZERO_OF.get(word, "killed")]
            )
            told = [(outcome, match.span("noun")) for outcome in outcomes]
        else:
            harms = [name for name in ("a", "b", "c") if match[name]]
            told = [(_ZERO_OF[match[name].lower()], match.span(name)) for name in harms]
        for outcome, span in told:
            mark = CountMark(*span, _ZERO, outcome)
            found.setdefault(mark, Toll(mark, outcome, match.start(), match.end()))
