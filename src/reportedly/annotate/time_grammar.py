"""The grammar of time expressions: what a row of typed words means before any date is known.

A rule is a pattern over the one-letter types of :mod:`reportedly.annotate.time_tokens` and a
function of :mod:`reportedly.annotate.time_meanings` that writes the meaning down.
Meanings are TIMEX3 values where nothing is missing; else:

==================  =====================================================================
``<XXXX-WXX-5``     the last Friday up to the day of publication (``>``: the next one)
``<XXXX-WXX-5-04``  the last Friday that was the fourth of its month
``<XXXX-03-15``     the last 15 March; ``<XXXX-03`` the last March
``@-P3D``           three days before publication; ``@+P1W`` next week; ``@=P1Y`` this year
``@<P6M``           the six months up to publication; ``@>P6M`` those to come
``~-P1D``           the day before the date spoken of; ``~+P2D``; ``~=P1D`` that day
==================  =====================================================================

followed by ``|START``, ``|MID``, ``|END`` for "early", "mid" and "late", by ``|OF-1Y`` or
``|OF-1W`` for "of last year" and "of last week", and by ``TMO`` and the like for parts of the day.
:mod:`reportedly.resolve.dates` supplies what is missing.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.annotate import time_meanings as say
from reportedly.annotate import time_spans as spans
from reportedly.annotate.time_meanings import Maker


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    make: Maker


_ANY_MONTH, _WD, _HOW_MANY = "[Mm]", "(?:[Ww],?)", "(?:A?[QDY]{1,3}o?|A)"
RULES: Sequence[Rule] = tuple(
    Rule(re.compile(pattern), make)
    for pattern, make in (
        (rf"P?{_WD}?P?,?i?{_ANY_MONTH}D,?Y", say.full),
        (rf"{_WD}?P?t?Do?{_ANY_MONTH},?o?Y", say.full),
        ("d", say.iso),
        (rf"(?:BDa|sDU)D{_ANY_MONTH}(?:,?Y)?", say.days),
        (rf"D-D{_ANY_MONTH}Y?|{_ANY_MONTH}D-D(?:,?Y)?", say.days),
        (rf"(?:tXo|X-?)?{_ANY_MONTH}D?,?o?[LNT]u|Do?{_ANY_MONTH},?o?[LNT]u", say.month_of_a_year),
        (r"WP?,?o?[LNT]u|[LNT]uWP?", say.weekday_of_a_week),
        (rf"{_WD}?P?,?i?{_ANY_MONTH}D(?![-]u)|{_WD}?P?t?Do?{_ANY_MONTH}", say.day_of_month),
        (rf"(?:tXo|Xo|X-?)?{_ANY_MONTH},?o?Y", say.month_year),
        (r"M(?:-|U|a)MY|MY(?:-|U|a)MY", say.months),
        (r"(?:tXo|X-?)M|[LNT]M|M", say.bare_month),
        (r"Y-(?:Y|D)", say.years),
        (r"(?:t?Xo|X-?)?Y", say.only_year),
        (r"(?:tXo|X-?)?z", say.decade),
        (r"(?:X-?)?So?Y|[LNT](?:X-?)?S", say.season),
        (r"O-?q(?:o?Y)?", say.quarter),
        (r"[LNT]?W(?:X?P)?|XW(?:P)?", say.on_weekday),
        # "Friday the fourth", but not "on Friday the second blast"
        (r"W,?t[DO](?=[,|]|$)", say.weekday_and_day),
        (r"RP?", spans.relative_day),
        (r"[TL]P", spans.part_of_day),
        (r"P", spans.overnight),
        (rf"{_HOW_MANY}-?[uq]g", spans.ago),
        (rf"{_HOW_MANY}-?[uq](?:[el]|[bf](?=t?(?:[MmWd]|Do?[Mm])))", spans.shifted),
        (r"tu[bf](?!t?[MmDWdAY])", spans.day_before),
        (r"tN[uq]", spans.following),
        (r"tL[uq]", spans.previous),
        (r"n{1,2}u|tnu", spans.that),
        (r"(?:X)?[LNT][uq]", spans.this_unit),
        (r"t?[LN][QD]{1,3}[uq]|tL[uq]", spans.past_units),
        (r"Fu", spans.recent_units),
        (rf"{_HOW_MANY}-?[uq]", spans.duration),
        (r"t?(?:X-?)?[OD]u", say.century),
        (r"u", spans.units),
        (r"V", spans.frequency),
        (r"v[QDO]?(?:u|W)", spans.repeated),
        (rf"H(?:i?{_WD})?|HR|{_WD}i?H|Ri?H|H(?:i){_ANY_MONTH}D(?:,?Y)?", say.clock),
        (r"G", say.reference),
    )
)
