"""What became of people told of one by one: "a man was shot ... he died in hospital".

Each person counts once however often they are told of, with the worst that befell them. A number
of people who were shot says how many were hurt only where it is known how many of them died.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, get_args

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.nature import of_nature
from reportedly.extract.incidents.outcomes import Outcome, joined
from reportedly.extract.incidents.persons import Person, as_one, full_names, may_be_one, persons
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.settings import within
from reportedly.extract.incidents.tolls import negated
from reportedly.records import Annotated, CountMark

Fate = Literal["killed", "injured", "hit"]  # hit: shot or stabbed, and no more is told
Span = tuple[int, int]
_One = Person | CountMark
_WORST: tuple[Fate, ...] = get_args(Fate)  # the worst first

# in characters
_OBJECT = 12  # from a verb to whom it befell
_SUBJECT = 110  # from the person to the verb
_HELPED = 30  # from "was" to the verb
_DID = 60  # from a person to what shows that they did it
_AGENT = 50  # from a verb to "by police"


@dataclass(slots=True)
class Victim:
    """One person, with the worst that befell them, and the words that tell of it."""

    person: Person
    fate: Fate
    span: Span


@dataclass(slots=True)
class Fates:
    """Whom an incident befell, one by one, and the numbers of those who were shot."""

    victims: list[Victim] = field(default_factory=list)
    hit: list[tuple[int, Span]] = field(default_factory=list)
    killed: list[tuple[int, Span]] = field(default_factory=list)
    all_died: bool = False

    def of(self, fate: Fate) -> list[Victim]:
        return [victim for victim in self.victims if victim.fate == fate]


@dataclass(frozen=True, slots=True)
class _Told:
    """A person or a number of people to whom something was done, and the words that say it."""

    who: _One
    fate: Fate
    span: Span
    beside: bool  # in one list with the person before
    also: bool


def fates(annotated: Annotated, spans: Sequence[Span], *, by_a_state: bool) -> Fates:
    """What the sentences of an incident say of persons; ``spans`` are in text order."""
    text = annotated.report.text
    known = full_names(text)
    read = [
        (start, end, persons(text, start, end, _taken(annotated, start, end), known))
        for start, end in spans
    ]
    doers = _doers(text, read)
    out, last = Fates(), None
    for start, end, found in read:
        people = [replace(p, attacker=p.attacker or _is_one_of(p, doers)) for p in found]
        numbers = [m for m in within(annotated.counts, start, end) if m.count.figure > 1]
        everybody: list[_One] = sorted((*people, *numbers), key=_start)
        told = list(_told(text, start, end, everybody, by_a_state))
        last = _settle(out, people, told, last)
        if phrase("fates.all_died").search(text, start, end):
            out.all_died = True
            for victim in out.victims:
                victim.fate = "killed"
    return out


def _taken(annotated: Annotated, start: int, end: int) -> list[Span]:
    """The words of a stretch that name a place or an actor."""
    places = within(annotated.places, start, end)
    actors = within(annotated.actors, start, end)
    return [*((m.start, m.end) for m in places), *((m.start, m.end) for m in actors)]


def _doers(text: str, read: Sequence[tuple[int, int, list[Person]]]) -> list[frozenset[str]]:
    """The names of those who did it, or are said to have."""
    out = [p.name for _, _, found in read for p in found if p.attacker and p.name]
    for start, end, found in read:
        for did in phrase("fates.did").finditer(text, start, end):
            before = [p for p in found if did.start() - _DID <= p.end <= did.start()]
            if before and before[-1].name:
                out.append(before[-1].name)
        for person in found:
            if person.name and phrase("fates.identified_as").search(text, start, person.start):
                out.append(person.name)
        for outcome in _outcomes(text, start, end):
            after = [p for p in found if p.start >= outcome.end]
            verb = outcome.name.endswith("_verb") and not _passive(text, start, outcome)
            if verb and after and _adjacent(text, outcome, after[0].start):
                before = [p for p in found if p.end <= outcome.start]
                if before and before[-1].name:
                    out.append(before[-1].name)
    return out


def _is_one_of(person: Person, doers: Sequence[frozenset[str]]) -> bool:
    return bool(person.name) and any(person.name <= d or d <= person.name for d in doers)


def _outcomes(text: str, start: int, end: int) -> list[Outcome]:
    found = phrase("fates.fate").finditer(text, start, end)
    every = [Outcome(*m.span(), str(m.lastgroup), m.group()) for m in found]
    return [outcome for outcome in every if not of_nature(text, start, outcome.start)]


def _passive(text: str, start: int, outcome: Outcome) -> bool:
    begin = max(start, outcome.start - _HELPED)
    return bool(phrase("fates.passive").search(text, begin, outcome.start))


def _adjacent(text: str, outcome: Outcome, position: int) -> bool:
    gap = text[outcome.end : position]
    return len(gap) <= _OBJECT and joined(gap) and not phrase("fates.at").match(gap)


def _told(
    text: str, start: int, end: int, everybody: Sequence[_One], by_a_state: bool
) -> Iterator[_Told]:
    """Whom each word of harm in a sentence befell."""
    for outcome in _outcomes(text, start, end):
        by = phrase("fates.by_police").search(text, outcome.end, min(end, outcome.end + _AGENT))
        if negated(text, start, outcome) or (by and not by_a_state):
            continue
        fate, _, form = outcome.name.partition("_")
        whom, also = _whom(text, start, outcome, form, everybody)
        for n, one in enumerate(whom):
            span = min(one.start, outcome.start), max(one.end, outcome.end)
            yield _Told(one, _fate(fate), span, n > 0, also)


def _whom(
    text: str, start: int, outcome: Outcome, form: str, everybody: Sequence[_One]
) -> tuple[list[_One], bool]:
    """Whom a word of harm befell, and whether it says "also" of them."""
    after = [one for one in everybody if one.start >= outcome.end]
    before = [one for one in everybody if one.end <= outcome.start]
    passive = _passive(text, start, outcome)
    if form != "state" and not passive and after and _adjacent(text, outcome, after[0].start):
        return _list(text, after), False
    reduced = form == "verb" and phrase("fates.reduced").match(text, outcome.end)
    if not before or not (form == "state" or (passive and form != "of") or reduced):
        return [], False
    if not _reaches(text[before[-1].end : outcome.start]):
        return [], False
    also = phrase("fates.also").search(text, before[-1].end, outcome.start)
    also = also or phrase("fates.more").search(text, start, before[-1].start)
    return _list(text, before[::-1]), bool(also)


def _start(one: _One) -> int:
    return one.start


def _fate(name: str) -> Fate:
    return next(fate for fate in _WORST if fate == name)


def _reaches(gap: str) -> bool:
    """True if a verb may have a person as its subject that stands before this gap."""
    gap = phrase("tolls.aside").sub(" ", gap)
    if phrase("tolls.of_whom").search(gap):
        return False  # "five guards, one of whom was killed"
    return len(gap) <= _SUBJECT and not phrase("fates.clause").search(gap)


def _list(text: str, ones: Sequence[_One]) -> list[_One]:
    """The first of these, and those who are joined to it: "a man and his son"."""
    out = [ones[0]]
    for here, there in pairwise(ones):
        gap = text[min(here.end, there.end) : max(here.start, there.start)]
        if not joined(gap) or not phrase("fates.listing").search(gap):
            break
        out.append(there)
    return out


def _settle(
    out: Fates, people: Sequence[Person], told: Sequence[_Told], last: Person | None
) -> Person | None:
    """Add what a sentence says; ``last`` is the person whom the text spoke of before it."""
    named: list[Victim] = []  # of the list that is being read
    for one in told:
        if isinstance(one.who, CountMark):
            if one.fate != "injured" and "other" not in (one.who.group or "") and not one.also:
                numbers = out.hit if one.fate == "hit" else out.killed
                numbers.append((one.who.count.figure, one.span))
            continue
        if not one.beside:
            named = []
        person = _meant(one.who, people, last)
        if person is None or person.attacker:
            continue
        victim = _known(out.victims, person, one, named)
        if victim is None and one.who.again:
            victim = _known(out.victims, one.who, one, named)
        if victim is None:
            victim = Victim(replace(person, again=False), one.fate, one.span)
            out.victims.append(victim)
        else:
            victim.person = as_one(victim.person, person)
            if _WORST.index(one.fate) < _WORST.index(victim.fate):
                victim.fate, victim.span = one.fate, one.span
        named.append(victim)
    for person in people:
        last = _meant(person, people, last) or last
    return last


def _meant(person: Person, people: Sequence[Person], last: Person | None) -> Person | None:
    """Of "he", the person spoken of last, with what "he" says; else the person itself."""
    if person.noun or person.name or not person.again or person.age is not None:
        return person
    before = [
        p for p in people if p.end <= person.start and (p.noun or p.name or p.age is not None)
    ]
    spoken = before[-1] if before else last
    if spoken is None or not may_be_one(person, spoken):
        return person
    if spoken.again and kind_of(spoken.noun) == "prominent":
        return None  # "the mayor ... he": told of as the one who speaks
    return replace(as_one(spoken, person), again=True, another=False)


def _known(
    victims: Sequence[Victim], person: Person, one: _Told, beside: Sequence[Victim]
) -> Victim | None:
    """Who of those already told of a mention is; None for somebody new."""
    if person.another or (one.also and not person.again):
        return None
    fitting = [
        v
        for v in victims
        if not any(v is other for other in beside) and may_be_one(v.person, person)
    ]
    same = [v for v in fitting if person.name & v.person.name]
    noun = [v for v in fitting if person.noun and person.noun == v.person.noun]
    return next(iter((*same[-1:], *noun[-1:], *fitting[-1:])), None)
