"""Where the noun phrase before a verb begins: at a comma, a mark, or a word that opens a clause."""

from reportedly.extract.statements.grammar import (
    ARTICLES,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.vocabulary import HAPPENINGS

HARD_STOPS = frozenset(";:—–-…!?.()[]")


LONGEST_SUBJECT = 45  # words
# "some said" is a sentence, "the said" and "there said" are none.
PEOPLE = PERSONAL | words_of(
    "one two three others some many several both few most another all other"
)
ENDS_NO_PHRASE = (
    (DETERMINERS - PEOPLE) | (TIME_WORDS - {"may", "march", "august"}) | {"there", "here"}
    | PREPOSITIONS | AUXILIARIES | COORDINATORS | NEGATIONS | ARTICLES | HAPPENINGS
)  # fmt: skip
ALONE = frozenset(["he", "she", "it", "they"])  # a pronoun is a whole subject
PARTICIPLE_ENDINGS = ("ed", "en", "wn", "ung", "unk", "ught")
PREPOSITIONS_TOO = frozenset(["after", "before", "since", "once"])
# "Shots failed to clear **protesters** demanding his release": never a participle before "to".
FINITE_BEFORE_TO = words_of("failed tried attempted managed began continued struggled vowed")
# Of these no participle says anything: "it occurred on the day **the army** announced a ban".
NO_PARTICIPLES = words_of("occurred happened erupted came went arose")


def left_edge(line: Line, end: int, floor: int) -> int:
    """Leftmost item of the stretch before ``end`` that one noun phrase could fill."""
    for index in range(end - 1, floor - 1, -1):
        item = line.items[index]
        word = item.low
        if word == ",":
            return _extended_over_list(line, index + 1, end, floor)
        if item.quote is not None or (word in HARD_STOPS and not _is_hyphen(line, index)):
            return index + 1
        if word in ALONE and index == end - 1:
            return index
        if word in {"which", "who", "whom"} and _opens_phrase(line, index + 1, end):
            return index + 1  # "which officials say has led to": the relative is not the subject
        if word in SUBORDINATORS and not (word in PREPOSITIONS_TOO and index == floor):
            return index + 1
        if word in COORDINATORS and _ends_clause(line, index, floor):
            return index + 1
    return floor


def _is_hyphen(line: Line, index: int) -> bool:
    return line.low(index) in {"-", "–"} and index > 0 and joins_name(line, index)


def _opens_phrase(line: Line, start: int, end: int) -> bool:
    """True if one noun phrase fills the items, as no relative clause does."""
    words = line.lows(start, end)
    if not words or line.has_verb(start, end) or not PREPOSITIONS.isdisjoint(words):
        return False
    if words[0] in DETERMINERS or is_capitalised(line.items[start].text):
        return True
    return len(words) <= 2 and (words[-1].endswith("s") or words[-1] in {"police", "people"})


def after_stray_verb(line: Line, start: int, end: int) -> int:
    """ "Someone posted **a video of the leader** saying": a finite verb is no part of a phrase."""
    for index in range(end - 1, start, -1):
        word = line.low(index)
        if word in RELATIVES:
            return start
        particle = word == "do" and is_capitalised(line.items[index + 1].text)  # "Lopes do Rosário"
        if particle:
            continue
        if word in FINITE_BEFORE_TO and line.low(index + 1) == "to" and index + 3 < end:
            return index + 3
        if word in NO_PARTICIPLES and index + 1 < end:
            return index + 1
        if (
            line.is_verb(index)
            and word not in BE | {"'s"}
            and line.low(index + 1) not in PREPOSITIONS
        ):
            if set(line.lows(start, index)) & RELATIVES:
                return start
            return min(index + 1 + _opens_verb_group(line, index), end)
    return start


def _opens_verb_group(line: Line, index: int) -> bool:
    """True for "had" of "had fallen", not for that of "had a plan", "had officials"."""
    if line.low(index) not in HAVE or index + 1 >= len(line):
        return False
    word = line.low(index + 1)
    return word.endswith(PARTICIPLE_ENDINGS) and not word.endswith(("men", "children"))


def ends_in_verb(line: Line, end: int) -> bool:
    """True if the last word before ``end`` is a verb: "five had **died** defending the post"."""
    word = line.low(end - 1)
    return line.is_verb(end - 1) or (line.low(end - 2) in AUXILIARIES and word not in DETERMINERS)


def joins_name(line: Line, index: int) -> bool:
    left, right = line.items[index - 1], line.items[min(index + 1, len(line) - 1)]
    return left.end == line.items[index].start and right.start == line.items[index].end


def _ends_clause(line: Line, index: int, floor: int) -> bool:
    """True if a clause with its verb stands before the item."""
    start = index
    while start > floor and line.low(start - 1) not in HARD_STOPS and not line.quote(start - 1):
        start -= 1
    return line.has_verb(start, index)


def _extended_over_list(line: Line, start: int, end: int, floor: int) -> int:
    """Take in "Britain, " of "Britain, France and Italy said"."""
    if "and" not in line.lows(start, end):
        return start
    previous = start - 1
    while previous > floor and line.low(previous) == ",":
        left = previous
        while left > floor and line.items[left - 1].is_word and left > previous - 5:
            left -= 1
        words = line.lows(left, previous)
        if (
            not words
            or not is_capitalised(line.items[left].text)
            or set(words) & (PREPOSITIONS | AUXILIARIES)
        ):
            break
        if left > floor and line.low(left - 1) not in {",", ""}:
            break
        start, previous = left, left - 1
    return start


def may_be_subject(line: Line, start: int, end: int) -> bool:
    """True if the items could name somebody who speaks."""
    words = line.lows(start, end)
    last = line.items[end - 1]
    if not last.is_word or last.low in ENDS_NO_PHRASE or words[0] in AUXILIARIES:
        return False
    if (
        words[0] == "such"
        or len(words) > LONGEST_SUBJECT
        or _opens_with_participle(line, start, end)
    ):
        return False
    return any(item.is_word and not item.low.isdigit() for item in line.items[start:end])


def _opens_with_participle(line: Line, start: int, end: int) -> bool:
    """ "speaking to a channel", "compared with the others": what somebody does is nobody."""
    first, second = line.low(start), line.low(start + 1) if start + 1 < end else ""
    if first.endswith("ing") and len(first) > len("being"):
        governed = second in DETERMINERS | POSSESSIVES or second[:1].isdigit()
        return governed or second in PREPOSITIONS - {"of"}
    return start > 0 and line.is_verb(start) and second in PREPOSITIONS - {"of"}
