"""What one clause of a report tells of one incident: its type, time, place, toll and actors."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from reportedly.extract.incidents.agents import Agent, agents
from reportedly.extract.incidents.casualties import Toll, tolls
from reportedly.extract.incidents.triggers import Trigger, lexicon, triggers
from reportedly.records import (
    ActorMark,
    Annotated,
    CountMark,
    PlaceMark,
    Sentence,
    Statement,
    TimeMark,
)

# where one sentence turns to another incident
_TURN = re.compile(
    r";\s+|\b(?:came|comes|coming|occurred|happened|follow(?:s|ed|ing)?) (?:(?:just|only|less than|about|nearly|more than) )*"
    r"(?:(?:\w+|\d+) (?:hours?|days?|weeks?|months?|years?) )?(?:after|a|an)\s+|"
    r"\b(?:\w+|\d+) (?:days?|weeks?|months?|years?) (?:after|since)\s+|"
    r",? (?:and|while|but) (?:in|on|earlier|last|another|a second|a separate)\s+|"
    r",? in (?:retaliation|revenge|response|reprisal) (?:for|to)\s+|"
    r", (?:following|days after|weeks after|months after|hours after|similar to|reminiscent of)\s+",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:that|this|the) (?:same )?(?:[\w’'-]+ ){0,2}?(?:attack|bombing|blast|explosion|assault|incident|raid|ambush|"
    r"shooting|killing|killings|massacre|strike|air ?strike|kidnapping|abduction|clash|battle|violence|siege|"
    r"attacks|bombings|blasts|explosions|clashes|fire|stabbing|operation|rampage|hijacking|tragedy)\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:in )?(?:that|this) (?:same )?(?:[\w’'-]+ ){0,2}?(?:attack|bombing|blast|explosion|assault|incident|raid|ambush|shooting|"
    r"killing|massacre|strike|kidnapping|abduction|clash|battle|siege)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|a second|(?:a|in a) separate|separately|elsewhere|meanwhile|earlier (?:attack|bombing|this|that)|previous|"
    r"similar|also (?:on|in)|last year|in a different|other attacks?|a third)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\bthe (?:most (?:devastating|deadly|lethal|serious|notorious|brazen|recent)|deadliest|worst|bloodiest|largest|"
    r"biggest|latest|last|gravest)(?: single)?(?: of (?:them|which|these|those|all))?,? (?:being|was|came|coming|"
    r"happened|occurred|on|in|during|near|outside|at|when|late|early|last)\b",
    re.IGNORECASE,
)
_ACCIDENT = re.compile(
    r"\b(?:landslides?|earthquakes?|floods?|flooding|mudslides?|avalanches?|tsunamis?|cyclones?|hurricanes?|typhoons?|storms?|"
    r"lightning|droughts?|famine|heatwaves?|wildfires?|crash(?:es|ed)?|collision|derail(?:ed|ment)|capsiz(?:ed|ing)|drown(?:ed|ing)|"
    r"outbreak|epidemic|pandemic|coronavirus|covid|cholera|malaria|dengue|ebola|virus|cancer|overdose|stampede|accident(?:al|ally|s)?|"
    r"building collapse|collapsed)\b",
    re.IGNORECASE,
)
# places that people were taken to, fled to or came from: not where it happened
_ELSEWHERE = re.compile(
    r"\b(?:(?:taken|carried|moved|rushed|flown|airlifted|transferred|evacuated|brought|driven|sent|referred|flee|fled|fleeing|escape[ds]?|"
    r"escaping|travell?ed|travell?ing|went|returned|returning|crossed|deported|extradited|ferried)(?: [\w’'-]+){0,5} (?:to|into|across)|(?:treated|hospitali[sz]ed|buried|recovering)(?: [\w’'-]+){0,3} (?:in|at)|fled(?: [\w’'-]+){0,2} (?:for|over)|"
    r"hospitals?(?: [\w’'-]+){0,2} (?:in|at|of)|(?:native|citizens?|nationals?|residents?|natives|resident) of|born in|originally from|"
    r"(?:came|come|comes|coming|hailed|arrived) from|en route to|on (?:his|her|their) way to|bound for|heading (?:to|for)|headed (?:to|for)|"
    r"borders? (?:with|of)|frontier with|travelling (?:to|from)|traveling (?:to|from)|return to|on the road to)(?: the| a| an| [\w’'-]+ city of| neighbou?ring| nearby)?\s*$",
    re.IGNORECASE,
)
# events that reports of violence date beside it, and that are none
_OTHERWISE = re.compile(
    r"\b(?:convict(?:ed|s|ion)|sentenc(?:ed|es|ing)|charged|indicted|acquitted|jailed|extradited|arraigned|pleaded|testif(?:ied|ies|ying)|"
    r"arrest(?:ed|s)|detained|condemn(?:ed|s|ing)|denounc(?:ed|es)|mourn(?:ed|ing|s)|gather(?:ed|ing)|vigils?|protest(?:ed|s)?|rall(?:y|ied)|"
    r"funerals?|buried|visit(?:ed|s)?|vow(?:ed|s)|publish(?:ed|es)|warned|trial|court|elected|took office|resigned|inaugurated|"
    r"freed|released|rescued|escaped|announced|reported|confirmed|said|told|claimed responsibility|identified|launched an investigation|released (?:a |the )?(?:\w+ )?(?:statement|video|footage|report|review)|reopened|resumed|born|founded|established)\b",
    re.IGNORECASE,
)
# one number for several incidents
_TOGETHER = re.compile(
    r"\b(?:together|combined|collectively|between them|in total|altogether|in all)\b", re.IGNORECASE
)
_DEED = re.compile(
    r"\b(?:kill|murder|slain|slay|massacr|shot|shoot|stabb|behead|gunned|hack|beat|lynch|execut|abduct|kidnap|wound|injur)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:mayor|governor|imam|priest|judge|residents|people) (?:of|in)\s*$")
_THERE = re.compile(r"\bthere\b(?! (?:was|were|is|are|has|have|had|would|will|could))", re.IGNORECASE)
_TOO_MANY_PLACES = 5
_UNREAL_ACTS = frozenset({"predict", "urge", "promise", "warn"})
_DOUBTING_ACTS = frozenset({"deny", "doubt"})


@dataclass(frozen=True)
class Frame:
    """One clause about one incident. All offsets are code points into the report's text."""

    start: int
    end: int
    sentence: int  # index of the sentence
    paragraph: int
    triggers: tuple[Trigger, ...]
    times: tuple[TimeMark, ...]
    places: tuple[PlaceMark, ...]
    tolls: tuple[Toll, ...]
    agents: tuple[Agent, ...]
    statements: tuple[str, ...]  # ids of the statements whose content it stands in, outermost first
    deed: bool  # its tolls say what was done, not only what became of people
    said: tuple[str, ...]  # ids of all statements that any part of it stands in
    words: frozenset[str]  # its longer words, folded: what it shares with others speaks for one story
    aggregate: bool = False  # tells of several incidents at once
    foiled: bool = False
    retracted: tuple[int, int] | None = None  # the words that take it back
    back: bool = False  # "the attack": refers to one already told, or to the lead's
    demonstrative: bool = False  # "in that attack"
    another: bool = False  # "a separate attack"
    superlative: bool = False  # "the deadliest being ...": one of those just summed up
    attributes: bool = False  # says who did it: a claim, an accusation
    denied: bool = False  # stands in a denial: refers to an incident, never tells a new one

    @cached_property
    def aftermath(self) -> bool:
        """Tells only what became of people later: its day and place are not the incident's."""
        told = any(t.real for t in self.triggers) or self.superlative
        return not told and not self.deed

    @cached_property
    def type(self) -> str | None:
        """The type its triggers name, by precedence; None if they name none."""
        named = [t for t in self.triggers if t.type and (t.real or self.foiled)]
        return min(named, key=lambda t: t.rank).type if named else None

    @cached_property
    def when(self) -> TimeMark | None:
        """The time it gives: the narrowest resolved one; of equals, the nearest to what happened."""
        told = [(t.start, t.end) for t in self.triggers if t.real] or [
            (t.start, t.end) for t in self.tolls
        ]
        resolved = [t for t in self.times if t.when]
        return min(resolved, key=lambda t: (min(_width(t), 31), _gap(t, told)), default=None)


