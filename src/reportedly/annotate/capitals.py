"""Texts printed in capitals, where the letters no longer tell a name from a word.

"IS", "LET", "FACT" and "ANA" in such a text are words, or parts of other names. A name of one short
word needs another sign there: its definition in the report, or a country of the actor's that the
report names.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.lexicon import MONTHS, listed
from reportedly.plugins import Names
from reportedly.records import Actor, Annotated

_AROUND = 150  # characters on either side that tell how a passage is printed
_MOSTLY = 0.9  # of its letters are capitals
_SHORT = 5  # letters
# Words of English, and of Spanish and Portuguese names, that abbreviate some group's name too.
_WORDS = listed(
    "is let far fact as it in an at be by do go he if me my no of on or so to up us we act aid aim "
    "all and any are arm bad bar can cap cut did end eta fan few for fan had has her him his how "
    "its lab law led left may men met new not now off one our out own pan pay per ran red sad sat "
    "saw set she sun the too two use van war was way who why win won yes you ana san mas luz paz "
    "rio sol del las los mar base best fire gain hope lead life list lord part plan role said seal "
    "sons star them they this unit will with"
)
_THE = re.compile(r"^(?:the|THE|The)\s+")
_SHOUTED = re.compile(r" [A-Z]{2,}\b")  # "IS ANYBODY THERE"
_DAY = re.compile(rf"\d+\s+(?:{'|'.join(MONTHS)})", re.IGNORECASE)  # "on 17 November"
_GROUP = re.compile(
    r"\s+(?:group|organi[sz]ation|movement|militants?|terror\w*|guerr\w+)", re.IGNORECASE
)
_ARM = re.compile(r"\w?-?\d+\w?")  # "M-18": of a weapon
_WEAPON = re.compile(
    r"\s+(?:assault |automatic |anti-\w+ )?(?:mines?|rifles?|grenades?|missiles?|guns?|carbines?|"
    r"machine[ -]?guns?|pistols?|launchers?|tanks?|mortars?|explosives?|rounds?|bombs?)\b",
    re.IGNORECASE,
)


class Capitals:
    """Whether a name found in a report is one, where the report is printed in capitals."""

    def __init__(self, annotated: Annotated, names: Names) -> None:
        self._text = annotated.report.text
        self._names = names
        places = [c for p in annotated.places for c in (p.place, *p.candidates)]
        self._countries = {place.country_code for place in places if place.country_code}

    def is_name(self, start: int, end: int, candidates: Sequence[Actor]) -> bool:
        """False for a word that only looks like the name of one of the candidates."""
        name = _THE.sub("", self._text[start:end])
        if _DAY.fullmatch(name) and not _GROUP.match(self._text, end):
            return False
        if _ARM.fullmatch(name) and _WEAPON.match(self._text, end):
            return False
        if " " in name or not name.isalpha() or not name.isupper():
            return True
        if not self._shouted(start, end):
            return name.lower() not in _WORDS or not _SHOUTED.match(self._text, end)
        if len(name) > _SHORT:
            return True
        if name.lower() in _WORDS:
            return self._defined(name)
        return self._defined(name) or any(
            self._countries.intersection(self._names.background(c.ref or "").countries)
            for c in candidates
        )

    def _shouted(self, start: int, end: int) -> bool:
        letters = [c for c in self._text[max(0, start - _AROUND) : end + _AROUND] if c.isalpha()]
        return sum(map(str.isupper, letters)) >= _MOSTLY * len(letters)

    def _defined(self, name: str) -> bool:
        """True if the report gives the name in brackets, after what it stands for."""
        return re.search(rf"[\w’'] [\[(](?:THE )?{re.escape(name)}[\])]", self._text) is not None
