"""Bytes to text, or a reason."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import UnreadableSource
from reportedly.read.encoding import check_text, decode

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(texts)
def test_utf8_is_unchanged(text: str) -> None:
    prose = "Enough prose to be no binary file. " * 5 + text * 2
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    assert decode(prose.encode()) == prose


@given(texts)
def test_utf16_with_its_mark_is_unchanged(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == text


def test_utf8_wins_over_what_is_declared() -> None:
    assert decode("café à Orluné".encode(), "iso-8859-1") == "café à Orluné"
    assert decode("погибли".encode("cp1251"), "windows-1251") == "погибли"
    assert decode("café – là".encode("cp1252"), "latin-1") == "café – là"
    assert decode("un café noir".encode("cp1252"), "klingon") == "un café noir"


def test_a_wrong_declaration_is_a_failure() -> None:
    with pytest.raises(UnreadableSource, match="SHIFT_JIS"):
        decode(b"abc \x81", "shift_jis")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_reason(data: bytes) -> None:
    with suppress(UnreadableSource):
        check_text("".join(c for c in decode(data) if c != "\0"))


@pytest.mark.parametrize(("text", "reason"), [("a\0", "NUL"), ("a\ud800", "U[+]D800.* at 1")])
def test_check(text: str, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        check_text(text)
    check_text("\u202e\u200b\ufeff\ufffe\x07 fine")