def _width(mark: TimeMark) -> int:
    assert mark.when
    return (mark.when.latest - mark.when.earliest).days


def _gap(mark: TimeMark, told: Sequence[tuple[int, int]]) -> int:
    """Characters between a time and the nearest word that tells; a time before it counts double."""
    gaps = [
        mark.start - end if mark.start >= end else 2 * max(0, start - mark.end)
        for start, end in told
    ]
    return min(gaps, default=mark.start)


def frames(annotated: Annotated, statements: Sequence[Statement]) -> list[Frame]:
    """The frames of a report, in text order."""
    text = annotated.report.text
    found: list[Frame] = []
    said = _by_sentence(annotated, statements)
    heading: tuple[tuple[TimeMark, ...], tuple[PlaceMark, ...]] | None = None
    for n, sentence in enumerate(annotated.sentences):
        heading = _heading(annotated, n) or (
            heading if heading and annotated.sentences[n - 1].paragraph == sentence.paragraph else None
        )
        for start, end in _clauses(text, sentence):
            frame = _frame(annotated, said.get(n, ()), n, sentence, start, end)
            if frame and heading:
                frame = _under(heading, frame)
            if frame and not frame.places and found and _THERE.search(text, start, end):
                frame = replace(frame, places=found[-1].places)
            if frame:
                found.append(frame)
    return _retractions(annotated, found)


