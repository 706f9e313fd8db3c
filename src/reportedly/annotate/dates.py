"""Finds time expressions and writes down what each means without the report's date.

The marks come unresolved: ``value`` is in the small language of
:mod:`reportedly.annotate.time_grammar`, ``when`` is None. :mod:`reportedly.resolve.dates` settles
them.
"""

from collections.abc import Sequence

from reportedly.annotate.lexicon import listed
from reportedly.annotate.time_grammar import RULES
from reportedly.annotate.time_meanings import Found, Meaning
from reportedly.annotate.time_tokens import TimeToken, time_tokens
from reportedly.records import Annotated, TimeMark

_IDLE = frozenset("x|,-oiaUglebf")  # types that begin no expression
_LONGEST = 10  # words in an expression
_CLAUSE = 12  # words on either side that may tell the tense
_FUTURE = listed("will shall won't scheduled due expected planned upcoming 'll")
_FUTURE_LEFT = listed("would plans going")  # after a day they tell of what follows from it
_PAST = listed(
    "said told was were had did took came went hit shot left held made gave began broke struck "
    "fell "
    "fought saw became found met sent lost led wrote blew rose spoke stood ran has have been"
)
# Verbs and given names as well as months: a month needs a word of time beside it.
_DOUBTFUL_MONTHS = frozenset({"may", "march", "april", "june", "august"})
_BEFORE_YEAR = frozenset("isUXtAoaB(")
_BEFORE_MONTH = frozenset("isUXBatLNTov,-f")
_PEOPLE = listed("people men women troops soldiers civilians dead miles km metres dollars")


def times(annotated: Annotated) -> tuple[TimeMark, ...]:
    """The time expressions of a report's text, in text order, never overlapping."""
    tokens = time_tokens(annotated.report.text)
    return tuple(_mark(tokens, *row) for row in _merged(tokens, _found(tokens)))


def expressions(text: str) -> tuple[TimeMark, ...]:
    """The same before "from X to Y" becomes one range."""
    tokens = time_tokens(text)
    return tuple(_mark(tokens, *row) for row in _found(tokens))


def _found(tokens: Sequence[TimeToken]) -> list[tuple[int, int, Meaning]]:
    codes = "".join(token.code for token in tokens)
    found: list[tuple[int, int, Meaning]] = []
    at = 0
    while at < len(tokens):
        match = None if codes[at] in _IDLE else _longest(tokens, codes, at)
        if match is None:
            at += 1
            continue
        found.append((at, *match))
        at = match[0]
    return found


def _longest(tokens: Sequence[TimeToken], codes: str, at: int) -> tuple[int, Meaning] | None:
    """The longest expression that begins at a token: where it ends (exclusive), what it means."""
    window = codes[at : at + _LONGEST]
    ends = []
    for order, rule in enumerate(RULES):
        if match := rule.pattern.match(window):
            ends.append((-match.end(), order, rule))
    for size, _, rule in sorted(ends, key=lambda row: row[:2]):
        end = at - size
        meaning = rule.make(_by_type(tokens[at:end]))
        if meaning is not None and _plausible(tokens, codes, at, end):
            return end, meaning
    return None


def _by_type(tokens: Sequence[TimeToken]) -> Found:
    found: Found = {}
    for token in tokens:
        found.setdefault(token.code, []).append(token)
    return found


def _plausible(tokens: Sequence[TimeToken], codes: str, at: int, end: int) -> bool:
    """False for figures, verbs and names that only look like a date."""
    span = codes[at:end]
    before = codes[at - 1] if at else "|"
    after = tokens[end] if end < len(tokens) else None
    if span == "Y":
        return _is_year(tokens, codes, at)
    if span == "M" and tokens[at].low in _DOUBTFUL_MONTHS:
        beside = codes[end : end + 1] in ("D", "Y")
        return beside or (before in _BEFORE_MONTH and before not in "t|")
    if span[-1:] in ("u", "q") and after is not None:
        if after.low == "old" or (after.code == "-" and tokens[end + 1 : end + 2] and
                                  tokens[end + 1].low == "old"):  # fmt: skip
            return False
        if span in ("Aq", "Au") and (after.code == "o" or (before in "x" and span == "Aq")):
            return False
    if span == "u":
        return at > 0 and tokens[at - 1].low in ("for", "in", "within", "over")
    if span == "Qq" or span == "Dq":
        return codes[end : end + 1] != "o"
    # "3 May be", "on 5 March they": a figure that ends a longer number is no day
    return not (span[:1] == "D" and before == "-" and at > 1 and codes[at - 2] in "DYQ")


