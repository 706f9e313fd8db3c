"""What a page states about itself: title, publisher, day, language, address.

Only what stands in metadata, JSON-LD or a ``<time>`` that is marked as the day of publication.
Never a number found somewhere on the page, and never today.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from reportedly.read.dates import parse_published
from reportedly.read.languages import stated_language
from reportedly.read.markup import Tree

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
PUBLISHERS = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
)
DAYS = (
    "article:published_time", "og:published_time", "datepublished", "date_published", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
ARTICLES = ("report", "blogposting")  # besides every schema.org type with Article in its name
LD_MAX_NODES = 10_000
SEPARATORS = ("|", " - ", " – ", " — ", " :: ", "«")


@dataclass(frozen=True, slots=True)
class PageFacts:
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


def page_facts(tree: Tree, fetched_from: str | None) -> PageFacts:
    """The facts of a parsed page, before anything was taken out of it."""
    meta = _meta(tree)
    articles = list(_articles(tree))
    publisher = _first(meta, PUBLISHERS) or _first_text(
        _name(article.get("publisher")) for article in articles
    )
    title = (
        _first_text(_text(article.get("headline")) for article in articles)
        or _first(meta, TITLES)
        or _only_heading(tree)
        or _without_site(_clean(tree.findtext(".//title")), publisher)
    )
    return PageFacts(
        title=title,
        publisher=publisher,
        published=_published(tree, meta, articles),
        language=stated_language(
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        )
        or stated_language(meta.get("og:locale") or meta.get("content-language")),
        url=_address(tree, meta, fetched_from),
    )


def _meta(tree: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _clean(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = element.get(attribute)
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _articles(tree: Tree) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD that describe an article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting: list[object] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue  # broken JSON-LD states nothing; the page's other metadata still may
        seen = 0
        while waiting and seen < LD_MAX_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                named = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and _is_article(k) for k in named):
                    yield node
                waiting.extend(node[k] for k in ("@graph", "mainEntity") if k in node)


def _is_article(kind: str) -> bool:
    return "article" in kind.lower() or kind.lower() in ARTICLES


def _published(tree: Tree, meta: dict[str, str], articles: list[dict[str, object]]) -> date | None:
    stated = [_text(article.get("datePublished")) for article in articles]
    stated += [meta.get(key) for key in DAYS]
    stated += [
        e.get("content") or e.get("datetime")
        for e in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    ]
    for words in stated:
        if words and (day := parse_published(words)):
            return day
    return _only_time(tree)


def _only_time(tree: Tree) -> date | None:
    """The day of the ``<time>`` elements in the article, if they all give the same one."""
    inside = tree.xpath("(//article | //main)[1]//time[@datetime][not(ancestor::aside)]")
    days = {parse_published(element.get("datetime")) for element in inside}
    return days.pop() if len(days) == 1 else None


def _only_heading(tree: Tree) -> str | None:
    headings = [_clean(heading.text_content()) for heading in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """``Title | Site`` without the site, where the page names its site elsewhere too."""
    for separator in SEPARATORS if title and publisher else ():
        head, found, tail = (title or "").rpartition(separator)
        if found and tail.strip() == publisher and head.strip():
            return head.strip()
    return title


def _address(tree: Tree, meta: dict[str, str], fetched_from: str | None) -> str | None:
    """The canonical address; of a fetched page only if it is of the host that was asked."""
    links = (
        e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"
    )
    for stated in (*links, meta.get("og:url")):
        try:
            url: str = urljoin(fetched_from or "", (stated or "").strip())
            parts = urlsplit(url)
            asked = urlsplit(fetched_from or url)
        except ValueError:
            continue  # not an address
        if parts.scheme in ("http", "https") and parts.netloc and parts.netloc == asked.netloc:
            return url
    return fetched_from


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return _first_text(meta.get(key) for key in keys)


def _first_text(candidates: Iterator[str | None]) -> str | None:
    return next((c for c in candidates if c), None)


def _name(node: object) -> str | None:
    if isinstance(node, list):
        node = node[0] if node else None
    return _text(node.get("name")) if isinstance(node, dict) else _text(node)


def _text(value: object) -> str | None:
    return _clean(value) if isinstance(value, str) else None


def _clean(value: str | None) -> str | None:
    """One line without blanks around it; None where nothing is left."""
    return " ".join((value or "").split()) or None
