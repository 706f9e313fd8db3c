"""Names are found as by looking at every word of a text, however fast that is made."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.privacy.matching import WORD, Names, Words, _together, folded

# Words that begin alike and follow one another in many names; the marks between them, some of
# which stand in a code or beyond ASCII.
_WORDS = st.sampled_from(
    "ada roe Roe ROE bell Bell bell's x X şahin Şahin s\u0327ahin ﬁn 3 d".split()
)
_BETWEEN = st.sampled_from(
    ["", " ", "-", ". ", " “", "” ", "█", "    ", "_", "0", "²", "٣", "\u0301", "\n"]
)
_TEXTS = st.lists(st.tuples(_WORDS, _BETWEEN), max_size=14).map(
    lambda some: "".join(word + between for word, between in some)
)
_PARTS = st.sampled_from(("ada", "roe", "bell", "x", "sahin", "fin", "s", "d"))
_NAMES = st.sets(st.lists(_PARTS, min_size=1, max_size=4).map(tuple), max_size=12)


@given(_TEXTS, _NAMES, st.sets(_PARTS, max_size=3), st.booleans(), st.booleans())
def test_the_same_as_word_by_word(
    text: str, whole: set[Words], alone: set[str], slug: bool, parts: bool
) -> None:
    names = Names()
    for name in whole:
        names.add(name, " ".join(name))
    for word in alone:
        names.add_word(word, f"part {word}")
    instead = {name: " ".join(name) for name in whole}
    single = {word: f"part {word}" for word in alone} if parts else {}
    single |= {name[0]: said for name, said in instead.items() if len(name) == 1}
    expected = list(_word_by_word(text, instead, single, slug))
    assert list(names.found(text, slug=slug, parts=parts)) == expected


def _word_by_word(
    text: str, whole: dict[Words, str], single: dict[str, str], slug: bool
) -> Iterator[tuple[int, int, str]]:
    words = list(WORD.finditer(text))
    low = tuple(folded(word.group()) for word in words)
    at = 0
    while at < len(words):
        for end in range(len(words), at + 1, -1):
            if low[at:end] in whole and _together(words[at:end]):
                yield words[at].start(), words[end - 1].end(), whole[low[at:end]]
                at = end
                break
        else:
            start, end = words[at].span()
            if low[at] in single and (slug or text[start].isupper()):
                yield start, end, single[low[at]]
            at += 1
