"""The short forms of a group's name that a report uses without saying so: "the Vanguard", "AVF"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.plugins import Names

_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]*")
# What a state or another body is called in the same way.
_SHARED = frozenset(
    "Army Forces Force Police State Government National Islamic Council Party Movement North South"
    " East West Northern Southern Eastern Western People United New First".split()
)
_SHORTEST = 3


def short_forms(text: str, called: Sequence[str], names: Names) -> Iterator[tuple[str, str]]:
    """Each short form that stands in the text by itself, with the name that it is short for."""
    parts = {name: _CAPITALISED.findall(name) for name in called if " " in name}
    often = Counter(word for words in parts.values() for word in set(words))
    for name, words in parts.items():
        initials = "".join(word[0] for word in words)
        if len(words) >= _SHORTEST and re.search(rf"\b{re.escape(initials)}\b", text):
            yield initials, name
        for word in words:
            if word in _SHARED or often[word] > 1 or names.demonyms(word) or names.places(word):
                continue
            alone = rf"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]) {re.escape(word)}\b(?! [A-Z]| of )"
            if re.search(alone, text):
                yield word, name
