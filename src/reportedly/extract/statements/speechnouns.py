"""Nouns of saying: "gave a sober warning about", "the ministry's claim that"."""

from reportedly.extract.statements.cue import Cue, group_start, is_name_or_noun
from reportedly.extract.statements.grammar import (
    ADVERBS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
)
from reportedly.extract.statements.lexicon import Form, Lexicon
from reportedly.extract.statements.lines import Line

FAR = 6  # items between a light verb and its noun


def with_noun(line: Line, index: int, known: Lexicon) -> Cue | None:
    """A light verb and its noun: "gave a sober warning about", "made the claim that"."""
    if is_name_or_noun(line, index, [], {"past"}):
        return None
    first = group_start(line, index)
    group = line.lows(first, index)
    if set(group) & MODALS or line.low(first - 1) == "to":
        return None
    for at in range(index + 1, min(index + 1 + FAR, len(line))):
        word = line.low(at)
        if not line.items[at].is_word or word in PREPOSITIONS:
            return None
        if word in known.nouns and line.low(at + 1) in known.noun_links:
            link = line.low(at + 1)
            last = at + 1 if link in {"to", "not"} else at + 2
            negated = bool({*group, *line.lows(index + 1, at)} & (NEGATIONS | {"no"}))
            form: Form = "ing" if line.low(index).endswith("ing") else "past"
            return Cue("noun", first, last, known.nouns[word], word, form, negated=negated)
    return None


def owned_noun(line: Line, index: int, known: Lexicon) -> Cue | None:
    """ "X's claims that ...": a statement of X reported inside somebody else's sentence."""
    owner = index - 1
    while (
        owner > 0
        and owner > index - 3
        and line.low(owner) not in ADVERBS
        and not _owns(line.low(owner))
    ):
        owner -= 1
    if not _owns(line.low(owner)) or not line.items[owner].is_word:
        return None
    link = line.low(index + 1)
    if link == "of" and line.low(index + 2) in {"responsibility", "credit"}:
        return Cue("owner", owner, index + 2, "claim_responsibility", "claim")
    if link == "that":
        last = index + 2
    elif link in {"to", "not"} and "to" in line.lows(index + 1, index + 3):
        last = index + 1
    else:
        return None
    return Cue("owner", owner, last, known.nouns[line.low(index)], line.low(index))


def _owns(word: str) -> bool:
    return word.endswith(("'s", "s'")) or word in {"their", "its"}