def _is_year(tokens: Sequence[TimeToken], codes: str, at: int) -> bool:
    year = int(tokens[at].low)
    before = codes[at - 1] if at else "|"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (after.low in _PEOPLE or after.code in ("u", "q")):
        return False
    if (before in _BEFORE_YEAR and before != "A") or before == "M":
        return year >= (1600 if before in "is" else 1900)
    return before in "Axe,-" and year >= 1900 and (before != "x" or _after_noun(tokens, at))


def _after_noun(tokens: Sequence[TimeToken], at: int) -> bool:
    """ "In fiscal 1989", "its 2019 report", "summer 2004": no figure of people follows a verb."""
    return tokens[at - 1].low in (
        "fiscal", "its", "his", "her", "their", "election", "back", "only", "year", "circa",
        "elections", "our", "my", "whose", "was", "november",
    ) or tokens[at - 1].low.endswith("'s")  # fmt: skip


def _merged(
    tokens: Sequence[TimeToken], found: Sequence[tuple[int, int, Meaning]]
) -> list[tuple[int, int, Meaning]]:
    """ "Between X and Y", "from X to Y" as one range."""
    out: list[tuple[int, int, Meaning]] = []
    for row in found:
        if out and (merged := _range(tokens, out[-1], row)):
            out[-1] = merged
        else:
            out.append(row)
    return out


def _range(
    tokens: Sequence[TimeToken], left: tuple[int, int, Meaning], right: tuple[int, int, Meaning]
) -> tuple[int, int, Meaning] | None:
    start, middle, end = left[0], left[1], right[1]
    if right[0] != middle + 1 or not start:
        return None
    opens, joins = tokens[start - 1].low, tokens[middle].low
    if (opens, joins) not in (
        ("between", "and"), ("from", "to"), ("from", "until"), ("from", "through"),
        ("from", "till"),
    ):  # fmt: skip
        return None
    first, last = left[2], right[2]
    plain = first.type == last.type == "date" and "/" not in first.value + last.value
    if not plain or first.value[:1] in "@~P" or last.value[:1] in "@~P":
        return None
    value = first.value
    of_year = value.startswith("<XXXX-") and "WXX" not in value and last.value[:4].isdigit()
    if first.open_direction and of_year:
        value = last.value[:4] + value[5:]
    opened = first.open_direction and value.startswith("<")
    return start, end, Meaning("date", f"{value}/{last.value}", opened or last.open_direction)


def _mark(tokens: Sequence[TimeToken], at: int, end: int, meaning: Meaning) -> TimeMark:
    value = meaning.value
    if meaning.open_direction and _future(tokens, at, end):
        value = value.replace("<", ">")
    then = [token.low for token in tokens[end : end + 2]] == [",", "when"]  # "since May, when"
    if at and tokens[at - 1].low == "since" and meaning.type == "date" and not then:
        value += "|SINCE"
    start, stop = tokens[at].start, tokens[end - 1].end
    return TimeMark(start, stop, meaning.type, value, None, "none")


def _future(tokens: Sequence[TimeToken], at: int, end: int) -> bool:
    """Whether the nearest verb of the sentence, first to the left, speaks of what is to come."""
    words_before = [t.low for t in tokens[max(0, at - 6) : at]]
    if words_before[-1:] == ["by"]:
        near = {*words_before, *(t.low for t in tokens[end : end + _CLAUSE])}
        return not {"had", "have", "has"} & near
    if tokens[at].low in ("soon", "early") and tokens[at - 1].low == "as":
        return True
    left = tokens[max(0, at - _CLAUSE) : at][::-1]
    for row in (left, tokens[end : end + _CLAUSE]):
        for token in row:
            if token.code == "|":
                break
            if token.low in _FUTURE or token.low.endswith("'ll"):
                return True
            if token.low in _FUTURE_LEFT and row is left:
                return True
            if token.low in _PAST or (token.code == "x" and token.low.endswith("ed")):
                return False
    return False
