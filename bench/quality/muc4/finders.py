"""Which templates a page has, by the extractor in use.

Any extractor will do: its accounts become templates. One that finds more than an account holds
(names of victims, buildings) has a function of its own here, under its name.
"""

from collections.abc import Mapping
from typing import Protocol

from bench.quality.muc4.incidents import templates
from bench.quality.muc4.pages import Page
from bench.quality.muc4.template import Template
from bench.quality.reading import read
from reportedly.pipeline import Tools


class Finder(Protocol):
    def __call__(self, page: Page, tools: Tools, *, bare: bool) -> tuple[Template, ...]:
        """The templates that MUC-4 wants of a page; ``bare`` as in ``policy.wanted``."""
        ...


def from_accounts(page: Page, tools: Tools, *, bare: bool) -> tuple[Template, ...]:
    """The templates of what the extractor's accounts say."""
    reading = read(tools, page.docid, page.readable, page.published)
    return templates(reading, page, bare=bare)


def from_network(page: Page, tools: Tools, *, bare: bool) -> tuple[Template, ...]:
    """The templates of what the trained network proposes."""
    from bench.quality.muc4.trained import templates as found  # needs numpy

    return found(page, tools, bare=bare)


FINDERS: Mapping[str, Finder] = {"trained": from_network}  # by the extractor's name


def finder(tools: Tools) -> Finder:
    return FINDERS.get(tools.extractor.name, from_accounts)
