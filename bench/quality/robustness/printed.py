"""What print and scanners do to a report: capitals throughout, letters misread."""

import random
import re
from collections.abc import Iterator

from bench.quality.robustness.edits import Changed, Edit, edited
from bench.quality.robustness.wording import misread

SHARE = 0.01  # of the characters
_LONG_WORD = re.compile(r"[a-z]{7,}")


def capitals(text: str) -> Changed:
    """Every letter a capital that has one of the same length."""
    capital = ((at, letter.upper()) for at, letter in enumerate(text))
    return edited(text, (Edit(at, at + 1, new) for at, new in capital if len(new) == 1))


def scanned(text: str, chance: random.Random) -> Changed:
    """One character in a hundred misread: rn and m, l and 1, lost spaces, hyphens at line ends."""
    possible = list(_misreadings(text, chance))
    chance.shuffle(possible)
    made: list[Edit] = []
    for edit in possible:
        if len(made) >= round(len(text) * SHARE):
            break
        if not any(e.start < edit.end + 1 and edit.start < e.end + 1 for e in made):
            made.append(edit)
    return edited(text, made)


def _misreadings(text: str, chance: random.Random) -> Iterator[Edit]:
    """Every misreading that is possible, of each kind about as many."""
    kinds: list[list[Edit]] = [
        [Edit(*m.span(), new) for m in re.finditer(re.escape(old), text)] for old, new in misread()
    ]
    kinds.append([Edit(*m.span(), "") for m in re.finditer(r"(?<=\w) (?=\w)", text)])
    kinds.append([_broken(m, chance) for m in _LONG_WORD.finditer(text)])
    fewest = round(len(text) * SHARE / 2) + 1
    for kind in kinds:
        yield from chance.sample(kind, min(len(kind), fewest))


def _broken(word: re.Match[str], chance: random.Random) -> Edit:
    at = chance.randrange(word.start() + 3, word.end() - 2)
    return Edit(at, at, "- ")
