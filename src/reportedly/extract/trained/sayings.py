"""Cues → who said what: for every cue its source and content, read in the light of the cue."""

from dataclasses import dataclass

from reportedly.extract.trained.heads import REACH, Floats, Heads, Sheet, tag_number
from reportedly.extract.trained.labels import CLASSES, ROLES_OF_CUE
from reportedly.extract.trained.spans import Proposal, mean, merge, propose, runs, whole_words

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution, in code points; ``source`` and ``content`` may have several pieces."""

    cue: tuple[int, int]
    source: Spans
    content: Spans
    act: str
    act_score: float
    score: float


def sayings(
    sheet: Sheet, heads: Heads, text: str, *, least_cue: float = 0.5, least_part: float = 0.5
) -> list[Saying]:
    """Every saying with a content, in the order of their cues."""
    cues = propose(sheet, text, "cue", least_cue)
    if not cues:
        return []
    first, last = [c.first for c in cues], [c.last for c in cues]
    around = heads.cues(sheet, first, last)
    vectors = heads.spans(sheet, first, last, [tag_number("cue")] * len(cues))
    acts = heads.classes("act", vectors)
    found = []
    for cue, tokens, act in zip(cues, around, acts, strict=True):
        parts: dict[str, tuple[Spans, float]] = {}
        for column, role in enumerate(ROLES_OF_CUE):
            parts[role] = _part(sheet, text, cue, tokens[:, column], least_part)
        source, content = parts["source"], parts["content"]
        if content[0]:
            best = int(act.argmax())
            found.append(
                Saying(
                    (cue.start, cue.end), source[0], content[0], CLASSES["act"][best],
                    float(act[best]), mean([cue.score, content[1]]),
                )
            )  # fmt: skip
    return found


def _part(
    sheet: Sheet, text: str, cue: Proposal, column: Floats, least: float
) -> tuple[Spans, float]:
    pieces, scores = [], []
    for first, last, score in runs(column, least):
        a, b = first + cue.first - REACH, last + cue.first - REACH
        if a >= 0 and b < len(sheet.tokens):
            start, end = int(sheet.tokens.starts[a]), int(sheet.tokens.ends[b])
            pieces.append(whole_words(text, start, end))
            scores.append(score)
    return tuple(merge(pieces, text)), mean(scores)
