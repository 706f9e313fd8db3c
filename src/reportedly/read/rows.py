"""One row of a table of reports: ``text``, and maybe id title publisher published url language."""

from collections.abc import Mapping

from reportedly.errors import UnreadableSource
from reportedly.read.dates import EXPECTED, parse_published
from reportedly.read.encoding import check_text
from reportedly.read.languages import stated_language
from reportedly.read.naming import report_name
from reportedly.records import Received, receive

FIELDS = ("id", "title", "publisher", "published", "url", "language")


def row_report(row: Mapping[str, object], source: str, *, data: bytes, media_type: str) -> Received:
    """The report of a row, its text unchanged. Raises UnreadableSource with the reason.

    An unreadable ``published`` fails the row: the day was stated, and reading on without it would
    lose it silently. An unknown language tag is left for the text itself to tell.
    """
    text = row.get("text")
    if text is None:
        raise UnreadableSource("has no text")
    if not isinstance(text, str):
        raise UnreadableSource(f"text is {_kind(text)}, not a string")
    if not text.strip():
        raise UnreadableSource("text is empty")
    check_text(text)
    stated = {field: _stated(row, field) for field in FIELDS}
    published = stated["published"] and parse_published(stated["published"])
    if stated["published"] and not published:
        raise UnreadableSource(
            f"published {_short(stated['published'])} is not a day; expected {EXPECTED}"
        )
    return receive(
        data,
        media_type,
        name=stated["id"] or report_name(source),
        text=text,
        title=stated["title"],
        publisher=stated["publisher"],
        published=published or None,
        language=stated_language(stated["language"]),
        url=stated["url"],
        row=stated["id"],
    )


def _stated(row: Mapping[str, object], field: str) -> str | None:
    value = row.get(field)
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableSource(f"{field} is {_kind(value)}, not a string")
    check_text(value, field)
    return value if value.strip() else None


def _kind(value: object) -> str:
    kinds = {bool: "true or false", dict: "an object", list: "a list"}
    return kinds.get(type(value), "a number")


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:60] + "…")
