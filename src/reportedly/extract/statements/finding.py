"""Puts speaker, reporting words and reported words of one sentence together."""

from dataclasses import replace
from itertools import islice

from reportedly.extract.statements.active import active, after_dash
from reportedly.extract.statements.adverbials import without_leading
from reportedly.extract.statements.agents import owner, passive_agent, subject_after
from reportedly.extract.statements.candidates import candidates
from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.cutting import cut
from reportedly.extract.statements.edges import ends_in_verb, left_edge, may_be_subject
from reportedly.extract.statements.found import NOBODY, Found, Voice, found
from reportedly.extract.statements.grammar import (
    BE,
    COORDINATORS,
    HAVE,
    RELATIVES,
    words_of,
)
from reportedly.extract.statements.lines import LONGEST, Line
from reportedly.extract.statements.subjects import (
    Subject,
    before_plain,
    clause_subject,
    subject_before,
)
from reportedly.extract.statements.vocabulary import MEDIA
from reportedly.records import Act

MOST_CUES = 16  # in one sentence; more is no prose
HEARSAY: dict[str, Act] = {"reportedly": "assert", "allegedly": "accuse"}
NOT_A_PHRASE = frozenset([",", "and", "or", "—", "–", "-", "while", "by"])
VERDICTS = words_of(
    """false untrue baseless unfounded fabricated groundless incorrect inaccurate nonsense fake
    wrong propaganda lies invented true correct rejected denied dismissed disputed"""
)


def found_in(line: Line) -> tuple[Found, ...]:
    """The attributions of a line in text order of their cues."""
    if len(line) > LONGEST:
        return ()
    so_far: list[Found] = []
    for cue in islice(candidates(line), MOST_CUES):
        floor = max((one.cue.last for one in so_far), default=0)
        one = _attribution(line, cue, floor, so_far)
        if one is not None:
            so_far.append(one)
    if not so_far and (heard := _hearsay(line)):
        so_far.append(heard)
    return tuple(cut(so_far))


def _hearsay(line: Line) -> Found | None:
    """ "was **reportedly** seen": a report without any source, in a sentence without another."""
    for index in range(1, len(line)):
        act = HEARSAY.get(line.low(index))
        verbal = line.is_verb(index - 1) or line.is_verb(index + 1)
        if act is not None and verbal:
            cue = Cue("hearsay", index, index + 1, act, line.low(index))
            return found(line, cue, NOBODY, (after_dash(line, 0, index), len(line)), "left")
    return None


def _attribution(line: Line, cue: Cue, floor: int, earlier: list[Found]) -> Found | None:
    if cue.negated and cue.act != "deny" and cue.lemma not in {"believe", "think"}:
        return None
    if cue.kind == "according":
        return _according(line, cue)
    if cue.kind in {"impersonal", "emerge"}:
        return found(line, cue, NOBODY, (cue.last, len(line)), "right")
    if cue.kind == "owner":
        content = cue.last, _before_verdict(line, cue.last)
        return found(line, cue, Voice(owner(line, cue.first)), content, "right")
    acted_on = any(v.frames & {"o", "s", "k", "p"} for v in cue.readings)
    if cue.passive and not acted_on:
        return None
    reduced = acted_on and cue.form in {"past", "participle"} and line.low(cue.last) == "by"
    if cue.passive or reduced:
        return _passive(line, cue, floor)
    voice = _voice(line, cue, floor, earlier)
    if voice is None:
        return None
    if cue.kind == "noun":
        return None if voice == NOBODY else found(line, cue, voice, (cue.last, len(line)), "right")
    return active(line, cue, voice, earlier)


def _according(line: Line, cue: Cue) -> Found | None:
    subject = subject_after(line, cue.last)
    if subject is None:
        return None
    end = subject.end
    while end < len(line) and line.low(end) not in {",", ";", ":"} and line.quote(end) is None:
        end += 1
    clause_before = line.has_verb(0, cue.first)
    if clause_before or (cue.first > 2 and end >= len(line) - 1):
        content = after_dash(line, 0, cue.first), cue.first
        return found(line, cue, Voice(subject), content, "left")
    return found(line, cue, Voice(subject), (end, len(line)), "right")


def _passive(line: Line, cue: Cue, floor: int) -> Found | None:
    """ "was condemned **by** the council", "an attack claimed **by** the group"."""
    at = cue.last
    while at < min(cue.last + 8, len(line)) and line.low(at) != "by":
        if not line.items[at].is_word:
            return None
        at += 1
    if line.low(at) != "by" or line.low(at + 1).endswith("ing"):
        return None
    agent = passive_agent(line, at + 1)
    if agent is None or cue.first == floor:
        return None
    acted_on = without_leading(line, left_edge(line, cue.first, floor), cue.first)
    if cue.lemma == "claim":
        cue = replace(cue, act="claim_responsibility")
    return found(line, cue, Voice(agent), (acted_on, cue.first), "left")


def _before_verdict(line: Line, start: int) -> int:
    """Where "... **are false**" begins, which is no part of the claim it judges."""
    for index in range(start + 1, len(line) - 1):
        if line.low(index) in BE | HAVE and set(line.lows(index + 1, index + 4)) & VERDICTS:
            return index
    return len(line)


def _voice(line: Line, cue: Cue, floor: int, earlier: list[Found]) -> Voice | None:
    """The subject of the verb; that of the cue before it, if both share one.

    None where the participle tells how something else was done: "had died defending the post".
    """
    before = line.low(cue.first - 1)
    if cue.form == "ing":
        if cue.lemma == "cite":
            return NOBODY  # "citing officials": the officials are the source, not the object
        if before not in RELATIVES:
            return _of_participle(line, cue, floor, earlier)
    if before in COORDINATORS:
        return Voice(shared=True) if earlier else Voice(clause_subject(line, cue.first))
    return Voice(subject_before(line, cue.first, floor))


def _of_participle(line: Line, cue: Cue, floor: int, earlier: list[Found]) -> Voice | None:
    """The subject of "officials warning of ...", but not of "in a statement warning of ..."."""
    before = line.low(cue.first - 1)
    if before and before not in NOT_A_PHRASE and line.items[cue.first - 1].is_word:
        plain = before_plain(line, cue.first, floor) or _after_with(line, cue.first, floor)
        if plain and line.low(plain.end - 1) not in MEDIA:
            return Voice(plain)
        if plain is None and ends_in_verb(line, cue.first):
            return None
    return Voice(shared=True) if earlier else Voice(clause_subject(line, cue.first))


def _after_with(line: Line, end: int, floor: int) -> Subject | None:
    """ "..., with **the ministry** offering a reward": a subject of its own after "with"."""
    start = left_edge(line, end, floor)
    if line.low(start) != "with" or not may_be_subject(line, start + 1, end):
        return None
    return Subject(start + 1, end, end)
