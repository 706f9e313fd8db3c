"""Numbers in digits and in words, with the words that bound them ("at least", "dozens")."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook, VagueNumber
from reportedly.records import Count

_TOKEN = re.compile(
    r"\d+-(?:year|month|week|day|hour|minute|member|strong|foot|mile|metre|meter|km|story|storey)\w*"
    r"(?:-\w+)*"  # "23-year-old", "10-member": not numbers of people
    r"|\d+(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d(?: \d{3})+(?![\d,.])"
    r"|\d+(?:\.\d+)?(?:st|nd|rd|th)?|(?:[A-Z]\.){2,}"
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
_SMALL = _UNITS | _TENS
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_AFTER_DIGITS = _SCALES | {"dozen": 12}
_JOINTS = re.compile(r"[,\s]")  # between the thousands: "1,200", "1 200"
_DIGITS = re.compile(r"\d{1,3}(?:[,\s]\d{3}){1,3}|\d{1,9}")
_TOO_MANY = 10**12  # no number of people; "hundred hundred hundred ..." must not grow for ever

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


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words, numbers and marks of a stretch of text, with code-point offsets into it."""
    return [Token(*m.span(), m.group()) for m in _TOKEN.finditer(text, start, end or len(text))]


def numbers(words: Sequence[Token], codebook: Codebook) -> list[Number]:
    """Every number of a token list, in order, none inside another."""
    vague = _by_first_word(codebook.vague_numbers.values())
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = _stated(words, at) or _vague(words, at, vague)
        if number:
            found.append(number)
        at = number.last + 1 if number else at + 1
    return found


def _stated(words: Sequence[Token], at: int) -> Number | None:
    """The number, with its bound, whose digits or words begin at a token."""
    plain = _plain(words, at)
    if plain is None:
        return None
    value, last = plain
    between = _range(words, at, last, value)
    if between:
        return between
    first, bound = _bound(words, at)
    if _lows(words, last + 1, 2) == ("or", "more"):
        return Number(first, last + 2, _count(value, "least"))
    return Number(first, last, _count(value, bound))


_Vague = Mapping[str, Sequence[tuple[tuple[str, ...], VagueNumber]]]


def _by_first_word(entries: Iterable[VagueNumber]) -> _Vague:
    """The vague numbers with their words, the longest first, by the first of these."""
    found: dict[str, list[tuple[tuple[str, ...], VagueNumber]]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.word.split())):
        parts = tuple(entry.word.split())
        found.setdefault(parts[0], []).append((parts, entry))
    return found


def _vague(words: Sequence[Token], at: int, vague: _Vague) -> Number | None:
    """ "dozens", "tens of thousands", "several"; longest first."""
    for parts, entry in vague.get(words[at].low, ()):
        if _lows(words, at, len(parts)) != parts:
            continue
        if parts == ("some",) or (at and words[at - 1].low == "the"):
            return None  # "some 40" is a bound; "some say" and "the many" are no numbers
        last, times = at + len(parts) - 1, 1
        if _lows(words, last + 1, 2) == ("of", "thousands"):  # "hundreds of thousands"
            last, times = last + 2, 1_000
        elif _lows(words, last + 1, 1) == ("thousands",):  # "tens of thousands"
            last, times = last + 1, 1_000
        count = Count(entry.low * times, None, entry.high * times, entry.bound)
        return Number(_bound(words, at)[0], last, count)
    return None


def _lows(words: Sequence[Token], at: int, length: int) -> tuple[str, ...]:
    return tuple(word.low for word in words[at : at + length])


def _plain(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The value of the number that begins at a token, and its last token."""
    word = words[at]
    if _DIGITS.fullmatch(word.text):
        value = int(_JOINTS.sub("", word.text))
        scale = _AFTER_DIGITS.get(words[at + 1].low) if at + 1 < len(words) else None
        return (value * scale, at + 1) if scale else (value, at)
    if word.low not in ("a", "half"):
        return _in_words(words, at, None)
    following = _lows(words, at + 1, 2)
    if word.low == "half":
        return (6, at + 2) if following == ("a", "dozen") else None
    if following[:1] == ("dozen",):
        return 12, at + 1
    begun = _SCALES.get(following[0]) if following else None
    return _in_words(words, at + 1, begun) if begun else None


def _in_words(words: Sequence[Token], at: int, begun: int | None) -> tuple[int, int] | None:
    """ "twenty-one", "two hundred and six", "three dozen"; ``begun``: the value of "a hundred"."""
    total, current = 0, begun or 0  # the thousands and millions; what stands after them
    seen = begun is not None
    last = at
    at += seen
    while at < len(words) and total + current < _TOO_MANY:
        word = words[at].low
        parts = word.split("-")
        if len(parts) <= 2 and all(part in _SMALL for part in parts):
            if seen and current % 100 and not (current % 10 == 0 and len(parts) == 1):
                break
            current += sum(_SMALL[part] for part in parts)
        elif not seen:
            break
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0
        elif word == "dozen":
            current *= 12
        elif word == "and" and _goes_on(words, at + 1, total, current):
            at += 1
            continue
        else:
            break
        seen, last = True, at
        at += 1
    return (total + current, last) if seen and total + current else None


def _goes_on(words: Sequence[Token], at: int, total: int, current: int) -> bool:
    """True after the "and" of "two hundred and six"."""
    whole = (current >= 100 or total) and current % 100 == 0
    return bool(whole and at < len(words) and words[at].low.split("-")[0] in _SMALL)


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
    if kind in ("least", "more"):  # coders take the 90 of "more than 90" for its best figure
        return Count(value, value, None, "at_least")
    if kind == "less":
        return Count(None, None, max(value - 1, 0), "up_to")
    if kind == "most":
        return Count(None, None, value, "up_to")
    return Count(value, value, value, "approx" if kind == "about" else "exact")


def _range(words: Sequence[Token], at: int, last: int, low: int) -> Number | None:
    """ "between 9 and 12", "9 to 12", "9 or 10", "9-12"; ``last`` is that of the lower number."""
    if last + 2 >= len(words):
        return None
    joint, before = words[last + 1].low, words[at - 1].low if at else ""
    between = before == "between"
    if between:
        joins = joint == "and"
    else:
        joins = joint in ("or", "-", "–") or (joint == "to" and at > 0 and before != "from")
    upper = _plain(words, last + 2) if joins else None
    if upper is None or upper[0] <= low:
        return None
    first = at - 1 if between else at
    return Number(first, upper[1], Count(low, None, upper[0], "range"))
