"""Rules that publish one number."""

from collections import Counter
from collections.abc import Mapping

from reportedly.codebook import Codebook
from reportedly.reconcile.rules.choice import (
    VAGUE,
    Choice,
    Figures,
    chosen,
    numbers,
    one_number,
    others,
    voices,
)
from reportedly.reconcile.words import Word
from reportedly.records import Bound, Count

# What ACLED's practice puts for a vague word that is not in the codebook as such ("some dozens").
_ACLED_BY_BOUND: Mapping[Bound, int] = {"dozens": 12, "several": 3}


def acled(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The most conservative figure; a vague word counts as the codebook's number for it.

    ACLED, FAQ on fatalities: "the most conservative"; tens 10, dozens 12, hundreds 100.
    """
    if not figures:
        return None

    def number_of(word: Word[Count]) -> int:
        return _acled_number(word.value, codebook)

    least = min(figures, key=number_of)
    number = number_of(least)
    basis = tuple(word for word in figures if number_of(word) == number)
    because = f"{number} is the most conservative figure of {voices(figures)} ({least.voice.name})"
    value = Count(number, number, number, one_number(least).bound)
    return Choice(value, basis, others(figures, basis), because)


def _acled_number(count: Count, codebook: Codebook) -> int:
    if count.bound not in VAGUE:
        return count.figure
    for vague in codebook.vague_numbers.values():
        if (vague.low, vague.high, vague.bound) == (count.low, count.high, count.bound):
            return vague.acled
    return _ACLED_BY_BOUND[count.bound]


def gtd(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The most recent figure of a voice other than the perpetrator's; no number for vague words.

    GTD codebook (START): most recent independent source; else the majority; else the lowest.
    """
    usable = [word for word in numbers(figures) if not word.voice.perpetrator]
    if not usable:
        return None
    day = max(word.day for word in usable)
    recent = [word for word in usable if word.day == day]
    told = _most_common_then_lowest(recent)
    number = told.value.figure
    because = f"{number} is the most recent independent figure ({told.voice.name})"
    if len(recent) > 1:
        because = (
            f"{number} is the most common, else the lowest, of the {len(recent)} latest figures"
        )
    return chosen(one_number(told), figures, because, number)


def aoav(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The figure told in most detail, of equally detailed ones the most recent, then the lowest.

    AOAV (Action on Armed Violence), Explosive Violence Monitor, methodology: the most detailed or
    most recent source; a word such as "several" is not recorded. Detail is how many groups of
    people a voice tells apart.
    """
    usable = numbers(figures)
    if not usable:
        return None
    told = max(usable, key=lambda word: (word.detail, word.day, -word.value.figure))
    number = told.value.figure
    if told.detail > min(word.detail for word in usable):
        why = "comes with the most detail"
    elif told.day > min(word.day for word in usable):
        why = "is the most recent of equally detailed figures"
    else:
        why = "is the lowest of equally detailed and recent figures"
    if {word.value.figure for word in usable} == {number}:
        why = f"is the only figure of {voices(usable)}"
    return chosen(one_number(told), figures, f"{number} {why} ({told.voice.name})", number)


def latest(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The figure published last, whoever gave it; of one day's the most common, then the lowest.

    What ACLED and UCDP do when they revise an event from later reports (Hegre et al. 2020), without
    a judgement of who is reliable. A vague word stands, as the range it allows, only where nobody
    gives a number.
    """
    usable = numbers(figures) or list(figures)
    if not usable:
        return None
    day = max(word.day for word in usable)
    recent = [word for word in usable if word.day == day]
    told = _most_common_then_lowest(recent)
    on = f" on {told.on}" if told.on else ""
    because = f"{told.value.figure} was published last{on} ({told.voice.name})"
    if len(recent) > 1:
        because = f"{told.value.figure} is the most common, else the lowest, of those published{on}"
    vague = told.value.bound in VAGUE or told.value.bound == "up_to"
    value = told.value if vague else one_number(told)
    return chosen(value, figures, because, told.value.figure)


def majority(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The figure that most independent voices give; of equally common ones the lowest.

    Every Casualty, Standards for Casualty Recording (2016), p. 25.
    """
    usable = numbers(figures)
    if not usable:
        return None
    told = _most_common_then_lowest(usable)
    number = told.value.figure
    behind = sum(word.value.figure == number for word in usable)
    because = f"{number} has the support of {behind} of {voices(figures)}"
    common = Counter(word.value.figure for word in usable)
    if list(common.values()).count(behind) > 1:
        because += " and is the lowest of the figures with as many"
    return chosen(one_number(told), figures, because, number)


def _most_common_then_lowest(figures: Figures) -> Word[Count]:
    """The first word with that figure."""
    support = Counter(word.value.figure for word in figures)
    return max(figures, key=lambda word: (support[word.value.figure], -word.value.figure))
