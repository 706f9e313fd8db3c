"""Bytes to text without repair: what cannot be decoded with confidence is not decoded.

Order: a byte-order mark, then UTF-8, then Windows-1252 where every character beyond ASCII is one
that Western prose uses, then charset-normalizer where it also recognises a language.
"""

import codecs
import re

from reportedly.errors import UnreadableSource

MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

SAMPLE = 50_000  # bytes that a guess may look at
SAVE_AS_UTF8 = "save it as UTF-8 and read it again"

# Beyond ASCII, Western prose in Windows-1252 has these. Letters that stand where Polish or Turkish
# have theirs (ð þ ý ³ ¹ ¿) are left out, so that such a text is not taken for Western.
_WESTERN = frozenset(
    "‘’“”‚„–—…•€£§©®°«»·´¨¡½¼¾ªº‹›™\xa0\xad"
    "àâäáãåæçèéêëìíîïñòóôöõøùûüúÿßœÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÛÜÚŒŸ"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, without its byte-order mark. Raises UnreadableSource with advice.

    ``declared`` is what a server or a page says of itself; it is often a default that nobody
    checked, so bytes that are UTF-8 are read as UTF-8 whatever is declared.
    """
    encoding, start = encoding_of(data, declared)
    try:
        return data[start:].decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        at = f"byte {error.start + start:,}" if isinstance(error, UnicodeDecodeError) else "it"
        raise UnreadableSource(f"{at} is not {encoding.upper()}: {SAVE_AS_UTF8}") from None


def encoding_of(data: bytes, declared: str | None = None) -> tuple[str, int]:
    """The encoding and the length of the byte-order mark. Raises UnreadableSource."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    _refuse_binary(data[:SAMPLE])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _broken_utf8(data):
            raise UnreadableSource(
                f"byte {error.start:,} is not UTF-8, though the text around it is: {SAVE_AS_UTF8}"
            ) from None
        return _known(declared) or _guess(data), 0
    return "utf-8", 0


def check_text(text: str, what: str = "the text") -> None:
    """Raise UnreadableSource unless the text is valid Unicode without NUL."""
    if "\0" in text:
        raise UnreadableSource(f"{what} has a NUL character at {text.index(chr(0)):,}")
    if not text.isascii() and (found := _LONE_SURROGATE.search(text)):
        raise UnreadableSource(
            f"{what} has a lone surrogate (U+{ord(found[0]):04X}) at {found.start():,}, "
            "which is not valid Unicode"
        )


def _refuse_binary(sample: bytes) -> None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if sample and (even + odd) > len(sample) // 20 and max(even, odd) > 9 * min(even, odd):
        raise UnreadableSource(f"looks like UTF-16 without a byte-order mark: {SAVE_AS_UTF8}")
    if len(_CONTROL.findall(sample)) > len(sample) // 10:
        raise UnreadableSource("is binary, not text")


def _broken_utf8(data: bytes) -> bool:
    """True if most bytes beyond ASCII are UTF-8: one bad byte must not turn the rest to noise."""
    lenient = data[:SAMPLE].decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    return sum(1 for c in lenient if c > "\x7f") - bad > bad


def _known(declared: str | None) -> str | None:
    """The codec of a declared name; Latin-1 means Windows-1252, as it does in every browser."""
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return None if name.startswith("utf-") else name


def _guess(data: bytes) -> str:
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    else:
        beyond = [c for c in western if c > "\x7f"]
        if len(beyond) * 5 <= len(western) and _WESTERN.issuperset(beyond):
            return "cp1252"
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is None or best.chaos > 0.1 or best.coherence < 0.5:
        raise UnreadableSource(f"is in an encoding that cannot be told for sure: {SAVE_AS_UTF8}")
    return best.encoding
