"""Which numbers of people are tolls, and of what: killed, injured, abducted, freed ...

Works on one sentence at a time. A number is a toll only where the grammar ties it to an outcome:
as its object ("killing 12"), its subject ("12 people were killed"), its complement ("left 12
dead") or the measure of a toll ("the death toll rose from 9 to 14").
"""

from collections.abc import Sequence

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.attackers import answered, themselves, told_apart
from reportedly.extract.incidents.measures import (
    counted,
    fallen,
    lives,
    measured,
    named,
    nobody,
)
from reportedly.extract.incidents.outcomes import Outcome, Toll, Tolls, joined, noun_of, outcomes
from reportedly.extract.incidents.parts import parts
from reportedly.extract.incidents.phrases import phrase, words
from reportedly.records import CountMark

# in characters
_NEGATION = 30  # from a negation to the outcome it governs
_PASSIVE = 40  # from "were" to its outcome
_OBJECT = 25  # from an outcome to its first object
_OBJECTS = 70  # from one object to the next
_SUBJECT = 90  # from a subject to its outcome
_HELPED = 30  # from an auxiliary to its outcome
_JOINT = 12  # of "and" before a subject
_WHOLE = 60  # from a number to "three of them"
_ASIDE_WORDS = 3  # between subject and outcome without an auxiliary


def tolls(text: str, start: int, end: int, marks: Sequence[CountMark]) -> list[Toll]:
    """The tolls of a sentence; ``marks`` are its numbers of people, in text order."""
    found: Tolls = {}
    measured(text, start, end, marks, found)
    named(text, marks, found)
    lives(text, marks, found)
    fallen(text, marks, found)
    told = outcomes(text, start, end)
    for n, outcome in enumerate(told):
        in_a_number = any(m.start < outcome.start < m.end for m in marks)  # "29 wounded"
        if in_a_number or negated(text, start, outcome):
            continue
        begin = told[n - 1].end if n else start
        stop = told[n + 1].start if n + 1 < len(told) else end
        those = [m for m in marks if _may_suffer(m, outcome)]
        left = [m for m in those if begin <= m.start and m.end <= outcome.start]
        right = [m for m in those if outcome.end <= m.start and m.end <= stop]
        if left and right and _next_to(text, left[-1], outcome):
            right = [m for m in right if stop == end or not _next_to(text, m, told[n + 1])]
        either = bool(phrase("tolls.either").match(outcome.word))
        active = bool(phrase("tolls.active").match(outcome.word))
        passive = _passive(text, start, outcome)
        takes = active or (either and not passive and _takes_object(text, outcome, right))
        if takes or (not _subjects(text, outcome, left, found) and either and not passive):
            _objects(text, outcome, right, found)
    parts(text, start, marks, found)
    counted(text, start, end, marks, found)
    nobody(text, start, end, found)
    themselves(text, start, end, found)
    answered(text, start, end, found)
    return told_apart(text, found.values())


def _next_to(text: str, mark: CountMark, outcome: Outcome) -> bool:
    """ "seven people killed and 12 injured": each number stands right before its outcome."""
    return text[mark.end : outcome.start].isspace()


def _may_suffer(mark: CountMark, outcome: Outcome) -> bool:
    """True unless only things may be meant: "two buses were burned"."""
    return not phrase("tolls.of_things").fullmatch(outcome.word) or bool(kind_of(noun_of(mark)))


def negated(text: str, start: int, outcome: Outcome) -> bool:
    """True where a negation or a modal governs the outcome: "no one was killed", "could kill"."""
    begin = max(start, outcome.start - _NEGATION)
    if not phrase("tolls.negated").search(text, begin, outcome.start):
        return False
    left = text[begin : outcome.start].lower()
    governed = phrase("tolls.governed").search(left)
    return bool(governed) and not phrase("tolls.to_have").search(left)


def _passive(text: str, start: int, outcome: Outcome) -> bool:
    begin = max(start, outcome.start - _PASSIVE)
    return bool(phrase("tolls.passive").search(text, begin, outcome.start))


def _takes_object(text: str, outcome: Outcome, right: Sequence[CountMark]) -> bool:
    """ "killed six people": a verb with its object."""
    if not right or right[0].start - outcome.end > _OBJECT:
        return False
    gap = text[outcome.end : right[0].start]
    return joined(gap) and not gap.startswith(",")  # "20 were wounded, the mayor said"


def _objects(text: str, outcome: Outcome, right: Sequence[CountMark], found: Tolls) -> None:
    """Numbers after an active outcome: "killing 9 guards and at least 60 pilgrims"."""
    position = outcome.end
    for mark in right:
        gap = text[position : mark.start]
        first = position == outcome.end
        if first and phrase("tolls.nouns").fullmatch(outcome.word) and gap[:4] != " of ":
            return
        if mark in found or not _leads_to_object(gap, first):
            return
        if phrase("tolls.at_risk").match(text[mark.end : mark.end + 20]):
            return
        if not first and not _in_a_list(text, gap, mark):
            return
        part = _is_part(gap) or (not first and _goes_on(outcome, mark, found))
        found[mark] = Toll(mark, outcome.name, outcome.start, mark.end, part=part)
        position = mark.end


