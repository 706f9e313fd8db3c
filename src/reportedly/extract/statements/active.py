"""Joins an active reporting verb to its content: after it, before it, or on both sides.

In order: an object, a "that", an infinitive or a quotation after the verb is the content; else, if
the verb follows its content ("..., she said"), the clause or quotation before it is.
"""

from collections.abc import Sequence

from reportedly.extract.statements.adverbials import after_adjuncts, is_adverbial
from reportedly.extract.statements.agents import subject_after
from reportedly.extract.statements.contents import Right, right_of
from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.found import Found, Voice, found, trimmed
from reportedly.extract.statements.grammar import (
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    words_of,
)
from reportedly.extract.statements.lexicon import Verb
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.objects import addressee_end
from reportedly.extract.statements.subjects import Subject

TOLL_OBJECTS = frozenset(["life", "lives", "victim", "victims"])
# Only these stand before a subject that follows its content: "..., said the mayor".
INVERTING = words_of("say report add write announce note warn claim explain")
AGREEMENTS = words_of(
    """accord accords agreement agreements treaty deal bill law vote motion peace"""
)
OPENS_ANOTHER = COORDINATORS | SUBORDINATORS | {"who", "which", ""}


def active(line: Line, cue: Cue, voice: Voice, earlier: Sequence[Found]) -> Found | None:
    """The attribution that an active verb makes, or None if it makes none."""
    subject = voice.subject
    if subject is not None and line.low(subject.start - 1) == "what":
        return _free_relative(line, cue, voice)
    left = None if voice.shared else _left(line, cue, subject, _after_earlier(earlier))
    if subject is None and not voice.shared:
        inverted = _inverted(line, cue, left)
        return _leftward(line, cue, Voice(inverted), left) if inverted and left else None
    right = right_of(line, cue)
    if right is not None and _reports_nothing(line, cue, right):
        return None
    if right is None and (around := _around(line, cue, voice, left)):
        return around
    if right is not None and (left is None or _right_wins(line, cue, right, left)):
        content = right.start, len(line)
        return found(line, cue, voice, content, "right", right.verb, right.addressee)
    return _leftward(line, cue, voice, left) if left is not None else None


def _after_earlier(earlier: Sequence[Found]) -> int:
    return max((f.cue.last for f in earlier if f.side == "left"), default=0)


def _reports_nothing(line: Line, cue: Cue, right: Right) -> bool:
    """Uses of reporting verbs that report nothing."""
    if cue.lemma == "claim" and _is_toll(line, right.start):
        return True
    if cue.lemma in {"ask", "request"} and line.low(right.start) == "not":
        return True  # "asked not to be named"
    if cue.lemma == "reject" and AGREEMENTS & set(line.lows(right.start, right.start + 4)):
        return True  # an act, not words
    restrictive = line.low(cue.first - 1) in {"that", "which"} and line.low(cue.first - 2) != ","
    bare_object = "o" in right.verb.frames and line.low(right.start - 1) != "that"
    return restrictive and bare_object  # "a faction that rejected the accord"


def _is_toll(line: Line, start: int) -> bool:
    """ "The blast claimed 145 lives": a verb of dying, not of saying."""
    if line.low(start) == "to" or line.low(start - 1) == "that":
        return False
    for index in range(start, min(start + 8, len(line))):
        word = line.low(index)
        if word in TOLL_OBJECTS:
            return True
        joins = word in {"of", "than", "as", "at", "over"}
        if not line.items[index].is_word or (word in PREPOSITIONS and not joins):
            return False
    return False


def _quoting(cue: Cue) -> Verb | None:
    """The reading of the verb that can follow its content."""
    return next((v for v in cue.readings if v.frames & {"q", "c"}), None)


