"""Hostile words in titles, texts, names and reasons stand there, and do nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.records import Received, receive
from reportedly.store import open_store
from reportedly.store.queue import Asked
from reportedly.web.tabs import TABS

from .conftest import named, serving

pytestmark = pytest.mark.browser
CORPUS = {
    "script": "<script>window.broken=1</script>",
    "module": "<script type=module src=//elsewhere.example/x.js></script>",
    "picture": "<img src=x onerror=window.broken=1>",
    "remote": "<img src=//elsewhere.example/p.gif><link rel=stylesheet href=//elsewhere.example>",
    "drawing": "<svg/onload=window.broken=1><animate onbegin=window.broken=1 attributeName=x>",
    "foreign": "<math><mtext></form><form><mglyph><style></math><img src onerror=window.broken=1>",
    "style": "</style><style>*{display:none!important}</style><div style=position:fixed;inset:0>",
    "attribute": '" onmouseover="window.broken=1" autofocus onfocus="window.broken=1" x="',
    "single": "' onmouseover='window.broken=1' autofocus onfocus='window.broken=1' x='",
    "address": "javascript:window.broken=1 data:text/html,<script>window.broken=1</script>",
    "template": "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %> #{7*7} {{constructor.constructor('x')()}}",
    "comment": "<!-- --!> <![CDATA[ ]]> </article></main></body></html>",
    "entity": "&lt;script&gt;window.broken=1&lt;/script&gt; &#60;img onerror=window.broken=1&#62;",
    "frame": "<iframe srcdoc='<script>parent.broken=1</script>'></iframe><object data=x><embed>",
    "base": "<base href=//elsewhere.example/><meta http-equiv=refresh content='0;url=//x.example'>",
    "bidi": "\u202etxet desrever\u2066\u2067\u200f\u061c unclosed \u202d\u202b",
    "zalgo": "Z\u0310\u0311\u0312\u0313\u0314" * 20 + "\u200b\ufeff\u00ad" * 20,
    "giant": "W" * 8_000,
    "separators": "one\u2028two\u2029three\x0bfour\x0cfive\x1bsix\x85seven",
}


FOREIGN = "main :is(img, style, iframe, object, embed, form form, base, meta, math, link)"
HANDLERS = """[...document.querySelectorAll("*")].flatMap(one => one.getAttributeNames())
  .filter(name => name.startsWith("on"))"""


def _told(n: int, words: str) -> Received:
    """A report of an incident of its own, hostile wherever a report has words."""
    body = words[:600]  # longer words take their time to read, and are no other to a browser
    text = (
        f"A bomb killed {n + 20} people in Dulmeck on 1 March {2005 + n}, police said. {body}\n\n"
        f'"{body} is false," said Ana Tessel, a spokeswoman, who warned of attacks in May 2029.'
    )
    return receive(
        text.encode(),
        "text/plain",
        name=words,
        text=text,
        row=str(n),
        title=f"Toll {n} {words}",
        publisher=words,
        url=f"javascript:window.broken=1//{words}",
    )


@pytest.fixture
def hostile(
    browser: Browser, db: Path, made: tuple[Path, Tools]
) -> Iterator[tuple[Page, list[str]]]:
    """A window, and all that it should look at. No request may leave this host, no box open."""
    received = [_told(n, words) for n, words in enumerate(CORPUS.values())]
    with open_store(f"sqlite:///{db}") as store:
        pipeline.add(received, store, pipeline.Readers(made[1]))
        rows = [store.queue.page(Asked(report=one.report.id))[0] for one in received]
        with serving(store, made[1]) as address:
            page = browser.new_page(base_url=address)
            asked: list[str] = []
            boxes: list[str] = []
            page.on("request", lambda one: asked.append(one.url))
            page.on("dialog", lambda one: boxes.append(one.message))
            page.goto("/log")
            for row, words in zip(rows, CORPUS.values(), strict=True):
                _decide(page, row.incident or "", words)
            named(page, CORPUS["picture"])
            last = rows[-1].incident
            yield (
                page,
                [
                    *(f"/?at={row.number}" for row in rows),
                    *(path for path, _ in TABS),
                    *(
                        f"/incident/{last}/history",
                        f"/compare?left={rows[0].incident}&right={last}",
                    ),
                    *(f"/report/{rows[0].report}?start=0&end=5", "/search?q=Toll"),
                ],
            )
            page.close()
            assert not [url for url in asked if not url.startswith((address, "data:"))]
            assert not boxes


def _decide(page: Page, incident: str, words: str) -> None:
    """Under a hostile name, for a hostile reason, to a hostile value."""
    token = {"X-Token": page.request.get("/api/session").json()["token"]}
    name = {"name": words[:80]}
    assert page.request.put("/api/session", data=name, headers=token).status == 200
    seen = page.request.get(f"/api/incidents/{incident}").headers["etag"]
    asked = {"action": "correct", "incident": incident, "field": "weapon", "value": words[:1_900]}
    answer = page.request.post(
        "/api/decisions",
        data={**asked, "reason": words[:1_900]},
        headers={**token, "If-Match": seen},
    )
    assert answer.status == 201, answer.text()


def test_they_are_words_and_nothing_else(hostile: tuple[Page, list[str]]) -> None:
    page, paths = hostile
    for path in paths:
        page.goto(path)
        expect(page.locator("main")).to_be_visible()
        assert page.evaluate("window.broken") is None, path
        assert page.locator(FOREIGN).count() == 0, path
        assert page.locator("main script:not([src^='/static/'])").count() == 0, path
        assert page.evaluate(HANDLERS) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        if path.startswith("/?at="):
            shown = page.locator("#report-title").text_content() or ""
            assert any(words in shown for words in CORPUS.values()), path
