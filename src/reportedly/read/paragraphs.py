"""Lines as they were printed, put back into paragraphs. Pure.

A paragraph ends at an empty line, before a bullet, after a sentence whose line is clearly shorter
than the page is wide, and at the end of a page unless the sentence goes on in lower case. A hyphen
at a line's end goes if lower case follows ("govern-", "ment"), at the price of some true hyphens.
"""

import re
from collections.abc import Iterable

FULL = 0.75  # of the width: a shorter line that ends a sentence ends its paragraph
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\u061f\u06d4\u0964\u3002]$")
_BULLET = re.compile(r"(?:[•·▪●◦‣*]|\d{1,2}[.)]|[a-z]\))\s")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")


def paragraphs(pages: Iterable[str]) -> str:
    """The text of the pages, one paragraph a line; "" where there is none."""
    done: list[str] = []
    open_: list[str] = []  # lines of the paragraph at hand
    for page in pages:
        lines = [" ".join(line.split()) for line in page.splitlines()]
        widths = sorted(len(line) for line in lines if line)
        width = widths[len(widths) * 9 // 10] if widths else 0
        first = True
        for line in lines:
            if not line or _BULLET.match(line) or (first and not _goes_on(open_, line)):
                _close(open_, done)
            if line:
                first = False
                open_.append(line)
                if _ENDS.search(line) and len(line) < FULL * width:
                    _close(open_, done)
    _close(open_, done)
    return "\n".join(done)


def _goes_on(open_: list[str], line: str) -> bool:
    return bool(open_) and not _ENDS.search(open_[-1]) and line[0].islower()


def _close(open_: list[str], done: list[str]) -> None:
    if open_:
        done.append(_joined(open_))
        open_.clear()


def _joined(lines: list[str]) -> str:
    parts: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if following[:1].islower() and _HYPHEN.search(line):
            parts.append(line[:-1])
        else:
            parts.append(line + " " if following else line)
    return "".join(parts)