def _leftward(line: Line, cue: Cue, voice: Voice, left: tuple[int, int]) -> Found | None:
    verb = _quoting(cue)
    if verb is None:
        return None
    told = None
    follows = voice.subject is None or voice.subject.start < cue.first
    if "a" in verb.frames and follows and cue.last < len(line) and line.items[cue.last].is_word:
        end = addressee_end(line, cue.last)
        told = (cue.last, end) if end > cue.last else None
    return found(line, cue, voice, left, "left", verb, told)


def _around(line: Line, cue: Cue, voice: Voice, left: tuple[int, int] | None) -> Found | None:
    """ "Since May, **the mayor said,** crime has ..."; "The raid, **he said,** killed ..."."""
    subject = voice.subject
    opened = subject is not None and subject.start > 1 and line.low(subject.start - 1) == ","
    end = after_adjuncts(line, cue.last)
    verb = _quoting(cue)
    if not opened or verb is None or line.low(end) != ",":
        return None
    following = line.low(end + 1)
    if following.endswith("ing") or following in OPENS_ANOTHER:
        return None
    start, stop = left or trimmed(line, 0, subject.start if subject else 0)
    if is_adverbial(line, start, stop):
        return found(line, cue, voice, (end + 1, len(line)), "right", verb)
    if line.has_verb(start, stop) or line.quote(stop - 1) is not None:
        return None
    return found(line, cue, voice, (start, len(line)), "left", verb)


def _free_relative(line: Line, cue: Cue, voice: Voice) -> Found | None:
    """ "what the police **called a separate matter**"; "what he said" reports nothing itself."""
    verb = next((v for v in cue.readings if v.frames & {"s", "k"}), None)
    start = cue.last + (line.low(cue.last) == "as")
    if verb is None or start >= len(line):
        return None
    if not line.items[start].is_word and line.quote(start) is None:
        return None
    return found(line, cue, voice, (start, len(line)), "right", verb)


def _inverted(line: Line, cue: Cue, left: tuple[int, int] | None) -> Subject | None:
    """ "..., **said the mayor**": only a verb of speech, and nothing but adverbials after it."""
    if left is None:
        return None
    quoted = line.quote(left[1] - 1) is not None
    if not quoted and (cue.lemma not in INVERTING or cue.first != cue.last - 1):
        return None
    subject = subject_after(line, cue.last)
    if subject is None or subject.end >= len(line) or quoted:
        return subject
    following = line.low(subject.end)
    if line.items[subject.end].is_word and following not in PREPOSITIONS | TIME_WORDS | {"who"}:
        return None
    return subject


def _right_wins(line: Line, cue: Cue, right: Right, left: tuple[int, int]) -> bool:
    """Both sides could be the content: the left one wins when set off by a comma or a mark.

    "In May, he told the senate that ..." has an adverbial on its left, "Five died, he told the
    senate" has a clause.
    """
    if line.quote(left[1] - 1) is not None:
        return False
    if line.low(right.start - 1) == "that" or is_adverbial(line, *left):
        return True
    adjoining = right.start == after_adjuncts(line, cue.last)
    return adjoining and line.low(left[0]) in SUBORDINATORS


def _left(line: Line, cue: Cue, subject: Subject | None, floor: int) -> tuple[int, int] | None:
    """The clause or quotation right before "..., X said", not before item ``floor``."""
    end = subject.start if subject else cue.first
    if end <= 0:
        return None
    if line.low(end - 1) not in {",", "—", "–", "-"} and line.quote(end - 1) is None:
        return None
    start, end = trimmed(line, after_dash(line, floor, end - 1), end)
    if start >= end:
        return None
    if line.quote(end - 1) is not None:
        lead = line.low(end - 2) in {",", ":"} and is_adverbial(line, start, end - 2)
        return (end - 1, end) if lead and start < end - 1 else (start, end)
    if subject is not None and is_adverbial(line, start, end):
        return None
    if end - start < 3 and not line.has_verb(start, end):
        return None
    return start, end


def after_dash(line: Line, start: int, end: int) -> int:
    """Where the last stretch between long dashes begins."""
    return next((i + 1 for i in range(end - 1, start - 1, -1) if line.low(i) == "—"), start)
