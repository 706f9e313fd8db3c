"""Reads frames off an annotated report: what each of its clauses tells of an incident."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from reportedly.extract.incidents.agents import Agent, agents, blame, done_by
from reportedly.extract.incidents.aggregates import (
    is_aggregate,
    of_a_war,
    of_a_year,
    one_for_each,
    together,
)
from reportedly.extract.incidents.clauses import Stretch, clauses, stretches
from reportedly.extract.incidents.frames import Frame, spans, width
from reportedly.extract.incidents.headings import headings
from reportedly.extract.incidents.nature import of_nature
from reportedly.extract.incidents.outcomes import LATER, Toll, outcomes
from reportedly.extract.incidents.phrases import phrase, words
from reportedly.extract.incidents.retractions import retractions
from reportedly.extract.incidents.searches import is_search
from reportedly.extract.incidents.settings import dateline_end, places, scope, within
from reportedly.extract.incidents.stage import Stage, stage
from reportedly.extract.incidents.timing import counted, is_noun, times, told_last
from reportedly.extract.incidents.tolls import tolls
from reportedly.extract.incidents.triggers import Trigger, killings, triggers
from reportedly.extract.incidents.turning import goes_on, opens, turns
from reportedly.records import Annotated, Statement

_UNREAL_ACTS = frozenset({"predict", "urge", "promise", "warn"})
_DOUBTING_ACTS = frozenset({"deny", "doubt"})
_LEAD = 1  # last paragraph, counted from 0, of the lead
_NARROW = 10  # days; a wider time may hold several incidents
_STORY = 600  # characters of a clause from which its words are taken
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")


class Also(Protocol):
    """Another reader beside the rules, asked about every clause: what it adds and takes back, and
    how likely a clause tells of the incident that others tell of (None: it cannot say).
    """

    def triggers(self, start: int, end: int, found: list[Trigger]) -> list[Trigger]: ...
    def agents(self, start: int, end: int, found: list[Agent]) -> list[Agent]: ...
    def together(self, frame: Frame, others: Sequence[Frame]) -> float | None: ...


def frames(
    annotated: Annotated, statements: Sequence[Statement], also: Also | None = None
) -> list[Frame]:
    """The frames of a report, in text order."""
    text = annotated.report.text
    read = tuple(stretches(annotated))
    said = _by_stretch(read, statements)
    found: list[Frame] = []
    above = headings(annotated)
    scene = Stage()
    one_by_one = bool(phrase("frames.one_by_one").search(text))
    for n, stretch in enumerate(read):
        if phrase("frames.link").match(text, stretch.start, stretch.end):
            continue
        for clause in clauses(text, stretch):
            start, end = clause.start, clause.end
            frame = _frame(annotated, said.get(n, ()), stretch, start, end, one_by_one, also)
            if frame is None:
                scene = stage(annotated, said.get(n, ()), stretch, scene)
                continue
            frame, scene = scene.over(frame, text), Stage()
            if frame.paragraph in above:
                frame = above[frame.paragraph].over(frame)
            if found and not frame.places and _has("frames.there", text, start, end):
                frame = replace(frame, places=found[-1].places)
            if clause.turned and not frame.times:
                frame = replace(frame, times=counted(annotated, start, told_last(found)))
            if not frame.times and _has("frames.moment", text, start, end):
                frame = replace(frame, times=told_last(found), borrowed=True)
            found.append(replace(frame, turned=clause.turned))
    return list(retractions(annotated, list(one_for_each(text, found))))


def _by_stretch(
    read: Sequence[Stretch], statements: Sequence[Statement]
) -> dict[int, list[Statement]]:
    """The statements that each stretch has a part in, by the index of the stretch."""
    starts = [stretch.start for stretch in read]
    out: dict[int, list[Statement]] = {}
    for statement in statements:
        cue = (statement.cue,) if statement.cue else ()
        touched: set[int] = set()
        for span in (statement.content, *statement.speaker.evidence, *cue):
            if span.part == "text":
                first = max(0, bisect_right(starts, span.start) - 1)
                touched.update(range(first, bisect_left(starts, span.end)))
        for n in sorted(touched):
            out.setdefault(n, []).append(statement)
    return out


def _frame(
    annotated: Annotated,
    statements: Sequence[Statement],
    stretch: Stretch,
    start: int,
    end: int,
    one_by_one: bool,
    also: Also | None,
) -> Frame | None:
    """What a clause tells of an incident; None where it tells of none."""
    text = annotated.report.text
    found = triggers(text, start, end)
    if also:
        found = also.triggers(start, end, found)
    numbers = _tolls(annotated, statements, found, start, end)
    if found and all(t.reality == "unreal" for t in found):  # "planned to abduct an envoy"
        numbers = [
            n for n in numbers if not any(t.start < n.end and n.start < t.end for t in found)
        ]
    claims = [s for s in statements if s.act == "claim_responsibility" and _meets(s, start, end)]
    doers = _agents(annotated, statements, found, numbers, start, end)
    if also:
        doers = also.agents(start, end, doers)
    attributes = (
        bool(claims)
        or any(agent.how != "stated" or done_by(text, start, agent) for agent in doers)
        or any(_denies_part(s, start, end) for s in statements)
        or bool(blame(text, start, end))
    )
    if not (found or numbers or attributes):
        return None
    anchor = _anchor(found, numbers, start)
    hurt = any(outcome.name not in LATER for outcome in outcomes(text, start, end))
    if found and not hurt and all(is_search(text, start, end, trigger) for trigger in found):
        return None
    here = scope(statements, start, end, anchor, counting=bool(numbers))
    if here.inner and here.inner.act in _UNREAL_ACTS:
        found = [t if _is_past(text, t) else replace(t, reality="unreal") for t in found]
    when = times(
        annotated,
        start,
        end,
        spans([t for t in found if t.reality != "unreal"]) + spans(_deeds(text, numbers)),
        here,
        dateline=dateline_end(annotated, stretch.start, stretch.end),
        claiming=not numbers and any(s.cue and "claim" in s.cue.quote.lower() for s in claims),
    )
    where = places(annotated, start, end, here)
    back = _has("frames.back", text, start, end)
    superlative = _has("frames.superlative", text, start, end)
    foiled = any(t.reality == "foiled" for t in found)
    plural = any(t.plural for t in found if t.real or foiled)
    located = bool(where) or back
    narrow = any(width(time) <= _NARROW for time in when)
    numbered = one_by_one and bool(numbers) and _has("frames.numbered", text, start, end)
    aggregate = not narrow and is_aggregate(
        text[start:end],
        plural,
        counted=bool(numbers) and (not located or _has("frames.to_date", text, start, end)),
        lead=bool(numbers) and stretch.paragraph <= _LEAD,
    )
    aggregate = aggregate or (not narrow and not back and of_a_war(numbers))
    event = any(t.real and is_noun(text, (t.start, t.end)) for t in found)
    aggregate = aggregate or of_a_year(when, where, numbers, event)
    return Frame(
        start=start,
        end=end,
        sentence=stretch.sentence,
        paragraph=stretch.paragraph,
        triggers=tuple(found),
        times=when,
        places=where,
        tolls=tuple(numbers),
        agents=tuple(doers),
        statements=tuple(s.id for s in here.around),
        said=tuple(s.id for s in statements if s.content.start < end and start < s.content.end),
        claims=tuple(s.id for s in statements if _claims(s, start, end)),
        words=_story(text, start, end, found),
        acts=any(t.real and not is_noun(text, (t.start, t.end)) for t in found),
        deed=any(_has("frames.deed", text, toll.start, toll.end) for toll in numbers),
        aggregate=(aggregate or numbered or together(text, start, numbers)) and not superlative,
        foiled=foiled,
        back=back,
        refers=not numbers and _refers(text, start, end, [t for t in found if t.real]),
        demonstrative=_has("frames.demonstrative", text, start, end),
        another=_has("frames.another", text, start, end),
        opens=opens(annotated, stretch, start, end) and not back,
        turns=turns(text, start, end, found) and not back,
        goes_on=goes_on(text, start, found),
        superlative=superlative,
        attributes=attributes,
        denied=any(_denies(s) for s in here.around),
    )


def _deeds(text: str, numbers: Sequence[Toll]) -> list[Toll]:
    """The tolls that date an incident: people are freed and arrested on other days."""
    risen = phrase("tolls.death_toll").match  # "the death toll rose on Friday": by then
    return [t for t in numbers if t.outcome not in LATER and not risen(text, t.start)]


def _denies(statement: Statement) -> bool:
    """True for "denied it"; "nobody was hurt, police said" denies no incident."""
    cue = statement.cue.quote if statement.cue else ""
    return statement.act in _DOUBTING_ACTS and not phrase("frames.plain_cue").fullmatch(cue)


def _denies_part(statement: Statement, start: int, end: int) -> bool:
    """ "had nothing to do with the blast": says whose deed it was not."""
    said = statement.content
    here = said.start < end and start < said.end
    return here and statement.act == "deny" and bool(phrase("claims.own_part").search(said.quote))


def _refers(text: str, start: int, end: int, told: Sequence[Trigger]) -> bool:
    """ "The attack happened on Monday": no word of what happened but the one that refers to it."""
    back = phrase("frames.back").finditer(text, start, end)
    named = [m.span() for m in back if not phrase("frames.which").search(m.group())]
    return bool(told) and all(any(a <= t.start and t.end <= b for a, b in named) for t in told)


def _has(name: str, text: str, start: int, end: int) -> bool:
    return bool(phrase(name).search(text, start, end))


def _tolls(
    annotated: Annotated,
    statements: Sequence[Statement],
    found: Sequence[Trigger],
    start: int,
    end: int,
) -> list[Toll]:
    """The tolls of a clause; those of an accident and numbers that name a speaker are none."""
    text = annotated.report.text
    if not any(t.real for t in found) and _has("frames.accident", text, start, end):
        return []
    names = [e for s in statements for e in s.speaker.evidence if e.start < end and start < e.end]
    counts = [
        m for m in within(annotated.counts, start, end)
        if m.end <= end and not any(e.start < m.end and m.start < e.end for e in names)
    ]  # fmt: skip
    told = tolls(text, start, end, counts)
    return [toll for toll in told if not of_nature(text, start, toll.start)]


def _agents(
    annotated: Annotated,
    statements: Sequence[Statement],
    found: Sequence[Trigger],
    numbers: Sequence[Toll],
    start: int,
    end: int,
) -> list[Agent]:
    """Who did it, as a clause says it; of those who speak, only who claims it did it."""
    telling = [s for s in statements if s.act != "claim_responsibility"]
    voices = [(e.start, e.end) for s in telling for e in s.speaker.evidence]
    happened = [t for t in found if t.reality != "unreal"]
    actors = within(annotated.actors, start, end)
    return agents(annotated.report.text, start, end, happened, killings(numbers), actors, voices)


def _meets(statement: Statement, start: int, end: int) -> bool:
    """True if a clause has a part in a statement, from its cue to the end of its content."""
    return (statement.cue or statement.content).start < end and start < statement.content.end


def _claims(statement: Statement, start: int, end: int) -> bool:
    """True for a claim of responsibility whose cue or content shares words with a clause."""
    parts = (statement.content, *((statement.cue,) if statement.cue else ()))
    return statement.act == "claim_responsibility" and any(
        part.start < end and start < part.end for part in parts
    )


def _anchor(found: Sequence[Trigger], numbers: Sequence[Toll], start: int) -> int:
    """Where a clause tells what happened: its first real trigger, toll or other trigger."""
    told = [t for t in found if t.real] or numbers or found
    return told[0].start if told else start


def _is_past(text: str, trigger: Trigger) -> bool:
    """A verb in the past tense inside a warning still tells of something that happened."""
    return trigger.real and bool(phrase("frames.past").match(text[trigger.start : trigger.end]))


def _story(text: str, start: int, end: int, found: Sequence[Trigger]) -> frozenset[str]:
    """The longer words of a clause, without plural endings, that not every report has."""
    common = words("frames.common") | {text[t.start : t.end].lower() for t in found}
    read = _LONG_WORD.finditer(text, start, min(end, start + _STORY))
    told = {match.group().lower().rstrip("s") for match in read}
    return frozenset(w for w in told - common if w + "s" not in words("frames.common"))