_HEADING = re.compile(r"[A-Z][^.!?:;]{2,80}\([^()]{2,40}\)[.:]?")


def _heading(
    annotated: Annotated, n: int
) -> tuple[tuple[TimeMark, ...], tuple[PlaceMark, ...]] | None:
    """ "Town (13-14 March).": the day and place of what the paragraph of a bulletin goes on to say."""
    sentence = annotated.sentences[n]
    if n and annotated.sentences[n - 1].paragraph == sentence.paragraph:
        return None
    if not _HEADING.fullmatch(annotated.report.text, sentence.start, sentence.end):
        return None
    times = tuple(t for t in _within(annotated.times, sentence.start, sentence.end) if t.when)
    places = tuple(_within(annotated.places, sentence.start, sentence.end))
    return (times, places) if times and places else None


def _under(heading: tuple[tuple[TimeMark, ...], tuple[PlaceMark, ...]], frame: Frame) -> Frame:
    """A frame with the day and place of its heading, where it gives none of its own."""
    times, places = heading
    return replace(frame, times=frame.times or times, places=frame.places or places, deed=True)


def _by_sentence(
    annotated: Annotated, statements: Sequence[Statement]
) -> dict[int, list[Statement]]:
    """The statements that each sentence has a part in, by the index of the sentence."""
    starts = [s.start for s in annotated.sentences]
    out: dict[int, list[Statement]] = {}
    for statement in statements:
        spans = [
            statement.content,
            *statement.speaker.evidence,
            *([statement.cue] if statement.cue else []),
        ]
        touched = set()
        for span in spans:
            if span.part == "text":
                touched |= set(
                    range(
                        max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)
                    )
                )
        for n in sorted(touched):
            out.setdefault(n, []).append(statement)
    return out


