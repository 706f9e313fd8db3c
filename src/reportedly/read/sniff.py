"""Which reader a source is for: what its first bytes show, else what its name or server says. Pure.

A name that lies is overruled by bytes that cannot be mistaken (PDF, HTML, feeds, JSON rows).
"""

import codecs
import json
import re
from collections.abc import Collection

from reportedly.errors import UnreadableSource

ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "csv",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip

MEDIA_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
    "application/jsonlines": "jsonl",
    "text/csv": "csv", "text/tab-separated-values": "csv",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "text/xml": "feed", "application/xml": "feed",
}  # fmt: skip

# what servers also give to whatever they do not know: the ending of the address tells more
PLAIN = ("text/plain", "text/markdown", "application/octet-stream", "binary/octet-stream")

# what to do with a file of a kind that is not read
ADVICE = {
    ".zip": "is an archive: unpack it and read the folder",
    ".tar": "is an archive: unpack it and read the folder",
    ".tgz": "is an archive: unpack it and read the folder",
    ".7z": "is an archive: unpack it and read the folder",
    ".rar": "is an archive: unpack it and read the folder",
    ".bz2": "is packed: unpack it first, or pack it as .gz",
    ".xz": "is packed: unpack it first, or pack it as .gz",
    ".warc": "is a web archive (WARC), which is not read yet: export its pages as .html",
    ".json": "is one JSON value: write one report a line and name it .jsonl",
    ".doc": "is a word processor's file: save it as .txt, .html or .pdf",
    ".docx": "is a word processor's file: save it as .txt, .html or .pdf",
    ".odt": "is a word processor's file: save it as .txt, .html or .pdf",
    ".rtf": "is a word processor's file: save it as .txt, .html or .pdf",
    ".xls": "is a spreadsheet: save it as 'CSV UTF-8'",
    ".xlsx": "is a spreadsheet: save it as 'CSV UTF-8'",
    ".ods": "is a spreadsheet: save it as CSV in UTF-8",
    ".mht": "is a web archive (MHTML): save the page as .html",
    ".mhtml": "is a web archive (MHTML): save the page as .html",
    ".eml": "is an e-mail: save its text as .txt",
    ".epub": "is a book: save its text as .txt",
}

# never reports: what lies beside saved pages and in folders of every kind
IRRELEVANT = frozenset(
    """.png .jpg .jpeg .gif .svg .ico .webp .bmp .tif .tiff .css .js .mjs .map .woff .woff2 .ttf
    .otf .eot .mp3 .mp4 .m4a .wav .ogg .webm .mov .avi .db .sqlite .sqlite3 .py .pyc .sh .lnk .ini
    .toml .yml .yaml .lock .log .bak .tmp""".split()
)

MAGIC = (
    (b"PK\x03\x04", "is a zip file (or a word processor's or spreadsheet's): unpack or convert it"),
    (b"\x1f\x8b", "is gzip: name it .gz, and pack it only once"),
    (b"BZh", "is bzip2: unpack it first"),
    (b"\xfd7zXZ\x00", "is xz: unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive: unpack it and read the folder"),
    (b"Rar!", "is a rar archive: unpack it and read the folder"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file: save it as .txt, .html, .pdf or CSV"),
    (b"{\\rtf", "is a word processor's file: save it as .txt, .html or .pdf"),
    (b"SQLite format 3\x00", "is an SQLite database, not a report"),
    (b"\x89PNG", "is a picture, not text"),
    (b"\xff\xd8\xff", "is a picture, not text"),
    (b"GIF8", "is a picture, not text"),
    (b"\x7fELF", "is a program, not text"),
    (b"WARC/1.", ADVICE[".warc"]),
)

_LEAD = r"\s*(?:<\?xml[^>]{0,500}>\s*)?(?:<!--.{0,1000}?-->\s*)*"
_HTML = re.compile(_LEAD + r"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.I | re.S)
_DOCTYPE = re.compile(_LEAD + r"<!doctype\s+(?!html)", re.I | re.S)
_FEED = re.compile(_LEAD + r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I | re.S)
_XML = re.compile(r"\s*<\?xml\s")


def choose(
    head: bytes, ending: str = "", media_type: str | None = None, others: Collection[str] = ()
) -> str:
    """The name of the reader. Raises UnreadableSource for what none of them reads.

    ``head`` is the first few KB, ``others`` the names of readers that are installed beside ours.
    """
    shown = _shown(head)
    named = MEDIA_TYPES.get(media_type or "") or ENDINGS.get(ending)
    if named is None and ending.removeprefix(".") in others:
        return ending.removeprefix(".")
    if shown is not None:
        return shown
    if named is None and ending in ADVICE:
        raise UnreadableSource(ADVICE[ending])
    if named is None and media_type not in (None, *PLAIN):
        raise UnreadableSource(f"is {media_type}, which is not read")
    if named is None and ending and media_type is None:
        raise UnreadableSource(f"{ending} files are not read; known are: {' '.join(ENDINGS)}")
    return named or "text"


def _shown(head: bytes) -> str | None:
    """The reader that the first bytes call for beyond doubt. Raises UnreadableSource for others."""
    for magic, reason in MAGIC:
        if head.startswith(magic):
            raise UnreadableSource(reason)
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    text = _lenient(head)
    if _HTML.match(text):
        return "html"
    if _FEED.match(text) or _DOCTYPE.match(text) or _XML.match(text):
        return "feed"
    return "jsonl" if _is_row(text) else None


def _lenient(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _is_row(text: str) -> bool:
    """True if the first line is, or begins like, an object with a text."""
    line, cut, _ = text.lstrip().partition("\n")
    if not line.startswith("{"):
        return False
    if not cut:  # the line is longer than the head
        return re.match(r'\{\s*"[^"\\]{1,40}"\s*:', line) is not None and '"text"' in line
    try:
        return "text" in json.loads(line)
    except (ValueError, RecursionError):
        return False
