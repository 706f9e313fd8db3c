"""Numbers in digits and in words, with the words that bound them ("at least", "dozens")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.records import Count

_TOKEN = re.compile(
    r"\d+-(?:year|month|week|day|hour|minute|member|strong|foot|mile|metre|meter|km|story|storey)\w*"
    r"(?:-\w+)*"  # "23-year-old", "10-member": not numbers of people
    r"|\d+(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?(?:st|nd|rd|th)?|(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\S"
)
_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")

# the words before a number, longest first, and what they make of it
_MORE = "more than|over|upwards of|in excess of|greater than|above"
_LEAST = "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
_LESS = "fewer than|less than|under|below"
_MOST = "up to|as many as|at most|no more than|not more than|a maximum of"
_ABOUT = (
    "about|around|approximately|roughly|nearly|almost|close to|some|an estimated|estimated|"
    "just over|just under|an approximate|circa|approx"
)
_BEFORE = {
    tuple(words.split()): bound
    for group, bound in (
        (_MORE, "more"), (_LEAST, "least"), (_LESS, "less"), (_MOST, "most"), (_ABOUT, "about"),
    )
    for words in group.split("|")
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its bound; ``first`` and ``last`` are token indexes, both included."""

    first: int
    last: int
    count: Count
    vague: bool  # no number stated: "dozens", "several"


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words, numbers and marks of a stretch of text, with code-point offsets into it."""
    return [Token(*m.span(), m.group()) for m in _TOKEN.finditer(text, start, end or len(text))]


def _plain(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The value of the number that begins at a token, and its last token."""
    first = words[at].low
    if _DIGITS.fullmatch(words[at].text):
        value, last = int(words[at].text.replace(",", "")), at
        if last + 1 < len(words) and words[last + 1].low in _SCALES:
            return value * _SCALES[words[last + 1].low], last + 1
        if last + 1 < len(words) and words[last + 1].low == "dozen":
            return value * 12, last + 1
        return value, last
    if first in ("a", "an", "half") and at + 1 < len(words):
        rest = [w.low for w in words[at : at + 3]]
        if rest[:2] == ["a", "dozen"]:
            return 12, at + 1
        if rest == ["half", "a", "dozen"]:
            return 6, at + 2
        if rest[0] == "a" and rest[1] in _SCALES:
            return _words(words, at + 1, _SCALES[rest[1]])
        return None
    return _words(words, at, None)


def _words(words: Sequence[Token], at: int, value: int | None) -> tuple[int, int] | None:
    """ "twenty-one", "two hundred and six", "three dozen"; ``value`` where "a hundred" began it."""
    last, total, current = at, 0, value or 0
    seen = value is not None
    at += seen
    while at < len(words):
        parts = words[at].low.split("-")
        if all(p in _TENS or p in _UNITS for p in parts) and len(parts) <= 2:
            if seen and current % 100 and not (current % 10 == 0 and len(parts) == 1):
                break
            current += sum(_TENS.get(p, _UNITS.get(p, 0)) for p in parts)
        elif words[at].low in _SCALES and seen:
            scale = _SCALES[words[at].low]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
        elif words[at].low == "dozen" and seen:
            current *= 12
        elif (
            words[at].low == "and"
            and seen
            and (current >= 100 or total)
            and current % 100 == 0
            and at + 1 < len(words)
            and words[at + 1].low.split("-")[0] in {**_UNITS, **_TENS}
        ):
            at += 1
            continue
        else:
            break
        seen, last = True, at
        at += 1
    return (total + current, last) if seen and total + current else None


def _bound(words: Sequence[Token], at: int) -> tuple[int, str | None]:
    """The first token of the bound that ends just before a number, and its kind."""
    for length in (4, 3, 2, 1):
        begin = at - length
        if begin >= 0:
            kind = _BEFORE.get(tuple(w.low for w in words[begin:at]))
            if kind:
                return begin, kind
    return at, None


def _count(value: int, kind: str | None) -> Count:
    if kind == "more":
        return Count(value + 1, None, None, "at_least")
    if kind == "least":
        return Count(value, value, None, "at_least")
    if kind == "less":
        return Count(None, None, max(value - 1, 0), "up_to")
    if kind == "most":
        return Count(None, None, value, "up_to")
    return Count(value, value, value, "approx" if kind == "about" else "exact")


def numbers(words: Sequence[Token], codebook: Codebook) -> list[Number]:
    """Every number of a token list, in order, none inside another."""
    vague = sorted((v.word.split(), v) for v in codebook.vague_numbers.values())
    vague.sort(key=lambda pair: -len(pair[0]))
    found: list[Number] = []
    at = 0
    while at < len(words):
        value = _plain(words, at)
        if value:
            number, last = value
            first, kind = _bound(words, at)
            number_range = _range(words, at, last, number)
            if number_range:
                count, last, first = number_range
            else:
                count = _count(number, kind)
                if [w.low for w in words[last + 1 : last + 3]] == ["or", "more"]:
                    count, last = _count(number, "least"), last + 2
            found.append(Number(first, last, count, vague=False))
            at = last + 1
            continue
        word = words[at].low
        for parts, entry in vague:
            if word == parts[0] and [w.low for w in words[at : at + len(parts)]] == parts:
                last = at + len(parts) - 1
                if parts == ["some"] or (at and words[at - 1].low == "the"):
                    break  # "some 40" is a bound; "some say" and "the many" are no numbers
                first, _ = _bound(words, at)
                times = 1
                if [w.low for w in words[last + 1 : last + 3]] == ["of", "thousands"]:
                    times, last = 1_000, last + 2  # "hundreds of thousands"
                elif words[last + 1 : last + 2] and words[last + 1].low == "thousands":
                    times, last = 1_000, last + 1  # "tens of thousands"
                count = Count(entry.low * times, None, entry.high * times, entry.bound)
                found.append(Number(first, last, count, vague=True))
                at = last
                break
        at += 1
    return found


def _range(words: Sequence[Token], at: int, last: int, low: int) -> tuple[Count, int, int] | None:
    """ "between 9 and 12", "9 to 12", "9 or 10", "9-12": the count, its last and first token."""
    if last + 2 >= len(words):
        return None
    joint = words[last + 1].low
    between = at > 0 and words[at - 1].low == "between"
    allowed = (
        joint == "and"
        if between
        else joint in ("or", "-", "–") or (joint == "to" and at > 0 and words[at - 1].low != "from")
    )
    upper = _plain(words, last + 2) if allowed else None
    if not upper or upper[0] <= low:
        return None
    return Count(low, None, upper[0], "range"), upper[1], at - 1 if between else at