def _leads_to_object(gap: str, first: bool) -> bool:
    """True if a gap after an outcome, or after an object of it, leads to a further object."""
    if len(gap) <= _OBJECTS and joined(gap):
        return True
    if first and len(gap) <= 14 and gap.strip() in ("up to", "him and"):
        return True
    if len(gap) < 30 and phrase("tolls.reflexive").search(gap):
        return True
    return len(gap) < 60 and _is_part(gap)


def _in_a_list(text: str, gap: str, mark: CountMark) -> bool:
    """False for one person after a mere comma: "killed 14 people, the mayor says"."""
    if mark.count.high != 1 or phrase("tolls.listing").search(gap):
        return True
    return bool(phrase("tolls.more").match(text, mark.end))


def _goes_on(outcome: Outcome, mark: CountMark, found: Tolls) -> bool:
    """True where the number goes on a list of parts: "including two nuns and a child"."""
    before = [toll for toll in found.values() if toll.mark.end <= mark.start]
    last = max(before, key=lambda toll: toll.mark.end, default=None)
    return bool(last and last.part and outcome.start == last.start and mark.group != "others")


def _subjects(text: str, outcome: Outcome, left: Sequence[CountMark], found: Tolls) -> bool:
    """Numbers before an outcome: "12 people were killed", "30 injured", "two nuns have died"."""
    subjects: list[CountMark] = []  # from the outcome back, as far as they make one list
    alone = False
    position = outcome.start
    for mark in reversed(left):
        gap = text[mark.end : position]
        linked = (joined(gap) or _is_part(gap)) if subjects else _reaches(gap)
        if not linked and not subjects and _is_of_them(mark):
            continue  # "12 people, eight of them students, died"
        if mark in found or not linked:
            break
        subjects.append(mark)
        position = mark.start
        if alone := bool(phrase("tolls.of_whom").fullmatch(text, mark.start, outcome.start)):
            break
    if len(subjects) == 1 and not _agrees(text, subjects[0]):
        return False
    if not alone:
        _add_whole(text, left, subjects, found)
    subjects.reverse()
    part = False
    for n, mark in enumerate(subjects):
        gap = text[subjects[n - 1].end : mark.start] if n else ""
        of_them = _is_of_them(mark) and not alone
        part = part or _is_part(gap) or of_them or _in_apposition(subjects[n:], gap)
        found[mark] = Toll(mark, outcome.name, mark.start, outcome.end, part=part)
    return bool(subjects)


def _agrees(text: str, mark: CountMark) -> bool:
    """False for one person before "were": "the car of a driver were". A list may end with one."""
    if mark.count.high != 1 or not phrase("tolls.plural").match(text, mark.end):
        return True
    return bool(phrase("tolls.listed").search(text, max(0, mark.start - _JOINT), mark.start))


def _add_whole(
    text: str, left: Sequence[CountMark], subjects: list[CountMark], found: Tolls
) -> None:
    """Of "four Maltese, three of them women, were killed": the four, of whom the three are."""
    if subjects and _is_of_them(subjects[-1]):
        *_, whole = (None, *(m for m in left if m.end <= subjects[-1].start))
        if whole and whole not in found and subjects[-1].start - whole.end <= _WHOLE:
            subjects.append(whole)


def _is_of_them(mark: CountMark) -> bool:
    return noun_of(mark) in ("them", "whom")


def _in_apposition(rest: Sequence[CountMark], gap: str) -> bool:
    """True for who somebody is: "a second victim, a student, has died"."""
    return gap == ", " and len(rest) == 1 and rest[0].count.high == 1


def _is_part(gap: str) -> bool:
    """True if a number after this gap is part of one before it: ", including"."""
    return bool(phrase("tolls.part").search(gap))


def _reaches(gap: str) -> bool:
    """True if only auxiliaries, adverbs and short asides stand between subject and outcome."""
    gap = phrase("tolls.aside").sub(" ", gap)
    if len(gap) > _SUBJECT or phrase("tolls.of_whom").search(gap):
        return False
    between = gap.lower().split()
    if not between:
        return True
    if phrase("tolls.clause").search(gap) or phrase("tolls.own_subject").search(gap):
        return False
    if len(between) <= _ASIDE_WORDS and all(_is_small(word) for word in between):
        return True
    *_, helping = (None, *phrase("tolls.auxiliary").finditer(gap))
    if helping is None or len(gap) - helping.end() > _HELPED:
        return False
    rest = gap[helping.end() :].lower().split()
    return all(_is_small(word) or word.endswith("ly") for word in rest)


def _is_small(word: str) -> bool:
    return word == "," or word.strip(",") in words("tolls.between")
