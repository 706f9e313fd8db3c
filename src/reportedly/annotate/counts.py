"""Numbers of people: a number, its bound, and the people it counts ("at least 170 civilians").

A bare number is marked too ("12 killed"), unless its neighbours show that it counts something
else (money, years, distances, ages, dates); whether it is a toll is for extraction to decide.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportedly.annotate.numbers import Number, Token, numbers, tokens
from reportedly.codebook import Codebook
from reportedly.codebook.people import is_plural, kind_of
from reportedly.records import Annotated, Count, CountMark, Sentence

_PREMODIFIERS = 5  # "two off-duty Turkish police special operations officers"

# words that cannot stand between a number and the people it counts
_BREAKS = frozenset(
    "a an the and or but of in on at to from for by with as than that which who whom whose when "
    "where while after before since until during into over under near against between was were is "
    "are be been being has have had do did does said say says told killed wounded injured dead "
    "died hurt missing kidnapped abducted arrested detained freed released not no also still if "
    "because including among per "
    "people".split()
)
_UNITS = frozenset(
    "% percent per-cent per cent years year months month weeks week days day hours hour minutes "
    "minute seconds miles mile kilometers kilometres km kilometer kilometre metres meters feet foot "
    "inches acres hectares tonnes tons kilograms kilogrammes kg kilos pounds dollars euros naira "
    "rupees pesos rubles percent million billion trillion am a.m pm p.m gmt degrees rounds times "
    "points seats votes barrels vehicles cars trucks houses homes buildings attacks bombs blasts "
    "incidents explosions rockets missiles shells shops villages schools weapons rifles "
    "strikes raids bombings shootings plots operations countries states provinces districts "
    "towns cities camps places locations sites decades centuries occasions cases".split()
)
_SINGULAR = frozenset("a an one another his her their the".split())
_NO_ONE = frozenset(
    "dead wounded injured deceased missing killed life death injury other family".split()
)


def counts(annotated: Annotated, codebook: Codebook) -> tuple[CountMark, ...]:
    """Mark the numbers of people of a report, in text order."""
    text = annotated.report.text
    ends = [t.start for t in annotated.times]
    marks: list[CountMark] = []
    for sentence in annotated.sentences:
        words = tokens(text, sentence.start, sentence.end)
        taken = -1
        for number in numbers(words, codebook):
            taken = max(taken, number.last)
            if _in_time(annotated, ends, words[number.last]):
                continue
            mark = _mark(words, number)
            if mark:
                marks.append(mark)
        marks += _singulars(words)
        marks += _named(annotated, sentence)
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
    for here in range(at, min(at + _PREMODIFIERS + 1, len(words))):
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
                return found
            continue
        if word.low in _BREAKS or not (word.text[0].isalpha() or word.text == "-"):
            break
    return found


def _compound(words: Sequence[Token], here: int) -> bool:
    """True if the noun only modifies the next one: "people" never, "police" in "police officers"."""
    follows = words[here + 1] if here + 1 < len(words) else None
    return bool(follows and kind_of(follows.text) and words[here].low in ("police", "personnel"))


def _mark(words: Sequence[Token], number: Number) -> CountMark | None:
    before = words[number.first - 1] if number.first else None
    after = words[number.last + 1] if number.last + 1 < len(words) else None
    first = words[number.first]
    if before and (before.text in "$€£₦#№" or before.low in ("usd", "no", "nos", "aged", "age")):
        return None
    noun = _noun(words, number.last + 1)
    if noun is not None:
        last = words[noun]
        group = _group(words, number.last + 1, noun)
        return CountMark(first.start, last.end, number.count, group)
    if after and after.low in _UNITS:
        return None
    last = words[number.last]
    if last.low == "one" and number.first == number.last:
        return None  # "one" alone is a pronoun
    if last.text.isdigit() and 1800 <= int(last.text) <= 2100 and number.first == number.last:
        return None  # a year
    if last.text[-1:].isalpha() and last.text[:1].isdigit():
        return None  # an ordinal
    if before and after and before.text == "," and after.text in ",.":
        return None  # an age: "..., 45, ..."
    if _inside_number(before, first) or _inside_number(last, after):
        return None
    return CountMark(first.start, last.end, number.count, None)


def _inside_number(left: Token | None, right: Token | None) -> bool:
    """True for the joints of "M-16", "9/11", "10:30", "3.5": parts of another token."""
    return bool(
        left and right and left.end == right.start and {left.text[-1], right.text[0]} & set("-/:.")
        and (left.text in "-/:." or right.text in "-/:")
    )  # fmt: skip


def _group(words: Sequence[Token], first: int, noun: int) -> str | None:
    """The people as written, without "of the"."""
    while first < noun and words[first].low in ("of", "the", "more", "his", "its", "their"):
        first += 1
    return " ".join(w.text for w in words[first : noun + 1])


# a name as the subject of what was done to its bearer: "Ayo Bello, 24, was killed"
_VICTIM = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:al|el|ul|bin|ibn|de|van|von|der|da)[- ])?[A-Z][\w’'.-]*){0,3})"
    r"(?:, (?:aged )?\d{1,2},|, [^,.;:]{3,60},|, who [^,.;:]{3,60},)? "
    r"(?:was|were|had been|has been|is|to be)(?: (?:\w+ly|later|then|also|first|himself|herself))?"
    r"(?: (?:thought|believed|reported|presumed|said|feared|found)(?: to have been| to have)?)?"
    r"(?: (?:shot|stabbed|beaten|hacked|burned|tortured))?(?: and| to)? "
    r"(?:killed|dead|death|murdered|assassinated|lynched|beheaded|kidnapped|abducted|wounded|injured|shot|stabbed|gunned down)\b"
)


def _named(annotated: Annotated, sentence: Sentence) -> list[CountMark]:
    """One person, named, to whom something was done. The name stays words of the report."""
    text = annotated.report.text
    found = []
    for match in _VICTIM.finditer(text, sentence.start, sentence.end):
        start, end = match.span("name")
        first = match["name"].split()[0]
        if first.lower() in _NOT_NAMES or kind_of(first):
            continue
        marks = (*annotated.actors, *annotated.places)
        if any(m.start < end and start < m.end for m in marks):
            continue
        found.append(CountMark(start, end, Count(1, 1, 1, "exact"), "named person"))
    return found


_NOT_NAMES = frozenset(
    "the a an he she it they we i you who this that these those there all some many most several both "
    "one two three four five six seven eight nine ten at in on no police officials authorities others "
    "dozens hundreds monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december troops forces".split()
)


def _singulars(words: Sequence[Token]) -> list[CountMark]:
    """ "a soldier", "another Afghan civilian", "one police officer": one person each."""
    found = []
    for at, word in enumerate(words[:-1]):
        if word.low not in _SINGULAR:
            continue
        for here in range(at + 1, min(at + 1 + _PREMODIFIERS, len(words))):
            noun = words[here]
            follows = words[here + 1] if here + 1 < len(words) else None
            if (
                kind_of(noun.text)
                and follows
                and kind_of(follows.text)
                and follows.low not in _NO_ONE
            ):
                continue  # "a police officer"
            if noun.low in _NO_ONE:
                break  # "the dead", "the other"
            if word.low == "the" and kind_of(noun.text) not in ("prominent", "fighter"):
                break  # "the man": somebody told of before
            if kind_of(noun.text) and not is_plural(noun.text):
                group = " ".join(w.text for w in words[at + 1 : here + 1])
                one = Count(1, 1, 1, "exact")
                found.append(CountMark(word.start, noun.end, one, group))
                break
            if (
                noun.low in _BREAKS
                or not (noun.text[0].isalpha() or "-" in noun.text)
                or is_plural(noun.text)
            ):
                break
    return found
