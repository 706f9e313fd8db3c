"""The words of time, by the type that :mod:`reportedly.annotate.time_tokens` gives them."""

from reportedly.annotate.lexicon import listed

LASTING = {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y"}
LASTING = {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y",
           "decadelong": "P10Y"}  # fmt: skip
UNITS = {
    "second": "S", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W",
    "fortnight": "F", "weekend": "E", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
    "centuries": "CE", "quarter": "Q",
}  # fmt: skip
_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_COUNTING.split())} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
VAGUE = listed("several few many some couple dozens hundreds thousands numerous countless")
_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: value for value, word in enumerate(_NTH.split(), 1)} | {"thirtieth": 30}
DECADES = {
    f"{word}ies": value
    for word, value in {
        "twent": 192, "thirt": 193, "fort": 194, "fift": 195, "sixt": 196, "sevent": 197,
        "eight": 198, "ninet": 199,
    }.items()
}  # fmt: skip
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
    "dawn": "MO", "dusk": "EV", "overnight": "NI", "daybreak": "MO", "nightfall": "NI",
    "sunrise": "MO", "sunset": "EV",
    "mornings": "MO", "afternoons": "AF", "evenings": "EV",
}  # fmt: skip
FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
MODS = {"early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
        "late": "END", "latter": "END", "end": "END"}  # fmt: skip
ANCIENT = listed("bc bce b.c b.c.e")
REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF",
    "current": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "these days": "PRESENT_REF", "at present": "PRESENT_REF", "at the moment": "PRESENT_REF",
    "present day": "PRESENT_REF", "recently": "PAST_REF", "lately": "PAST_REF",
    "recent": "PAST_REF", "the recent past": "PAST_REF", "the distant past": "PAST_REF",
    "long ago": "PAST_REF", "some time ago": "PAST_REF", "a while ago": "PAST_REF",
    "not long ago": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF", "the near term": "FUTURE_REF",
}  # fmt: skip
TYPES: dict[str, str] = {
    **dict.fromkeys(PARTS, "P"), **dict.fromkeys(SEASONS, "S"), **dict.fromkeys(NUMBERS, "Q"),
    **dict.fromkeys(VAGUE, "Q"), **dict.fromkeys(ORDINALS, "O"),
    **dict.fromkeys(REFERENCES, "G"), **dict.fromkeys(ANCIENT, "E"),
    **dict.fromkeys(("last", "past", "previous", "preceding"), "L"),
    **dict.fromkeys(("next", "coming", "following", "upcoming", "subsequent"), "N"),
    **dict.fromkeys(("this", "current"), "T"), "recent": "F", "ago": "g", "earlier": "e",
    "later": "l", "before": "b", "after": "f", "afterwards": "l", "afterward": "l", "prior": "e",
    **dict.fromkeys(("hence", "ahead"), "C"),
    **dict.fromkeys(("early", "mid", "late", "latter"), "X"),
    **dict.fromkeys(("beginning", "start", "middle", "end", "close", "course", "rest",
                     "remainder"), "Z"),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "R"),
    **dict.fromkeys(("noon", "midnight"), "H"), **dict.fromkeys(("every", "each"), "v"),
    **dict.fromkeys((*FREQUENCIES, *LASTING), "V"), "long": "0",
    "the": "t", "of": "o", "between": "B", "and": "a",
    "or": "a", "a": "A", "an": "A", "fiscal": "I", "half": "h", "latest": "c", "another": "j",
    "period": "r", "weekends": "V", "weekdays": "V",
    **dict.fromkeys(("more", "additional", "full", "consecutive", "straight", "further", "extra",
                     "whole", "entire"), "j"),
    **dict.fromkeys(("once", "twice", "times"), "k"), "per": "p",
    **dict.fromkeys(("since", "from"), "s"),
    **dict.fromkeys(("until", "till", "to", "by", "through"), "U"),
    **dict.fromkeys(("that", "same", "those"), "n"),
    **dict.fromkeys(("in", "on", "at", "during", "over", "for", "within", "throughout", "around",
                     "about", "as", "into", "towards", "circa"), "i"),
}  # fmt: skip
for _unit in UNITS:
    TYPES.setdefault(_unit, "q" if _unit == "quarter" else "u")
    if _unit not in ("century", "centuries"):
        TYPES.setdefault(f"{_unit}s", "q" if _unit == "quarter" else "u")
TYPES["second"] = "O"
