"""Texts in one case get the capitals of running text, and keep every offset."""

import pytest
from bench.quality.truecase import restore


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the town hall of Bredo on Monday.",
        "Members of the Northern Lights Front (NLF) killed Arturo Belmonte in Bredo.",
        "Police in the U.S. said the bridge was damaged.",
        "The mayor, Ana Quiroz, was wounded. Two soldiers were killed.",
    ],
)
def test_names_sentences_and_initials(text: str) -> None:
    assert restore(text.upper()) == text
    assert restore(text.lower()) == text


def test_nothing_moves() -> None:
    text = "  BREDO, 3 MAY 90 -- [TEXT] \"WE SAW IT,\"  HE SAID\n\n   1. TEN KG OF 'X'."
    assert restore(text).upper() == text
