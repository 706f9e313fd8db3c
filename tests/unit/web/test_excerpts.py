"""Words around words."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.plots.excerpts import excerpt, lead, tail

TEXT = "The road was quiet. A bomb went off at the market in Dulmeck. Nobody claimed it."


def test_the_words_looked_for_are_marked() -> None:
    parts = excerpt(TEXT, "market BOMB")
    assert [words for words, hit in parts if hit] == ["bomb", "market"]
    assert "".join(words for words, _ in parts) == TEXT


def test_a_long_text_is_cut_between_words() -> None:
    parts = excerpt("aa bb " * 300 + "market " + "cc dd " * 300, "market", around=50)
    whole = "".join(words for words, _ in parts)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert set(whole.split()) <= {"…", "aa", "bb", "market", "cc", "dd"}


def test_the_sentence_around_a_quote() -> None:
    at = TEXT.index("bomb")
    assert lead(TEXT[:at]) == "A "
    assert tail(TEXT[at + 4 :]) == " went off at the market in Dulmeck."
    assert lead("") == ""
    assert tail("") == ""


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_text_gives_parts(text: str, words: str) -> None:
    parts = excerpt(text, words, around=20)
    assert all(isinstance(part, str) and part for part, _ in parts)
    assert len(lead(text)) <= len(text) + 2
    assert len(tail(text)) <= len(text) + 2
