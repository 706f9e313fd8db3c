"""False friends of time: figures, verbs and names that only look like a date or a duration."""

from collections.abc import Sequence

from reportedly.annotate.lexicon import listed
from reportedly.annotate.time_tokens import TimeToken

# Verbs and given names as well as months: a month needs a word of time beside it.
_DOUBTFUL_MONTHS = frozenset({"may", "march", "april", "june", "august"})
_BEFORE_YEAR = frozenset("isUXZtoaBbfnc(")
_BEFORE_MONTH = frozenset("isUXZBatLNTov,-fbe")
_COUNTED = listed(
    "people men women troops soldiers civilians dead miles km metres dollars feet tons others "
    "refugees prisoners casualties deaths votes shares points euros pounds kilometres kilometers "
    "meters members police villagers workers children rebels fighters homes houses wounded "
    "percent per students tanks aircraft cases employees jobs families"
)
_BEFORE_BARE = listed("than nearly almost only just lasted spent took lasting another until")
_OVER = listed("over during for throughout within past")
_QUARTERLY = listed("in for during throughout through over")
_LASTING = listed("for in within over after following")
_RATED = frozenset("Au Aq".split())
_YEAR_VERBS = listed("was were saw also marked brought began ended is has would had and")
_SEASONAL = listed("offensive offensives campaign campaigns fighting election elections")
_GAMES = listed("olympics olympic games paralympics")
_VICTIMS = listed("killed wounded injured than least")
_EARLIEST, _LATEST = 1900, 2040  # of years that stand where a count might
_AFTER_PAST = listed(
    "i you he she it we they who that this there has have had was were is are would could did not"
)
_OLD = listed("old older young younger")


def plausible(tokens: Sequence[TimeToken], codes: str, at: int, end: int) -> bool:
    """False for figures, verbs and names that only look like an expression of time."""
    span = codes[at:end]
    before = codes[at - 1] if at else "|"
    after = tokens[end] if end < len(tokens) else None
    if span == "Y":
        return _is_year(tokens, codes, at)
    if span == "Tu" and tokens[at + 1].low == "day" and at and tokens[at - 1].low == "to":
        return False  # "to this day"
    if codes[at] == "N" and tokens[at].low == "following":  # "following Tuesday's vote"
        return span[1:] in ("u", "P")
    if span[0] in "TR" and _is_programme(tokens, at, end):
        return False
    if span[-1:] == "C" and tokens[end - 1].low == "ahead" and codes[end : end + 1] == "o":
        return False  # "two days ahead of the vote"
    if span[-1:] == "e" and tokens[end - 1].low == "prior" and after and after.low == "to":
        return False
    if span == "M":
        return _is_month(tokens, codes, at)
    if span == "J":
        return _is_holiday(tokens, at, before)
    if span in ("S", "tS"):
        return _is_season(tokens, at, end, before)
    if span[:2] == "tu" and span[2:] in ("b", "f") and tokens[at + 1].low not in ("day", "night"):
        return codes[end : end + 1] in ("|", ",", "")
    if span[-1:] in ("u", "q"):
        return _is_span(tokens, codes, at, end)
    if span == "P":
        low = tokens[at].low
        return low == "overnight" or (low == "night" and at > 0 and tokens[at - 1].low == "at")
    if span == "tP":
        return before == "i" and tokens[at + 1].low != "overnight"
    if span == "tL":  # "in the past it was so", not "in the past season"
        return codes[end : end + 1] != "x" or (before == "i" and tokens[end].low in _AFTER_PAST)
    if span == "V":  # "the daily Herald"
        return after is None or not (after.code == "x" and after.text[:1].isupper())
    if span in ("T", "F"):
        return after is not None and after.code in "xaQ"  # "the current and future rulers"
    if span == "NP":
        return tokens[at].low in ("next", "following")
    # "3 May be", "on 5 March they": a figure that ends a longer number is no day
    return not (span[:1] == "D" and before == "-" and at > 1 and codes[at - 2] in "DYQ")


def _is_programme(tokens: Sequence[TimeToken], at: int, end: int) -> bool:
    """ "CBS This Morning", "the Today show"; "Today" may also begin a sentence."""
    if not tokens[at].text.istitle():
        return False
    if tokens[at].code == "T":
        return tokens[end - 1].text.istitle() and end - at > 1
    after = tokens[end].low if end < len(tokens) else ""
    return after == "show" or (at > 0 and tokens[at - 1].text[-1:].isalpha())


def _is_month(tokens: Sequence[TimeToken], codes: str, at: int) -> bool:
    if tokens[at].low not in _DOUBTFUL_MONTHS:
        return True
    before = codes[at - 1] if at else "|"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before == "," and after is not None:  # "the premier, May said"
        return after.code in ",|DYaUo"
    if before in "tA" and after is not None:  # "a March agreement", not "the March on Rome"
        return after.code == "x" and after.text.islower()
    return codes[at + 1 : at + 2] in ("D", "Y") or (before in _BEFORE_MONTH and before not in "t|")


