"""Names as they are compared: without case, diacritics, hyphens, apostrophes, dots or article.

``al-Raqqa``, ``Ar Raqqah`` and ``Raqqa`` are spelled apart but typed for one place, so the index
holds more than one key for a name with an Arabic article (:func:`keys`); a look-up uses one
(:func:`fold`). Abbreviations mean a place only as they are written: "OR" is Oregon, "or" is not;
they have a key of their own (:func:`exact`).
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ə": "a", "ħ": "h", "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, "ʿ": None,
        "ʾ": None, "`": None, "´": None, ".": None, "-": " ", "‐": " ", "‑": " ", "‒": " ",
        "–": " ", "—": " ", "―": " ", "_": " ", ",": " ", "/": " ", "\u00ad": None,
        # One letter for what Arabic, Persian and Urdu keyboards type apart; joiners and tatweel.
        "ی": "ي", "ى": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ـ": None,
        "\u200c": " ", "\u200d": None, "\u200b": None, "\u200e": None, "\u200f": None,
        "־": " ", "׳": None, "״": None, "・": " ", "·": " ",
    }
)  # fmt: skip
SHORT = 5  # letters; no abbreviation of a place has more
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
        bare = "".join(c for c in parts if not unicodedata.combining(c))
        plain = unicodedata.normalize(
            "NFC", bare.casefold()
        )  # Hangul is one letter a syllable again
    plain = _SPACE.sub(" ", plain.translate(_LETTERS)).strip()
    plain = _ISE.sub(r"iz\1", plain)
    return _EL.sub("al ", plain.removeprefix("the "))


def exact(name: str) -> str:
    """The key of an abbreviation, which keeps its case: "=WVa" for "W. Va."."""
    return "=" + name.replace(".", "").replace(" ", "")


def is_short_form(name: str) -> bool:
    """True for an abbreviation: "Ala.", "N.Y.", "USA"."""
    letters = exact(name)[1:]
    printed = name.endswith(".") or (letters.isupper() and letters.isascii())
    return printed and 0 < len(letters) <= SHORT


def keys(name: str, *, arabic: bool = False) -> set[str]:
    """Every key under which a name is kept. ``arabic``: its leading article may be left out."""
    if is_short_form(name):
        return {exact(name)}
    key = fold(name)
    if not key:
        return set()
    found = {key}
    if arabic and (bare := _ARTICLE.sub("", key)) != key:
        found |= {bare, f"al {bare}"}
    return found
