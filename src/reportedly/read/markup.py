"""HTML source to a tree of what a reader would see: no scripts, nothing hidden, nothing run."""

import re
from typing import Any

from reportedly.errors import UnreadableSource
from reportedly.read.tags import refuse_monsters

# lxml has no complete types of its own; a tree is passed on, never looked into, outside this stage
Tree = Any

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I
)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLANKS = re.compile(r"[^\S\n]+")

UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "svg", "head")
BLOCKS = frozenset(
    """address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul""".split()
)


def declared_charset(raw: bytes) -> str | None:
    """The encoding that the page's own head names, if any."""
    head = raw[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    return found[1].decode("ascii") if found else None


def parse_html(source: str) -> Tree:
    """The tree of a page. Raises UnreadableSource where the parser would drop part of it."""
    import lxml.html

    refuse_monsters(source)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    raw = _DECLARATION.sub("", source).encode("utf-8")
    try:
        tree = lxml.html.document_fromstring(raw, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableSource(f"is not HTML: {error}") from None
    # the parser gives up silently at its limit of depth; half a page must not pass for a page
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise UnreadableSource("is nested deeper than any page of news (256 levels)")
    return tree


def drop_unseen(tree: Tree) -> None:
    """Take out of the tree, in place, what a browser would not show."""
    unseen = [e for e in tree.iter(*UNSEEN) if e.tag != "head"]
    unseen += tree.xpath("//*[@hidden]")
    unseen += [e for e in tree.xpath("//*[@style]") if _UNSEEN_STYLE.search(e.get("style"))]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()


def plain_text(fragment: str) -> str:
    """The visible text of a short piece of HTML, one block a line; plain text stays as it is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    if not fragment.strip():
        return ""
    tree = parse_html(f"<div>{fragment}</div>")
    drop_unseen(tree)
    parts: list[str] = []
    _collect(tree, parts)
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(tree: Tree, parts: list[str]) -> None:
    import lxml.etree

    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in BLOCKS
        if block:
            parts.append("\n")
        text = element.text if event == "start" else element.tail
        # line ends in the source are blanks on the page
        parts.append((text or "").replace("\n", " ").replace("\r", " "))
