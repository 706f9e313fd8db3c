"""Names as they are compared: without case, diacritics, hyphens, apostrophes, dots or article.

``al-Raqqa``, ``Ar Raqqah`` and ``Raqqa`` are spelled apart but typed for one place, so the index
holds more than one key for a name with an Arabic article (:func:`keys`); a look-up uses one
(:func:`fold`).
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ə": "a", "ħ": "h", "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, "ʿ": None,
        "ʾ": None, "`": None, "´": None, ".": None, "-": " ", "‐": " ", "‑": " ", "‒": " ",
        "–": " ", "—": " ", "―": " ", "_": " ", ",": " ", "/": " ", "\u00ad": None,
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_ISE = re.compile(r"(?<=\w{4})is(ed|ation|ations)\b")  # "militarised", "organisation"
_EL = re.compile(r"^(?:el|ul|il) (?=\w)")
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|ad|adh|an|at|ath|az|el|er|es|esh|ed|en|et|ez) (?=\w{3})")


def fold(name: str) -> str:
    """The key under which a name is looked up. Empty for a name of signs alone."""
    if name.isascii():
        plain = name.lower()
    else:
        parts = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    plain = _SPACE.sub(" ", plain.translate(_LETTERS)).strip()
    plain = _ISE.sub(r"iz\1", plain)
    return _EL.sub("al ", plain.removeprefix("the "))


def keys(name: str, *, arabic: bool = False) -> set[str]:
    """Every key under which a name is kept. ``arabic``: its leading article may be left out."""
    key = fold(name)
    if not key:
        return set()
    found = {key}
    if arabic and (bare := _ARTICLE.sub("", key)) != key:
        found |= {bare, f"al {bare}"}
    return found
