"""The grammar of time expressions: what a row of typed words means before any date is known.

A rule is a pattern over the one-letter types of :mod:`reportedly.annotate.time_tokens` and a
function that writes the meaning down. Meanings are TIMEX3 values where nothing is missing; else:

==================  =====================================================================
``<XXXX-WXX-5``     the last Friday up to the day of publication (``>``: the next one)
``<XXXX-WXX-5-04``  the last Friday that was the fourth of its month
``<XXXX-03-15``     the last 15 March; ``<XXXX-03`` the last March; ``<XXXX-SU``, ``<XXXX-Q3``
``@-P3D``           three days before publication; ``@+P1W`` next week; ``@=P1Y`` this year
``@<P6M``           the six months up to publication; ``@>P6M`` those to come
``~-P1D``           the day before the date spoken of; ``~+P2D``; ``~=P1D`` that day
==================  =====================================================================

followed by ``|START``, ``|MID``, ``|END`` for "early", "mid" and "late", by ``|OF-1Y`` or
``|OF-1W`` for "of last year" and "of last week" (``|OF~``: of the year spoken of), and by
``|NEAR`` where no verb tells the tense, and by ``TMO`` and the like for parts of the day.
:mod:`reportedly.resolve.dates` supplies what is missing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportedly.annotate import time_hours as hours
from reportedly.annotate import time_meanings as say
from reportedly.annotate import time_periods as periods
from reportedly.annotate import time_shifts as shifts
from reportedly.annotate import time_spans as spans
from reportedly.annotate.time_meanings import Maker

LONGEST = 12  # words in an expression


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    make: Maker


_M, _WD = "[Mm]", "(?:[Ww],?)"
_HOW_MANY = "(?:A?[QDY]{1,3}o?(?:-?a-?A-?h)?|A|[QD][aU-][QD])"
_MOD = "(?:tZo|tjo|X-?)"
_NIGHT_OF = "(?:(?:t?X?Pu?(?:o|i))?)"  # "the early morning hours of"
_OF_YEAR = "(?:o?(?:[LNT]u|t?n{1,2}u|t[NL]u))"
_DATED = "t?(?:[MmWdJY]|Do?[Mm])"
_THIS = "(?:[LNT]|t[LNT])"
RULES: Sequence[Rule] = tuple(
    Rule(re.compile(pattern), make)
    for pattern, make in (
        (rf"{_NIGHT_OF}P?{_WD}?P?,?i?{_M}D,?Y", say.full),
        (rf"{_NIGHT_OF}{_WD}?P?t?Do?{_M},?o?Y", say.full),
        ("d", say.iso),
        (rf"(?:BDa|sDU)D{_M}(?:,?Y)?", say.days),
        (rf"D[-a]D{_M}Y?|{_M}D-D(?:,?Y)?|{_M}D[aU]D(?=[,|iH]|$)", say.days),
        (rf"{_MOD}?{_M}D?,?{_OF_YEAR}|Do?{_M},?{_OF_YEAR}", say.month_of_a_year),
        (r"WP?,?o?[LNT]u|[LNT]uWP?", say.weekday_of_a_week),
        (
            rf"{_NIGHT_OF}{_WD}?P?,?i?[LN]?{_M}D(?![-]u)|{_NIGHT_OF}{_WD}?P?t?Do?{_M}",
            say.day_of_month,
        ),
        (rf"(?:{_MOD}|Zo)?{_M},?(?:o|it)?YE?", say.month_year),
        (r"M(?:-|U|a)MY|MY(?:-|U|a)MY", say.months),
        (rf"(?:{_MOD}|tuo)?M|[LNT](?:X-?)?M|Z-M|M", say.bare_month),
        (r"(?:tu)?Y-[YDQ]", periods.years),
        (r"(?:t?u|Iu?)?Y|(?:t?Zo|tjo|X-?|[elX]i)Y", periods.only_year),
        (rf"(?:{_MOD}|Zo)?[YQDy]E|(?:tZo)?y|E[DQY]", periods.era_year),
        (r"[YQDy][-U][YQDy]E", periods.era_years),
        (rf"t?(?:{_MOD}|Zo)?z", periods.decade),
        (r"t?X?ZozE?|t?zE", periods.decade),
        (
            rf"t?(?:Zot|X-?|Xit)?S(?:o|,)?YE?|{_THIS}(?:X-?)?S|X-?S|t?n{{1,2}}S|t(?:X-?)?S",
            periods.season,
        ),
        (rf"S(?:o|,)?{_OF_YEAR}|S", periods.season),
        (
            r"t?[TLN]?I?-?O-?I?-?q(?:,?o?(?:Y|[LNT]u|tI?u))?|tYOq|YOq|[LNT]uI?Oq|4(?:,?o?(?:Y|[LNT]u))?|Y4",
            periods.quarter,
        ),
        (r"t(?:u-[ge])O-?q|t?O-?q,?Au[ge]", periods.quarter),
        (
            r"t?n{1,2}[rq],?Au[ge]|tc?q|tcr|t?(?:u-[gbe]|e-u)[qr]?|t?Y[rq]|[LT]u[rq]|(?:tn?)?[rq],?o?[LT]u",
            periods.the_quarter,
        ),
        (r"tYO?[QD]u", periods.months_of_a_year),
        (r"t?[OLX]ho(?:I?Y|[LNT]u|tu)|[tTLN]u[OX]h", periods.half),
        (r"t?[OLX]hot?z", periods.half_of_a_decade),
        (r"O-h", periods.half_of_some_year),
        (r"t?J(?:,?Y|,?[LNT]u)?|[LNT]J(?:P)?", say.holiday),
        (r"(?:[LNT]|t[LN]|T[LN]|[el])?W(?:X?P)?|XWP?|t?Poi?W|Pi?W|Wu", say.on_weekday),
        # "Friday the fourth", but not "on Friday the second blast"
        (r"W,?t[DO](?=[,|]|$)", say.weekday_and_day),
        (r"[elX]?RP?", spans.relative_day),
        (rf"{_HOW_MANY}ug(?:R|Tu)", shifts.ago_to_the_day),
        (rf"{_HOW_MANY}ug,?W", shifts.weekday_of_weeks_ago),
        (r"AuaAhg", shifts.and_a_half_ago),
        (r"[elX]?[TL]P|t[TLN]?P|t?n{1,2}P|NP|P", hours.part_of_day),
        (rf"{_HOW_MANY}-?j?[uq]g|ug", shifts.ago),
        (rf"{_HOW_MANY}j?[uq]C", shifts.from_now),
        (r"(?:A?Q|)u[el]", shifts.vaguely_shifted),
        (rf"{_HOW_MANY}-?j?[uq](?:[el]|[bf](?={_DATED})|b(?=[|,]|$))", shifts.shifted),
        (r"t[uP][bf](?!t?[MmDWdAYRJ])", shifts.day_before),
        (r"tu(?:bL|fN)", shifts.before_last),
        (r"u-?ZY?", spans.year_end),
        (r"tu[bf]R", shifts.day_before_yesterday),
        (r"[elX]?t?N[uq]|tu[fN]", spans.following),
        (r"tLI?[uq]|teI?[uq]", spans.previous),
        (r"[elX]?n{1,2}u|[elX]?tn[uq]", spans.that),
        (r"t?[elX]?-?[LNT]I?[uq]|[elX]itu|t?Zo(?:T|t|L|N)[uq]", spans.this_unit),
        (r"tcI?u", spans.previous),
        (r"tOu", spans.first_units),
        (rf"(?:{_HOW_MANY}-?)?u-?0", spans.long_units),
        (r"tj?I?u", spans.the_unit),
        (
            r"t?[LNOc](?:[QD]{1,3}|[QD][aU][QD])[uq]|tL[uq]|t[QD]{1,2}[uq]|t[LN]Qo[uq]",
            spans.past_units,
        ),
        (r"F[uq]", spans.recent_units),
        (rf"{_HOW_MANY}-?j?-?[uq]", spans.duration),
        (r"tu-[ge][QD]u", spans.year_earlier_units),
        (r"hAu|A?h-u|Ahu|A?q-?u|A?qoAu", spans.part_of_unit),
        (r"AuaAh", spans.and_a_half),
        (r"j[uq]", spans.another),
        (r"t?(?:Zot?|X-?)?[OD]-?uE?", periods.century),
        (r"u", spans.units),
        (r"V", spans.frequency),
        (r"v[QDO]?(?:u|q|W|P)", spans.repeated),
        (rf"v(?:{_M}D|M|S)", periods.each_year),
        (r"(?:k|[QD]k)(?:A|v|p)u|pu", spans.times_a_unit),
        (r"[HD](?:it|T)P|HK?", hours.clock),
        (rf"{_WD}i{{0,2}}HK?|Ri{{0,2}}HK?", hours.clock),
        (rf"HK?,?i?{_WD}?{_M}D(?:,?Y)?|HK?,?i?[Ww]P?|HK?,?i?RP?", hours.clock),
        (r"G|[TF]|tL(?=[,|iaUbfx]|$)", spans.reference),
    )
)


@lru_cache(maxsize=1 << 16)
def readings(codes: str) -> tuple[tuple[int, Rule], ...]:
    """The rules that a row of types begins with: how many words each takes, the longest first."""
    found = []
    for order, rule in enumerate(RULES):
        if match := rule.pattern.match(codes):
            found.append((-match.end(), order, rule))
    return tuple((-size, rule) for size, _, rule in sorted(found, key=lambda row: row[:2]))
