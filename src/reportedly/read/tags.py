"""How much markup a page may have. Pure.

Parsers take time that grows with the square of a tag's attributes, and extraction with that of a
page's elements; a page of news is far below these limits.
"""

import re

from reportedly.errors import UnreadableSource

MAX_TAGS = 40_000
MAX_TAG = 5_000  # characters of one tag outside quotation marks

_OPEN = re.compile(r"<(?:(?P<comment>!--)|(?P<raw>script|style)\b|[a-z])", re.IGNORECASE)
_INSIDE = re.compile(r">|=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_COMMENT_ENDS = re.compile(r"--!?>")
_RAW_ENDS = re.compile(r"</(?:script|style)\b", re.IGNORECASE)


def refuse_monsters(source: str) -> None:
    """Raise UnreadableSource for more markup than any page of news has."""
    position = number = 0
    while opened := _OPEN.search(source, position):
        if opened["comment"]:
            # from within the opening, since "<!-->" is a whole comment
            ended = _COMMENT_ENDS.search(source, opened.start() + 2)
            position = ended.end() if ended else len(source)
            continue
        number += 1
        if number > MAX_TAGS:
            raise UnreadableSource(f"has more than {MAX_TAGS:,} tags, unlike any page of news")
        position = _tag_end(source, opened.end())
        if opened["raw"]:
            ended = _RAW_ENDS.search(source, position)
            position = ended.start() if ended else len(source)


def _tag_end(source: str, start: int) -> int:
    quoted = 0
    end = len(source)
    for found in _INSIDE.finditer(source, start):
        if found[0] == ">":
            end = found.end()
            break
        quoted += len(found[0]) - 1  # an empty value still counts
    if end - start - quoted > MAX_TAG:
        raise UnreadableSource(f"has a tag of more than {MAX_TAG:,} characters of attributes")
    return end
