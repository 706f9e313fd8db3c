"""Cuts the words that a reader cites down to the noun phrases that MUC-4 asks for. Offsets stay.

A reader cites "at least 12 peasants were wounded" or "Ana Ruiz, a judge, was shot" as a whole; the
benchmark wants PEASANTS, and ANA RUIZ with JUDGE beside it.
"""

import re
from dataclasses import dataclass

from bench.quality.muc4.template import Mention
from reportedly.records import Evidence

_OUTCOME = (
    r"killed|murdered|assassinated|wounded|injured|hurt|dead|died|kidnapped|abducted|slain|seized|"
    r"taken|missing|freed|released|shot|massacred|executed|slaughtered|hit"
)
_START = re.compile(
    rf"(?:(?:{_OUTCOME}|death of|murder of|assassination of|kidnapping of|killing of?|wounding|injur"
    r"ing|(?:kill|wound|injur|leav|kidnapp|murder|assassinat)\w*|left|the|an?|and|at least|more than|"
    r"over|about|some|around|approximately|nearly|up to|other|another|several|seriously|slightly|"
    r"(?:at )?(?:most|fewer|less)(?: than)?|lives of|bodies of|body of|by|of|in|to|with|\d[\d,.]*|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|scores|one|"
    r"unidentified|his|her|its|their|these|those|this|that|both|all)\s+)+",
    re.IGNORECASE,
)
_STOP = re.compile(
    rf"\s+(?:(?:who|which|that|when|where|while|as|was|were|is|are|has|have|had|been|being|being|in|"
    rf"on|at|by|during|after|before|with|from|because|and|or|but|also|for|to|{_OUTCOME}|"
    r"seriously|slightly|later|today|yesterday)\b)|\s*[;:().\"]|\s*--",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:[A-Z][\w'-]+|[A-Z]\.)(?:\s+(?:de|del|la|las|los|y|von|van|da)\b)*\s+)*[A-Z][\w'-]+\Z"
)
_TITLE = re.compile(
    r"(?:(?:(?:former|first|second|retired|vice|acting|deputy|chief|prime)\s+)?(?:president|vice pres"
    r"ident|senator|deputy|mayor|governor|minister|judge|justice|magistrate|general|colonel|lieuten"
    r"ant|captain|major|sergeant|corporal|commander|director|doctor|dr|mr|mrs|ms|msgr|monsignor|fat"
    r"her|rev|reverend|bishop|archbishop|priest|sister|brother|professor|engineer|attorney|lawyer|"
    r"ambassador|consul|congressman|councilman|candidate|leader|journalist|citizen|col|gen|lt|sgt|"
    r"capt|maj|bodyguard|driver|businessman|businesswoman|student|peasant|worker|policeman|teacher|"
    r"secretary|industrialist|rector|officer|agent)\.?\s+)+",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s+(?:(?:an?|the|who was an?)\s+)?(?P<what>[a-z][^,;:.()]{2,80})")
_AGE = re.compile(r"\d+(?:[ -]years?(?:[ -]old)?)?\Z", re.IGNORECASE)
_FIRST = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody as a phrase tells of them: a name, a description, or both."""

    name: Mention | None
    description: Mention | None


def told(evidence: Evidence, text: str, group: str | None) -> Told | None:
    """Whom the evidence tells of; None where nothing is left but the outcome.

    ``group``: the counted noun where the reader has cut it out already.
    """
    start, end = core(evidence.quote)
    if start >= end:
        return None
    phrase = evidence.quote[start:end]
    base = evidence.start + start
    title = _TITLE.match(phrase)
    rest = title.end() if title else 0
    comma = phrase.find(",")
    stop = comma if comma > 0 else len(phrase)
    if _NAME.match(phrase[rest:stop]) is None:
        if group and title is None and comma > 0:
            phrase = phrase[:comma]
        return Told(None, mention(text, base, base + len(phrase)))
    apposed = _APPOSED.match(evidence.quote, start + stop)
    about = mention(text, base, base + rest) if title else None
    if about is None and apposed is not None and not _AGE.match(apposed["what"]):
        left, right = apposed.span("what")
        cut = _STOP.search(apposed["what"])
        right = left + cut.start() if cut and cut.start() > 0 else right
        about = mention(text, evidence.start + left, evidence.start + right)
    return Told(mention(text, base + rest, base + stop), about)


def core(quote: str) -> tuple[int, int]:
    """Where the noun phrase of a citation starts and ends, without number, article and verb."""
    found = _START.match(quote)
    start = found.end() if found else 0
    stop = _STOP.search(quote, start)
    end = stop.start() if stop else len(quote)
    return start, end


def mention(text: str, start: int, end: int) -> Mention:
    """The words there, without space or comma at either end."""
    while start < end and not _FIRST.match(text[start]):
        start += 1
    while end > start and not (_FIRST.match(text[end - 1]) or text[end - 1] == "."):
        end -= 1
    return Mention(start, end, text[start:end])