def _is_holiday(tokens: Sequence[TimeToken], at: int, before: str) -> bool:
    """ "By Christmas", not "a Christmas market"."""
    low, after = tokens[at].low, tokens[at + 1] if at + 1 < len(tokens) else None
    if " " in low:  # "Christmas Eve", "Good Friday"
        return True
    noun = after is not None and after.code == "x" and after.text.islower()
    return before in "isUbfLNT|" and not noun


def _is_season(tokens: Sequence[TimeToken], at: int, end: int, before: str) -> bool:
    """ "In the fall" of a year, not of a town; "in spring", but "springs" and "fall" no bare."""
    name, after = tokens[end - 1].low, tokens[end].low if end < len(tokens) else ""
    if after in _SEASONAL and name != "fall":
        return True
    if after in _GAMES:
        return False
    if at and tokens[at - 1].low in ("spent", "spend", "spending"):
        return end - at > 1
    if before not in "isUXZbf" or (before == "U" and tokens[at - 1].low == "to"):
        return False
    if name == "fall":
        return end - at > 1 and after != "of" and tokens[at - 1].low in ("in", "during", "by")
    return after != "of"


def _is_span(tokens: Sequence[TimeToken], codes: str, at: int, end: int) -> bool:
    span = codes[at:end]
    before = tokens[at - 1] if at else None
    after = codes[end : end + 1]
    if _is_age(tokens, end):
        return False
    if before is not None and before.low == "as" and tokens[at].low == "many":  # "in as many days"
        return False
    if span in _RATED:
        return _is_one_unit(tokens, at, end, before, after)
    if span == "u":
        lasting = before is not None and before.low in _LASTING
        return (
            lasting
            or after in ("g", "e", "l", "b", "f")
            or (
                after == "o"
                and before is not None
                and before.code == "x"
                and before.text[-1:] in "sd"
            )
        )
    if span in ("Lu", "Nu", "Lq", "Nq") and before is not None and before.code == "t":
        return after != "o"  # "the last week of March" is not last week
    if span == "tLu":
        over = before is not None and before.low in _OVER
        last = tokens[at + 1].low == "last"  # "the last day of March"
        return tokens[end - 1].low[-1:] == "s" or (after != "o" and (over or not last))
    if span == "tq":  # not the quarter of a town
        return before is not None and before.low in _QUARTERLY and after != "o"
    if span in ("Qq", "Dq", "Q-q", "D-q"):
        return after != "o" and tokens[end - 1].low != "quarters"
    if span in ("tu", "tIu", "tju", "tjIu"):
        of = tokens[end - 1].low in ("week", "month")  # "the flavour of the week"
        return (
            before is not None
            and before.code in ("iUsbf" if of else "iUsbfo")
            and after not in ("o", "n")
        )
    return True


def _is_age(tokens: Sequence[TimeToken], end: int) -> bool:
    """ "61-year-old", "61 years old"."""
    after = tokens[end : end + 2]
    if after and after[0].code == "-":
        after = after[1:]
    return bool(after) and after[0].low in _OLD


def _is_one_unit(
    tokens: Sequence[TimeToken], at: int, end: int, before: TimeToken | None, after: str
) -> bool:
    """ "Within a week", not "three flights a week" nor "a quarter of them"."""
    unit = tokens[end - 1]
    if (after == "o" and unit.code == "q") or before is None:
        return False
    if after in ("b", "f", "l", "e", "g"):
        return True
    if unit.code == "q":
        return before.code == "i" and before.low not in ("about", "around", "as", "by")
    return before.code == "i" or before.low in _BEFORE_BARE or before.code in "bf"


def _is_year(tokens: Sequence[TimeToken], codes: str, at: int) -> bool:
    year = int(tokens[at].low)
    before = codes[at - 1] if at else "|"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (after.low in _COUNTED or after.code in ("u", "q")):
        return False
    if before in _BEFORE_YEAR or before == "M":
        return year >= (1200 if before in "isUbfoXZ" else _EARLIEST)
    if not _EARLIEST <= year <= _LATEST:
        return before == "|" and (after is None or after.code == "|")  # a heading
    if before == "|":
        opens = after is not None and (after.low in _YEAR_VERBS or _of_a_year(after, year))
        return after is None or after.code in "|" or opens
    return before in "A,-JSn" or (before == "x" and _after_noun(tokens[at - 1], year))


def _of_a_year(after: TimeToken, year: int) -> bool:
    """ "1998 sales were poor": what a sentence opens with is hardly a count, unless of victims."""
    return year % 100 != 0 and after.text.islower() and after.low not in _VICTIMS


def _after_noun(before: TimeToken, year: int) -> bool:
    """ "Its 2019 report", "the failed 2004 campaign"; a round figure there may be a count."""
    if before.low in ("its", "his", "her", "their", "our", "my", "whose", "year"):
        return True
    return year % 100 != 0 and before.low not in _VICTIMS
