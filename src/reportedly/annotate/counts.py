"""Numbers of people: a number, its bound, and the people it counts ("at least 170 civilians").

A bare number is marked too ("12 killed"), unless its neighbours show that it counts something
else (money, years, distances, ages, dates); whether it is a toll is for extraction to decide.
"""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.annotate.count_words import (
    BODIES,
    BREAKS,
    COLLECTIVE,
    HARMING,
    NO_ONE,
    PARENTS,
    PREMODIFIERS,
    UNITS,
)
from reportedly.annotate.numbers import Number, Token, numbers, tokens
from reportedly.annotate.persons import one_each, victims
from reportedly.codebook import Codebook
from reportedly.codebook.people import is_plural, kind_of
from reportedly.records import Annotated, CountMark


def counts(annotated: Annotated, codebook: Codebook) -> tuple[CountMark, ...]:
    """Mark the numbers of people of a report, in text order."""
    text = annotated.report.text
    starts = [t.start for t in annotated.times]
    marks: list[CountMark] = []
    for sentence in annotated.sentences:
        words = tokens(text, sentence.start, sentence.end)
        for number in numbers(words, codebook):
            if _in_time(annotated, starts, words[number.last]):
                continue
            mark = _mark(words, number)
            if mark:
                marks.append(mark)
        marks += one_each(words)
    marks += victims(annotated)
    marks.sort(key=lambda m: (m.start, -m.end))
    return tuple(_apart(marks))


def _apart(marks: Sequence[CountMark]) -> list[CountMark]:
    """Drop marks that lie inside an earlier one."""
    kept: list[CountMark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _in_time(annotated: Annotated, starts: Sequence[int], word: Token) -> bool:
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and word.end <= annotated.times[at].end


def _noun(words: Sequence[Token], at: int) -> int | None:
    """The token of the people counted by a number that ends before ``at``, or None.

    Runs on through compounds: of "two police officers" it is "officers".
    """
    found = None
    for here in range(at, min(at + PREMODIFIERS + 1, len(words))):
        word = words[here]
        if word.low in ("of", "more") and here == at:
            continue  # "dozens of villagers", "two of the soldiers", "30 more people"
        if word.low in ("the", "them", "his", "its", "their", "those", "these") and here == at + 1:
            if word.low == "them":
                return here
            continue
        if kind_of(word.text) and not (found is not None and not is_plural(word.text)):
            found = here
            if is_plural(word.text) and not _compound(words, here):
                return _joined(words, found)
            continue
        if word.low in BREAKS or not (word.text[0].isalpha() or word.text == "-"):
            break
    return found


def _joined(words: Sequence[Token], noun: int) -> int:
    """The last noun of several under one number: "50 women and children"."""
    two = words[noun + 1 : noun + 3]
    joined = len(two) == 2 and two[0].low in ("and", "or") and two[1].low not in BREAKS
    return noun + 2 if joined and is_plural(two[1].text) else noun


def _describes(words: Sequence[Token], noun: int) -> bool:
    """True for one person's word before another noun: "seven Christian churches"."""
    follows = words[noun + 1] if noun + 1 < len(words) else None
    word = words[noun]
    if follows is None or not kind_of(word.text) or is_plural(word.text) or word.low in NO_ONE:
        return False
    return is_plural(follows.text) or follows.low.endswith(("ches", "ings", "ities", "ions"))


def _compound(words: Sequence[Token], here: int) -> bool:
    """True if the noun only modifies the next one, as "police" does in "police officers"."""
    follows = words[here + 1] if here + 1 < len(words) else None
    return bool(follows and is_plural(follows.text) and words[here].low in COLLECTIVE)


def _mark(words: Sequence[Token], number: Number) -> CountMark | None:
    before = words[number.first - 1] if number.first else None
    after = words[number.last + 1] if number.last + 1 < len(words) else None
    first = words[number.first]
    if _of_one_person(words, number):
        return None
    if before and (before.text in "$€£₦#№" or before.low in ("usd", "no", "nos")):
        return None
    if _is_age(words, number):
        return None
    noun = _noun(words, number.last + 1)
    if noun is not None:
        if number.count.figure > 1 and _describes(words, noun):
            return None
        last = words[noun]
        if number.count.figure > 1 and last.text[0].isupper() and not is_plural(last.text):
            return None  # "30 Porter Street"
        group = _group(words, number.last + 1, noun)
        return CountMark(first.start, last.end, number.count, group)
    if after and after.low in UNITS:
        return None
    if before and before.low in ("a", "an"):
        return None  # "with a 9 mm"
    last = words[number.last]
    if last.low == "one" and number.first == number.last:
        # "one" alone is a pronoun, except in "killing one and wounding two"
        harmed = before is not None and before.low in HARMING
        return CountMark(first.start, last.end, number.count, None) if harmed else None
    if last.text.isdigit() and 1800 <= int(last.text) <= 2100 and number.first == number.last:
        return None  # a year
    if last.text[-1:].isalpha() and last.text[:1].isdigit():
        return None  # an ordinal
    if before and after and before.text == "," and after.text in ",.":
        return None  # an age: "..., 45, ..."
    if _inside_number(before, first) or _inside_number(last, after):
        return None
    return CountMark(first.start, last.end, number.count, None)


def _is_age(words: Sequence[Token], number: Number) -> bool:
    """ "aged 28", "ages 28 and 22", "Ann Roe, also 18", "in their 20's"."""
    at = number.first
    follows = words[number.last + 1] if number.last + 1 < len(words) else None
    if follows and follows.text in "'’" and follows.start == words[number.last].end:
        return True
    before = [word.low for word in words[max(0, at - 4) : at]]
    while len(before) > 1 and before[-1] in ("and", ",", "to") and before[-2].isdigit():
        before = before[:-2]
    if before[-1:] in (["aged"], ["age"], ["ages"]):
        return True
    return before[-2:] in ([",", "also"], [",", "now"], [",", "both"])


def _of_one_person(words: Sequence[Token], number: Number) -> bool:
    """True for an age, and for the children of one who is told of: "a father of four"."""
    after = [word.low for word in words[number.last + 1 : number.last + 3]]
    if len(after) == 2 and after[0] in ("year", "month", "week") and after[1] == "old":
        return True
    if number.first < 2 or words[number.first - 1].low != "of":
        return False
    noun = words[number.first - 2]
    if noun.low in PARENTS:
        return True
    aged = kind_of(noun.text) and not is_plural(noun.text) and noun.low not in BODIES
    return bool(aged) and (not after or not kind_of(after[0]))  # "a student of 19"


def _inside_number(left: Token | None, right: Token | None) -> bool:
    """True for the joints of "M-16", "9/11", "10:30", "3.5": parts of another token."""
    return bool(
        left and right and left.end == right.start and {left.text[-1], right.text[0]} & set("-/:.")
        and (left.text in "-/:." or right.text in "-/:")
        and not (left.text.isalpha() and right.text == ":")  # "to four: a guard and ..."
    )  # fmt: skip


def _group(words: Sequence[Token], first: int, noun: int) -> str:
    """The people as written, without "of the"."""
    while first < noun and words[first].low in ("of", "the", "more", "his", "its", "their"):
        first += 1
    return " ".join(w.text for w in words[first : noun + 1])
