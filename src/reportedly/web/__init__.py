"""The workbench: a local web application over one store.

To add a page ``map``:

1. ``pages/map.py`` with a ``router`` (FastAPI's ``APIRouter``) and a plain function for its path:
   ``def show(request: Request, desk: AtDesk) -> Response`` that ends in
   ``return page(request, "map.html", **what_the_template_shows)`` (see ``pages/log.py``).
   Plain functions run in threads, so that one slow page holds up no other.
2. ``templates/map.html``: ``{% extends "base.html" %}``, blocks ``title`` and ``main``; what it
   needs beyond ``static/style.css`` and ``static/app.js`` goes into blocks ``styles`` and
   ``scripts`` as files of ``static/``, never inline: the browser is told to refuse that.
3. Its name in ``pages.PAGES``, and in ``tabs.TABS`` if it stands in the navigation.

Whatever comes from a report is hostile. Templates escape everything and no filter switches that
off; words of reports stand in ``<bdi>`` or in a block with ``dir="auto"``. Scripts set
``textContent``, never HTML. A link from a report goes through ``export.addresses.outward``.

A write is a POST (PUT, DELETE) with a JSON body and the header ``X-Token``: ``static/app.js`` has
``send(path, body)``. No route checks this itself: ``guard`` does for all of them.

Words for values, decisions and voices come from ``reportedly.wording``, as filters in templates:
``say`` a value, ``day``, ``when``, ``label`` a field, ``count_of`` ("3 reports").
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.web.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> object:
    """Imported on first use: the commands that serve nothing need no web server."""
    if name == "create_app":
        from reportedly.web.app import create_app

        return create_app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
