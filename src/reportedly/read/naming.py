"""What a report is called: its file's name without the ending, or the end of its address."""

import re
from urllib.parse import unquote, urlsplit

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
STDIN = "-"


def is_address(source: str) -> bool:
    return ADDRESS.match(source) is not None


def last_part(source: str) -> str:
    """The file's name, or the last part of an address's path (its host where it has none)."""
    if is_address(source):
        try:
            parts = urlsplit(source)
        except ValueError:
            return source
        return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
    return re.split(r"[/\\]", source.rstrip("/\\"))[-1]


def endings(source: str) -> tuple[str, bool]:
    """The ending in lower case with its dot ("" if none), and whether ``.gz`` came after it."""
    name = last_part(source).lower()
    packed = name.endswith(".gz")
    stem, dot, ending = name.removesuffix(".gz").rpartition(".")
    return (f".{ending}" if dot and stem else ""), packed


def report_name(source: str) -> str:
    """The name of the report that a source holds: ``reports/a.b.txt.gz`` is ``a.b``."""
    if source == STDIN:
        return "stdin"
    name = re.sub(r"\.gz$", "", last_part(source), flags=re.IGNORECASE)
    stem, dot, _ = name.rpartition(".")
    # a host ("news.example") has a dot but no ending
    whole = not (dot and stem) or (is_address(source) and not urlsplit(source).path.strip("/"))
    return printable(name if whole else stem)


def printable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are none are written as ``\\udc..`` escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