def _clauses(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A sentence cut where it turns to another incident; each part tells of violence itself."""
    cuts = [sentence.start]
    for match in _TURN.finditer(text, sentence.start, sentence.end):
        left = triggers(text, cuts[-1], match.start())
        right = triggers(text, match.end(), sentence.end)
        if any(t.real for t in left) and any(t.real for t in right):
            cuts.append(match.end())
    yield from zip(cuts, [*cuts[1:], sentence.end], strict=True)


Mark = TypeVar("Mark", TimeMark, PlaceMark, CountMark, ActorMark)


def _within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    at = bisect_left(marks, start, key=lambda m: m.start)
    inside = []
    while at < len(marks) and marks[at].start < end:
        inside.append(marks[at])
        at += 1
    return inside


def _frame(
    annotated: Annotated,
    statements: Sequence[Statement],
    n: int,
    sentence: Sentence,
    start: int,
    end: int,
) -> Frame | None:
    text = annotated.report.text
    found = triggers(text, start, end)
    speakers = [
        (e.start, e.end)
        for s in statements
        for e in s.speaker.evidence
        if e.start < end and start < e.end
    ]
    counts = [
        m for m in _within(annotated.counts, start, end)
        if m.end <= end and not any(a < m.end and m.start < b for a, b in speakers)
    ]  # fmt: skip
    numbers = tolls(text, start, end, counts)
    superlative = bool(_SUPERLATIVE.search(text, start, end))
    if not any(t.real for t in found) and _ACCIDENT.search(text, start, end):
        numbers = []
    claims = [
        s for s in statements
        if s.act == "claim_responsibility" and (s.cue or s.content).start < end and start < s.content.end
    ]  # fmt: skip
    claimed = bool(claims)
    # "claimed the attack on Sunday": the day of the claim; "said it had shot him on Sunday": not
    own_claim = any(s.cue and "claim" in s.cue.quote.lower() for s in claims)
    actors = [a for a in _within(annotated.actors, start, end)]
    telling = [s for s in statements if s.act != "claim_responsibility"]
    voices = [(e.start, e.end) for s in telling for e in s.speaker.evidence]
    doers = agents(text, start, end, [t for t in found if t.reality != "unreal"], actors, voices)
    if not found and not numbers and not claimed and all(a.how == "stated" for a in doers):
        return None
    anchor = next(
        (t.start for t in found if t.real),
        numbers[0].start if numbers else found[0].start if found else start,
    )
    around = [
        s
        for s in statements
        if s.content.part == "text" and s.content.start <= anchor < s.content.end
    ]
    around.sort(key=lambda s: s.content.start - s.content.end)
    inner = around[-1] if around else None
    low, high = start, end
    if inner:
        low, high = max(start, inner.content.start), min(end, inner.content.end)
    excluded = [] if inner else [
        s.content for s in statements
        if s.content.start < end and start < s.content.end and not s.content.start <= anchor < s.content.end
        and s.act not in ("claim_responsibility",)
    ]  # fmt: skip

    def belongs(mark: TimeMark | PlaceMark) -> bool:
        if not low <= mark.start or not mark.end <= high:
            return False
        return not any(e.start <= mark.start < e.end for e in excluded) or bool(numbers)

    if inner and inner.act in _UNREAL_ACTS:
        found = [replace(t, reality="unreal") if not _past(text, t) else t for t in found]
    foiled = any(t.reality == "foiled" for t in found)
    times = tuple(
        t for t in _within(annotated.times, start, end)
        if belongs(t) and t.type in ("date", "time") and t.when
    )  # fmt: skip
    if inner and not times and inner.date is None:  # "On Tuesday, police said, gunmen ..."
        times = tuple(
            t for t in _within(annotated.times, start, end)
            if t.type in ("date", "time") and t.when and not inner.content.start <= t.start < inner.content.end
        )  # fmt: skip
    dateline = _dateline_end(annotated, n)
    told = [(t.start, t.end) for t in found if t.real] + [(t.start, t.end) for t in numbers]
    others = [m.span() for m in _OTHERWISE.finditer(text, low, high)]
    times = tuple(
        t for t in times
        if t.start >= dateline and not _nearer(t, others, told)
        and (not own_claim or numbers or text[t.end : t.end + 2] in ("’s", "'s"))
    )  # fmt: skip
    places = tuple(
        p for p in _within(annotated.places, start, end)
        if belongs(p) and p.use == "location" and not _ELSEWHERE.search(text, max(start, p.start - 60), p.start)
    )  # fmt: skip
    if not places:  # "the mayor of X was shot": where he is mayor
        places = tuple(
            p
            for p in _within(annotated.places, start, end)
            if p.use == "base" and belongs(p) and _OFFICE.search(text, max(start, p.start - 30), p.start)
        )
    if len({p.place.name for p in places}) > _TOO_MANY_PLACES:
        places = ()  # a list of places, of people's homes or of many incidents
    words = lexicon()
    clause = text[start:end].lower()
    several = bool(words.several.search(clause)) or any(t.plural for t in found if t.real or foiled)
    together = any(_TOGETHER.search(text, max(start, t.start - 40), t.start) for t in numbers)
    spanning = bool(words.span.search(clause))
    narrow = any(_width(t) <= 10 for t in times)
    several_stated = bool(words.several.search(clause))
    aggregate = (
        (several_stated and not narrow) or (several and spanning and not narrow)
        or (spanning and bool(numbers) and not narrow and not places and not _BACK.search(text, start, end))
    )  # fmt: skip
    return Frame(
        start=start,
        end=end,
        sentence=n,
        paragraph=sentence.paragraph,
        triggers=tuple(found),
        times=times,
        places=places,
        tolls=tuple(numbers),
        agents=tuple(doers),
        statements=tuple(s.id for s in around),
        deed=any(_DEED.search(text, t.start, t.end) for t in numbers),
        said=tuple(s.id for s in statements if s.content.start < end and start < s.content.end),
        words=_long_words(text, start, end, found),
        aggregate=(aggregate or together) and not superlative,
        foiled=foiled,
        back=bool(_BACK.search(text, start, end)),
        demonstrative=bool(_DEMONSTRATIVE.search(text, start, end)),
        another=bool(_ANOTHER.search(text, start, end)),
        superlative=superlative,
        attributes=claimed or any(a.how != "stated" for a in doers),
        denied=any(s.act in _DOUBTING_ACTS for s in around),
    )


def _nearer(
    mark: TimeMark, others: Sequence[tuple[int, int]], told: Sequence[tuple[int, int]]
) -> bool:
    """True if a time stands nearer to another event ("convicted on Friday") than to what is told."""
    other = min((mark.start - b for _, b in others if b <= mark.start), default=1 << 30)
    return other < min((max(a - mark.end, mark.start - b, 0) for a, b in told), default=1 << 30)


_LONG = re.compile(r"[^\W\d_]{5,}")
_COMMON = frozenset(
    "about above after again against among another around because before being below between could during "
    "every first found government group having killed later least minister might months more nearly never official officials "
    "other others people police president report reported reports responsibility since soldiers some spokesman "
    "spokesperson state statement still their there these those three under until wednesday thursday monday tuesday friday "
    "saturday sunday where which while whose within without would wounded years militants security forces claimed attack "
    "attacks attacked injured called january february march april august september october november december country".split()
)


def _long_words(text: str, start: int, end: int, found: Sequence[Trigger]) -> frozenset[str]:
    taken = {text[t.start : t.end].lower() for t in found}
    words = (
        m.group().lower().rstrip("s") for m in _LONG.finditer(text, start, min(end, start + 600))
    )
    return frozenset(
        w for w in words if w not in _COMMON and w + "s" not in _COMMON and w not in taken
    )


_DATELINE_END = re.compile(r"\s[-–—]+\s|--|:|\)")


def _dateline_end(annotated: Annotated, n: int) -> int:
    """Where the dateline of a sentence ends: its day is the day of filing, not the incident's."""
    sentence = annotated.sentences[n]
    for mark in _within(annotated.places, sentence.start, min(sentence.end, sentence.start + 60)):
        if mark.use == "dateline":
            ends = _DATELINE_END.search(
                annotated.report.text, mark.end, min(sentence.end, mark.end + 60)
            )
            return ends.end() if ends else mark.end
    return sentence.start


def _past(text: str, trigger: Trigger) -> bool:
    """A verb in the past tense inside a warning still tells of something that happened."""
    return trigger.real and text[trigger.start : trigger.end].lower().endswith("ed")


def _retractions(annotated: Annotated, found: list[Frame]) -> list[Frame]:
    """Mark what the report itself takes back: "was thought killed ... later emerged alive"."""
    text = annotated.report.text
    words = lexicon()
    out = []
    for frame in found:
        sentence = annotated.sentences[frame.sentence]
        following = annotated.sentences[frame.sentence + 1 : frame.sentence + 2]
        end = following[0].end if following else sentence.end
        told = text[sentence.start : sentence.end].lower()
        withdrawn = words.withdrawn.search(told)
        if withdrawn:
            first = sentence.start + withdrawn.start()
            out.append(replace(frame, retracted=(first, first + len(withdrawn.group()))))
            continue
        belief = words.belief.search(told)
        correction = None
        if belief:
            after = text[sentence.start + belief.end() : end].lower()
            correction = words.correction.search(after)
        if belief and correction:
            first = sentence.start + belief.end() + correction.start()
            out.append(replace(frame, retracted=(first, first + len(correction.group()))))
        else:
            out.append(frame)
    return out
