"""Gives text in one case the case of running news text, character by character.

MUC-4's texts are in capitals throughout (small letters in its five-slot edition), and a reader of
news looks for names by their capitals. No character is added or moved: offsets stay what they are.
A word that news writes small is small; initials that a text puts in brackets, or that have no
vowel, are capitals; whatever is in no list, or is the name of a listed actor, is taken for a name.
"""

import re
import tomllib
from pathlib import Path

from reportedly.plugins import Names

_LISTS = tomllib.loads(Path(__file__).with_name("casing.toml").read_text(encoding="utf-8"))
_SMALL = frozenset(_LISTS["small"].split())
_EITHER = frozenset(_LISTS["either"].split())
_INITIALS = frozenset(_LISTS["initials"].split())
_ENDINGS = tuple(
    "tion tions ment ments ly ness ing ings ized ated ship ities ity ists ist isms men ous ive "
    "able ible less ful ers ors ed eers".split()
)
_SHORTEST_WITH_ENDING = 7
_LONGEST_INITIALS = 6
_WORD = re.compile(r"\w+(?:'[a-z]+)?", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([a-z]{2,7})[)\]]", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|(?<!\b[Uu]\.[Ss])[.!?][\"')\]]*\s+|\n\s*\n\s*|:\s+|[\"(\[]|--\s*)\Z")
_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{2,}\Z")
_UNITS = frozenset("km kg kms kgs mm cm th nd rd st ft".split())
_ENDS_NAME = frozenset("the a an by with from to in that which as at on".split())
_IN_NAME = frozenset("of and for".split())
_LONGEST_LISTED = 5  # words of an actor's name that is looked up
_LONGEST_NAME = 9  # words before its initials


def restore(text: str, names: Names | None = None) -> str:
    """The text with capitals where running news text has them. Same length, same offsets.

    ``names``: where to look up actors whose names are small words ("Shining Path").
    """
    words = list(_WORD.finditer(text))
    initials = _INITIALS | _bracketed(text)
    kinds = [_kind(m[0].lower(), initials) for m in words]
    _spell_out(text, words, kinds)
    if names is not None:
        _look_up(text, words, kinds, names)
    settled = _settle(text, words, kinds)
    pieces, end = [], 0
    for match, kind in zip(words, settled, strict=True):
        gap = text[end : match.start()]
        pieces += [gap.lower(), _written(match[0], kind, _opens(text, match.start()))]
        end = match.end()
    pieces.append(text[end:].lower())
    return "".join(pieces)


def _bracketed(text: str) -> frozenset[str]:
    found = (m[1].lower() for m in _BRACKETED.finditer(text))
    return frozenset(w for w in found if w not in _SMALL and w not in _EITHER)


def _kind(word: str, initials: frozenset[str]) -> str:
    stem = word.partition("'")[0]
    if stem in _UNITS:
        return "small"
    if stem in initials or (_NO_VOWEL.match(stem) and len(stem) <= _LONGEST_INITIALS):
        return "small" if stem in _SMALL else "initials"
    if stem in _SMALL or not stem[0].isalpha() or stem.removesuffix("s") in _SMALL:
        return "small"
    if stem in _EITHER:
        return "either"
    known_ending = len(stem) >= _SHORTEST_WITH_ENDING and stem.endswith(_ENDINGS)
    return "small" if known_ending else "name"


def _spell_out(text: str, words: list[re.Match[str]], kinds: list[str]) -> None:
    """Words right before initials in brackets are the name that these stand for."""
    for n, word in enumerate(words):
        if kinds[n] != "initials" or text[word.start() - 1 : word.start()] != "(":
            continue
        end = word.start() - 1
        for back in range(n - 1, max(-1, n - 1 - _LONGEST_NAME), -1):
            small = words[back][0].lower()
            if small in _ENDS_NAME or text[words[back].end() : end].strip():
                break
            if small not in _IN_NAME:
                kinds[back] = "name"
            end = words[back].start()


def _look_up(text: str, words: list[re.Match[str]], kinds: list[str], names: Names) -> None:
    """Runs of words that are an actor's full name."""
    for n in range(len(words)):
        for length in range(_LONGEST_LISTED, 1, -1):
            run = words[n : n + length]
            phrase = " ".join(text[run[0].start() : run[-1].end()].split())
            if len(run) == length and any(a.ref for a in names.actors(phrase)):
                for k in range(n, n + length):
                    if kinds[k] != "initials" and run[k - n][0].lower() not in _IN_NAME:
                        kinds[k] = "name"
                break


def _settle(text: str, words: list[re.Match[str]], kinds: list[str]) -> list[str]:
    """Words of either kind belong to a name that they touch, in both directions."""
    settled = list(kinds)
    steps = [range(1, len(words)), range(len(words) - 2, -1, -1)]
    for order, beside in zip(steps, (-1, 1), strict=True):
        for n in order:
            left, right = sorted((n, n + beside))
            touching = text[words[left].end() : words[right].start()].isspace()
            if settled[n] == "either" and touching and settled[n + beside] == "name":
                settled[n] = "name"
    return settled


def _opens(text: str, start: int) -> bool:
    return _OPENS.search(text[max(0, start - 12) : start]) is not None or start == 0


def _written(word: str, kind: str, opens: bool) -> str:
    small = word.lower()
    if kind == "initials":
        stem, mark, rest = small.partition("'")
        return stem.upper() + mark + rest
    if kind == "name" or opens:
        return small[0].upper() + small[1:]
    return small
