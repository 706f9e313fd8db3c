"""Pieces of words, and the code points they come from."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.trained.wordpiece import WordPiece

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "a",
    "blast",
    "##s",
    "in",
    "sao",
    "paulo",
    ".",
    "-",
    "##1",
    "1",
    "é",
]
PIECES = WordPiece(VOCABULARY)


def words(text: str) -> list[tuple[str, str]]:
    return [(VOCABULARY[number], text[start:end]) for number, start, end in PIECES.encode(text)]


def test_the_longest_piece_goes_first_and_case_is_folded() -> None:
    assert words("Blasts in 11") == [
        ("blast", "Blast"), ("##s", "s"), ("in", "in"), ("1", "1"), ("##1", "1"),
    ]  # fmt: skip


def test_accents_are_folded_and_offsets_are_those_of_the_text() -> None:
    assert words("São Paulo.") == [("sao", "São"), ("paulo", "Paulo"), (".", ".")]
    assert words("Sa\N{COMBINING TILDE}o") == [("sao", "Sa\N{COMBINING TILDE}o")]


def test_a_word_that_cannot_be_made_up_is_unknown_as_a_whole() -> None:
    assert words("a zebra-in") == [("a", "a"), ("[UNK]", "zebra"), ("-", "-"), ("in", "in")]


@given(st.text(max_size=200))
def test_pieces_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for _, start, stop in PIECES.encode(text):
        assert end <= start < stop <= len(text) or (start < stop and start == end - 1)
        end = stop
