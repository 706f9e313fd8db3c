"""A text as words in which actors are looked for, and what tells a name there from other words."""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.annotate.actor_words import NAME_NOUNS
from reportedly.annotate.capitals import Capitals
from reportedly.annotate.lexicon import CALENDAR, FUNCTION_WORDS, ROLES
from reportedly.annotate.naming import Word, hyphened, joined
from reportedly.plugins import Names

_OWNER = ("'s", "’s")
_AT = ("at", "near", "outside", "inside", "around")
_ADJECTIVAL = ("ist", "ite", "ish", "ese", "ian", "ean", "ic", "ni")


class Page(NamedTuple):
    """A text, its words, and the names that they may be."""

    text: str
    words: Sequence[Word]
    names: Names
    capitals: Capitals

    def low(self, index: int) -> str:
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def surface(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def adjacent(self, left: int, right: int) -> bool:
        """True if the two words stand side by side, with a space or hyphen between."""
        if left < 0 or right >= len(self.words):
            return False
        return joined(self.text, self.words[left], self.words[right])


def is_of_longer(page: Page, first: int) -> bool:
    """True for the last word of a longer name in capitals, after more than an adjective."""
    if first and page.low(first - 1) in ("al", "el") and hyphened(
        page.text, page.words[first - 1], page.words[first]
    ):  # fmt: skip
        first -= 1
    if not first or not page.adjacent(first - 1, first):
        return False
    before = page.words[first - 1]
    if not before.capital or before.text.isupper() or before.low in FUNCTION_WORDS | CALENDAR:
        return False
    if before.low in _OWNER or before.low in ROLES or before.low.endswith(_ADJECTIVAL):
        return False
    known = page.names.demonyms(before.text) or page.names.places(before.text)
    starts = first < 2 or not page.adjacent(first - 2, first - 1)
    after_stop = starts and page.text[: before.start].rstrip()[-1:] in (
        "",
        ".",
        "!",
        "?",
        "\n",
        "”",
    )
    return not known and not after_stop and not page.names.actors(before.text)


def is_visited(page: Page, first: int, last: int) -> bool:
    """ "Outside the White House": the building, not who sits in it."""
    before = page.low(first - 2) if page.low(first - 1) == "the" else page.low(first - 1)
    return before in _AT and page.low(last - 1) not in NAME_NOUNS
