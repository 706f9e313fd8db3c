"""Single persons: "a soldier", "another Afghan civilian", and victims who are named."""

import re
from collections.abc import Iterator, Sequence

from reportedly.annotate.count_words import (
    BREAKS,
    DESCRIBED,
    HARMED,
    HARMING,
    KILLING,
    NO_ONE,
    NOT_NAMES,
    PAIRS,
    PREMODIFIERS,
    SINGULAR,
)
from reportedly.annotate.numbers import Token
from reportedly.codebook.people import is_plural, kind_of
from reportedly.records import Annotated, Count, CountMark

_ONE = Count(1, 1, 1, "exact")
_TWO = Count(2, 2, 2, "exact")

# A name as the subject of what was done to its bearer: "Ayo Bello, 24, was killed".
_VICTIM = re.compile(
    r"""
    (?P<name>
        [A-Z][\w’'-]{1,40}
        (?:[ ](?:(?:al|el|ul|bin|ibn|de|van|von|der|da)[- ])?[A-Z][\w’'.-]{0,40}){0,3}
    )
    (?:,[ ](?:aged[ ])?\d{1,2},|,[ ][^,.;:]{3,60},|,[ ]who[ ][^,.;:]{3,60},)?
    [ ](?:was|were|had[ ]been|has[ ]been|is|to[ ]be)
    (?:[ ](?:\w+ly|later|then|also|first|himself|herself))?
    (?:
        [ ](?:thought|believed|reported|presumed|said|feared|found)
        (?:[ ]to[ ]have[ ]been|[ ]to[ ]have)?
    )?
    (?:[ ](?:shot|stabbed|beaten|hacked|burned|tortured))?
    (?:[ ]and|[ ]to)?
    [ ](?:
        killed|dead|death|murdered|assassinated|lynched|beheaded|kidnapped|abducted|wounded
        |injured|shot|stabbed|gunned[ ]down
    )\b
    """,
    re.VERBOSE,
)


def one_each(words: Sequence[Token]) -> Iterator[CountMark]:
    """ "a soldier", "another Afghan civilian", "one police officer": one person each."""
    for at, word in enumerate(words):
        if _is_the_other(words, at):
            yield CountMark(word.start, words[at + 1].end, _ONE, "others")
            continue
        if word.low == "another" and at + 1 < len(words) and words[at + 1].low in HARMED:
            yield CountMark(word.start, word.end, _ONE, "others")
            continue
        noun = _one_person(words, at) if word.low in SINGULAR else None
        if noun is not None:
            group = " ".join(w.text for w in words[at + 1 : noun + 1])
            count = _TWO if words[noun].low in PAIRS else _ONE
            yield CountMark(word.start, words[noun].end, count, group)


def _is_the_other(words: Sequence[Token], at: int) -> bool:
    """ "... and wounding the other"."""
    here = [word.low for word in words[at : at + 3]]
    return (
        at > 0 and words[at - 1].low in HARMING
        and here[:2] == ["the", "other"] and (len(here) < 3 or not here[2][0].isalpha())
    )  # fmt: skip


def _one_person(words: Sequence[Token], at: int) -> int | None:
    """The token of the one person whom the article or number at ``at`` begins to tell of."""
    for here in range(at + 1, min(at + 1 + PREMODIFIERS, len(words))):
        noun, kind = words[here], kind_of(words[here].text)
        follows = words[here + 1] if here + 1 < len(words) else None
        if kind and follows and kind_of(follows.text) and follows.low not in NO_ONE:
            continue  # "a police officer"
        if noun.low in NO_ONE:
            return None  # "the dead", "the other"
        told = words[at].low == "the" and not (at and words[at - 1].low in KILLING)
        if told and kind and kind not in ("prominent", "fighter"):
            return None  # "the man": somebody told of before; but "killing the driver"
        if kind and not is_plural(noun.text):
            return None if follows and follows.low in DESCRIBED else here
        if kind or noun.low in BREAKS or not (noun.text[0].isalpha() or "-" in noun.text):
            return None
    return None


def victims(annotated: Annotated) -> Iterator[CountMark]:
    """One person each, named, to whom something was done. The name stays words of the report."""
    actors = ((mark.start, mark.end) for mark in annotated.actors)
    places = ((mark.start, mark.end) for mark in annotated.places)
    others = sorted((*actors, *places))
    passed, reach = 0, 0  # of actors and places: those that begin before a name, and where they end
    for sentence in annotated.sentences:
        for match in _VICTIM.finditer(annotated.report.text, sentence.start, sentence.end):
            start, end = match.span("name")
            while passed < len(others) and others[passed][0] < end:
                reach = max(reach, others[passed][1])
                passed += 1
            first = match["name"].split()[0]
            if reach <= start and first.lower() not in NOT_NAMES and not kind_of(first):
                yield CountMark(start, end, _ONE, "named person")
