"""The desk and the API over the invented corpus."""

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.pipeline import Tools, released
from reportedly.records import Evidence, receive
from reportedly.store import open_store
from reportedly.store.queue import Asked
from reportedly.web.pages import desk
from reportedly.web.text import passage

MARKET = "INC-6"  # 7, then 7 to 12, then 7 to 15 killed
PAGES = (
    *("/", "/?order=weight&only=disputed&show=all", "/?at=11", "/?at=33", "/log"),
    *(f"/incident/{MARKET}", f"/incident/{MARKET}?as_of=2031-03-19"),
    *(f"/incident/{MARKET}/history", "/compare?left=INC-22&right=INC-24"),
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_shown(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert len(page.content) < 300_000
    inline = re.findall(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page.text)
    assert not inline


def test_what_is_not_there_is_said_plainly(client: TestClient) -> None:
    for path in ("/incident/INC-999", "/compare?left=INC-6&right=nothing", "/nowhere", "/?at=999"):
        page = client.get(path)
        assert page.status_code == 404, path
        assert "This cannot be shown" in page.text
    assert client.get("/api/incidents/INC-999").json()["error"].startswith("no incident")


def test_evidence_on_the_page_is_the_text_at_its_offsets(client: TestClient) -> None:
    page = client.get("/?at=11").text
    (report,) = re.findall(r'data-report="(report-\w+)" *>\s*<div class="sheet"', page)
    text = client.get(f"/api/reports/{report}?text=true").json()["report"]["text"]
    body = page.partition('id="report-text"')[2]
    spans = re.findall(r'data-start="(\d+)">([^<]*)</span>', body)
    assert spans
    for start, words in spans:
        shown = unescape(words)
        assert text[int(start) : int(start) + len(shown)] == shown


def test_overlapping_evidence_is_cut_at_every_edge() -> None:
    cited = {
        "a": [Evidence("r", 0, 10, "Seven dead")],
        "b": [Evidence("r", 6, 19, "dead in blast")],
        "c": [Evidence("r", 6, 19, "x"), Evidence("r", 2, 4, "t", "title")],
    }
    shown = passage("Seven dead in blast today", "text", cited, longest=22)
    assert [(one.start, one.text, one.claims) for one in shown.segments] == [
        (0, "Seven ", ("a",)),
        (6, "dead", ("a", "b", "c")),
        (10, " in blast", ("b", "c")),
        (19, " to", ()),
    ]
    assert shown.left == 3
    assert passage("", "title", {}).segments == ()


def test_a_past_day_is_what_a_release_of_that_day_says(client: TestClient) -> None:
    days = client.get(f"/api/incidents/{MARKET}/days").json()["days"]
    killed = [day["values"]["killed"][0].partition(" (")[0] for day in days]
    assert killed[:3] == ["7", "7 to 12", "7 to 15"]
    for day in days[:3]:
        page = client.get(f"/incident/{MARKET}?as_of={day['day']}").text
        shown = re.findall(r'id="v-killed".*?<bdi class="now">([^<]*)<', page, re.S)
        assert shown == day["values"]["killed"]


def pages(client: TestClient, **query: str | int) -> list[list[str]]:
    """The names on each page of incidents."""
    found, after = [], None
    while True:
        asked = {**query, **({"after": after} if after else {})}
        answer = client.get("/api/incidents", params=asked).json()
        found.append([one["id"] for one in answer["incidents"]])
        after = answer["next"]
        if after is None:
            return found


@pytest.mark.parametrize("day", ["", "2031-03-20"])
def test_the_api_pages_by_cursor(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    query = {"as_of": day} if day else {}
    (every,) = pages(client, limit=200, **query)
    assert len(set(every)) == len(every) > 2
    found = pages(client, limit=2, **query)
    assert [name for page in found for name in page] == every
    assert {len(page) for page in found[:-1]} == {2}
    # Of many accounts, however few are asked for, fewer incidents are on a page; but one.
    monkeypatch.setattr(released, "_PAGE", 3)
    found = pages(client, limit=200, **query)
    assert [name for page in found for name in page] == every
    assert len(found) > 1
    assert all(found)


def test_the_queue_pages_by_cursor(client: TestClient) -> None:
    queue = client.get("/api/queue", params={"limit": 3}).json()
    rest = client.get("/api/queue", params={"limit": 200, "after": queue["next"]}).json()
    assert len(queue["queue"]) + len(rest["queue"]) == queue["left"]


def test_the_api_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/decisions", "/api/undo", "/api/incidents/{id}"} <= described["paths"].keys()


HOSTILE = (
    "<script>window.broken = 1</script> <img src=x onerror='window.broken=1'> "
    "<svg onload=window.broken=1> </div></article> {{ 7*7 }} ${7*7} \u202egnirts\u202c "
    '" onfocus="window.broken=1" autofocus=" & &amp; <!-- '
)


def test_words_of_reports_are_inert(db: Path, made: tuple[Path, Tools]) -> None:
    from reportedly import pipeline
    from reportedly.web import create_app

    text = f"A bomb killed nine people in Dulmeck on 18 March 2031, police said. {HOSTILE}"
    received = receive(
        text.encode(),
        "text/plain",
        name=HOSTILE,
        text=text,
        title=f"Nine killed {HOSTILE}",
        publisher=HOSTILE,
        url="javascript:window.broken=1",
    )
    with open_store(f"sqlite:///{db}") as store:
        pipeline.add([received], store, pipeline.Readers(made[1]))
        app = create_app(store, made[1], reviewer=HOSTILE)
        client = TestClient(app, base_url="http://localhost")
        row = store.queue.page(Asked(report=received.report.id))[0]
        for path in (f"/?at={row.number}", f"/incident/{row.incident}", "/log"):
            page = client.get(path).text
            assert "<script>window" not in page
            assert "<img" not in page
            assert "<svg" not in page
            assert 'onfocus="window' not in page
            assert "javascript:" not in page
            assert "<!-- " not in page


def test_of_many_voices_a_few_are_named(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get(f"/incident/{MARKET}").text
    monkeypatch.setattr(desk, "_VOICES", 1)
    short = client.get(f"/incident/{MARKET}").text
    assert "more voice" not in whole
    assert re.search(r"and (1 more voice|[2-9] more voices)<", short)
    assert len(short) < len(whole)


@pytest.mark.parametrize("day", ["", "as_of=2031-03-20"])
def test_of_many_reports_a_few_are_listed_and_the_others_on_request(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    first = f"/incident/{MARKET}?{day}"
    every = _listed(client.get(first).text)
    assert len(every) > 4
    monkeypatch.setattr(desk, "_LISTED", 2)
    short = client.get(first).text
    assert _listed(short) == every[:2]
    assert f"{len(every)} reports" in short
    (address,) = re.findall(r'<a href="([^"]*)"[^>]*>Show the other (?:\d+) reports', short)
    assert f"Show the other {len(every) - 2} reports" in short
    whole = client.get(unescape(address)).text
    assert _listed(whole) == every
    assert "Show the other" not in whole
    # The report on screen is among them, in its own place; and so are those of the day chosen.
    last = unescape(every[-1][1])
    assert last.startswith(first.rstrip("?"))
    assert _listed(client.get(last).text) == [*every[:2], every[-1]]


def _listed(page: str) -> list[tuple[str, str]]:
    """The places and addresses of the reports of the card, without what says that all are shown."""
    found = re.findall(r'<li value="(\d+)"><a href="([^"]*)"', page)
    return [(n, address.replace("&amp;reports=all", "")) for n, address in found]
