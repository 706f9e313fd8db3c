"""Reads the text of a benchmark with the package: any of its extractors, one report at a time."""

from datetime import date

from reportedly.codebook import default
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.records import Reading, receive


def tools(name: str) -> Tools:
    """What a run works with; ``name`` is an extractor's. Raises UnknownPlugin."""
    return Tools(open_names(), extractor(name), default())


def read(
    tools: Tools,
    name: str,
    text: str,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Reading:
    """The reading of a text taken to be English: a failure to read it is part of it."""
    received = receive(
        text.encode(), "text/plain", name=name, text=text, title=title, published=published,
        publisher=publisher, language="en", row=name,
    )  # fmt: skip
    return read_report(received, tools)
