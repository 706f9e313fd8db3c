"""Names of persons in a text, each with what the words around it say of its bearer.

A run of capitalised words is taken for a person's name unless something says otherwise: what is
not known to be public is private.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.codebook.people import kind_of
from reportedly.export.privacy.matching import WORD, Words, folded
from reportedly.export.privacy.words import words

# public: holds an office, or speaks for a body; private: something says that it is a person;
# unknown: nothing says that it is none.
Standing = Literal["public", "private", "unknown"]
_NEAR = 90  # characters before and after a name that are looked at
_LONGEST = 5  # words of a name, particles among them
_WORDS_OF_ROLE = 7  # "the deputy head of ...": at most so many words until the noun
_ENDS_ROLE = frozenset("of for at in to from with who whose which that on and".split())
_AGE = re.compile(r",? (?:aged )?\(?\d{1,2}(?:,|\)|-year)")
_ENDS_CLAUSE = re.compile(r"[.;:!?\n“”\"]")
_ENDS_PHRASE = re.compile(r"[,.;:!?\n“”\"]")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n]|[“\"‘'(—–-])[\s“\"‘'(]*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a text. ``words`` are folded; offsets are code points."""

    words: Words
    start: int
    end: int
    standing: Standing


def named(text: str, known: Callable[[str], bool]) -> Iterator[Named]:
    """The names of persons in a text. ``known``: True for a word that is no name by itself, as it
    stands in small letters elsewhere.
    """
    for run in _runs().finditer(text):
        start, end = run.span()
        if run.lastgroup is None and not _is_told_of(text, start, end):
            continue  # one word, which may be anything
        found = _name(text, list(WORD.finditer(text, start, end)), known)
        if found is not None:
            yield found


def public_role(role: str) -> bool:
    """True for "spokesman for the ministry", not for "the minister's brother"."""
    nouns = []
    for word in role.split()[:_WORDS_OF_ROLE]:
        plain = word.strip(",.;:’'\"").lower()
        if plain in _ENDS_ROLE:
            break
        nouns.append(plain)
    last = folded(nouns[-1]) if nouns else ""
    return last in words("public_roles") or last.rpartition("-")[2] in words("public_roles")


@cache
def _runs() -> re.Pattern[str]:
    """Capitalised words with at most a space, a hyphen or a small particle between them."""
    upper = f"[{_ranges()}]"
    word = rf"{upper}(?:[^\W\d_][\u0300-\u036f]*)*"
    particle = rf"(?:(?:{'|'.join(sorted(words('particles')))})[ -])"
    gap = rf"(?:[ \u00a0]|-|[’'](?={upper})|(?<=\b{upper})\.[ ]?)"
    return re.compile(rf"(?<![^\W_]){word}(?P<more>{gap}{particle}{{0,2}}{word})*")


def _is_told_of(text: str, start: int, end: int) -> bool:
    """True where the word before, or an age after, says that a person is named: "his son Roe"."""
    before = text[max(0, start - 24) : start].rstrip(",. ")
    word = before[before.rfind(" ") + 1 :].lower()
    return word in words("beside", "honorifics") or _AGE.match(text, end) is not None


def _ranges() -> str:
    """Every capital letter, as ranges of a set of characters."""
    found: list[list[int]] = []
    for code in range(0x10000):
        if chr(code).isupper() or chr(code).istitle():
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


def _name(text: str, tokens: list[re.Match[str]], known: Callable[[str], bool]) -> Named | None:
    low = [folded(token.group()) for token in tokens]
    first, standing = _after_title(low)
    if standing is None:
        first = _after_opening(text, tokens, low, known)
        standing = (
            _standing(text, tokens[first].start(), tokens[-1].end(), first == 0)
            if (first < len(tokens))
            else "unknown"
        )
    name = tuple(low[first:])
    if not name or not _may_be_person(text, tokens[first:], name, standing, known):
        return None
    return Named(name, tokens[first].start(), tokens[-1].end(), standing)


def _after_title(low: list[str]) -> tuple[int, Standing | None]:
    """Where a name begins after the titles before it, and what these say."""
    for at in range(len(low) - 1, -1, -1):
        if low[at] in words("public_roles", "abbreviated"):
            return at + 1, "public"
        if low[at] in words("honorifics"):
            public = any(word in words("public_roles") for word in low[:at])
            return at + 1, "public" if public else "private"
    return 0, None


def _after_opening(
    text: str, tokens: list[re.Match[str]], low: list[str], known: Callable[[str], bool]
) -> int:
    """Where a name begins after words that are capitalised because a sentence begins."""
    at = 0
    while at < len(low) and low[at] in words("opening"):
        at += 1
    if at or _SENTENCE_BEGINS.search(text, max(0, tokens[0].start() - 4), tokens[0].start()):
        while at < len(low) and (known(low[at]) or low[at] in words("calendar")):
            at += 1
    return at


def _standing(text: str, start: int, end: int, whole: bool) -> Standing:
    """What stands around a name."""
    before = text[max(0, start - _NEAR) : start]
    after = text[end : end + _NEAR]
    if (whole and _role_before(before)) or _role_after(after):
        return "public"
    return "private" if _is_told_of(text, start, end) else "unknown"


def _role_before(before: str) -> bool:
    """ "police commissioner ...", "a spokesman for the ministry, ..."."""
    if before.endswith(". ") and before[:-2].rpartition(" ")[2].lower() in words("abbreviated"):
        return True
    clause = _ENDS_CLAUSE.split(before)[-1]
    if not clause.endswith(" "):
        return False
    phrase = clause.rstrip(" ,").rpartition(",")[2].split()
    low = [folded(word.strip("“”\"’'()")) for word in phrase]
    if not low or set(low) & words("beside") or any(w.endswith(("'s", "’s")) for w in phrase[-1:]):
        return False
    if low[-1] in words("public_roles"):
        return True
    if not clause.endswith(", "):
        return False
    return any(
        word in words("public_roles") and low[n + 1 : n + 2] in (["for"], ["of"], ["at"])
        for n, word in enumerate(low)
    )


def _role_after(after: str) -> bool:
    """ "..., the interior minister, said"."""
    if not after.startswith(", "):
        return False
    phrase = _ENDS_PHRASE.split(after[2:], 1)[0]
    low = {folded(word.group()) for word in WORD.finditer(phrase)}
    return not low & words("beside") and public_role(phrase)


def _may_be_person(
    text: str,
    tokens: list[re.Match[str]],
    name: Words,
    standing: Standing,
    known: Callable[[str], bool],
) -> bool:
    if any(word in words("bodies") or kind_of(word) for word in name):
        return False
    if set(name) <= words("calendar", "particles", "opening"):
        return False
    if len(name) > 1 and set(name) <= words("holidays"):
        return False
    if standing != "unknown":
        alone = tokens[0].group() if len(name) == 1 else ""
        return not ((alone.isupper() and len(alone) > 1) or (known(name[0]) and alone))
    first = text[tokens[0].start() : tokens[1].start()] if name[1:] else ""
    other = words("opening").intersection(word for word in name[1:] if len(word) > 1)
    if len(name) > _LONGEST or other or name[-1] == "i":
        return False  # a headline
    if all(len(word) == 1 for word in name) or (len(name[0]) == 1 and first.endswith("-")):
        return False  # "E.P.A.", "R-Ilvane"
    if len(name) < 2 or all(known(word) or word in words("calendar") for word in name):
        return False
    if any(len(token.group()) > 1 and token.group().isupper() for token in tokens):
        return all(token.group().isupper() for token in tokens)  # an abbreviation is no name
    before = [
        folded(word.group())
        for word in WORD.finditer(text[max(0, tokens[0].start() - 14) : tokens[0].start()])
    ]
    sited = bool(before) and before[-1] in words("placing")
    return not (sited and words("sites").intersection(name))
