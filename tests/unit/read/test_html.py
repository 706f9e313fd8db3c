"""Pages: their text and their facts."""

import io
from datetime import date

import pytest

from reportedly.read.html import HtmlReader
from reportedly.read.markup import parse_html, plain_text
from reportedly.read.page_facts import PageFacts, page_facts
from reportedly.records import Received, Report

FIRST = (
    "Two people were killed when a bomb went off at the market in Orlune on Monday, police said."
)
SECOND = "The governor of the province visited the wounded in hospital and promised an inquiry."
BODY = f"<article><h1>Two killed in Orlune</h1><p>{FIRST}</p><p>{SECOND}</p></article>"


def facts(head: str = "", body: str = BODY, lang: str = "", url: str | None = None) -> PageFacts:
    source = f"<!DOCTYPE html><html {lang}><head>{head}</head><body>{body}</body></html>"
    return page_facts(parse_html(source), url)


def read(source: str, url: str | None = None) -> Report:
    (received,) = HtmlReader().read("dir/page.html", io.BytesIO(source.encode()), url=url)
    assert isinstance(received, Received)
    assert received.data == source.encode()
    return received.report


def test_a_page() -> None:
    report = read(
        "<!DOCTYPE html><html lang='en-GB'><head><meta charset='utf-8'>"
        "<meta property='og:site_name' content='Orlune News'>"
        "<meta property='og:title' content='Two killed in Orlune'>"
        "<meta property='article:published_time' content='2024-05-03T23:10:00+05:00'>"
        f"</head><body><nav><a href='/'>Home</a></nav>{BODY}<footer>© 2019</footer></body></html>"
    )
    assert report.name == "page"
    assert report.text == f"{FIRST}\n{SECOND}"  # the headline is the title, not the text
    assert (report.title, report.publisher) == ("Two killed in Orlune", "Orlune News")
    assert (report.published, report.language) == (date(2024, 5, 3), "en")


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2024-05-03T10:00:00Z'>",
        "<meta name='DC.date.issued' content='2024-05-03'>",
        "<meta itemprop='datePublished' content='3 May 2024'>",
        "<script type='application/ld+json'>"
        '{"@type": "NewsArticle", "datePublished": "2024-05-03"}</script>',
        "<script type='application/ld+json'>"
        '{"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2024-05-03"}]}</script>',
        "<meta name='pubdate' content='soon'><meta name='publishdate' content='20240503'>",
    ],
)
def test_a_stated_day(head: str) -> None:
    assert facts(head).published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>Copyright 2019. On 3 May 2024 two people were killed. 2024-05-03</p>"),
        ("<meta property='article:modified_time' content='2024-05-03'>", BODY),
        ("<meta name='date' content='x'><link href='/2024/05/03/a.html'>", BODY),
        (
            "<script type='application/ld+json'>"
            '{"@type": "Event", "datePublished": "2024-05-03"}</script>',
            BODY,
        ),
        ("", "<main><time datetime='2024-05-03'></time><time datetime='2024-05-04'></time></main>"),
        ("", "<div><time datetime='2024-05-03'></time></div>"),
    ],
)  # fmt: skip
def test_no_day_is_guessed(head: str, body: str) -> None:
    assert facts(head, body, url="https://news.example/2024/05/03/x.html").published is None


def test_the_only_time_of_the_article() -> None:
    aside = "<aside><time datetime='2020-01-01'></aside>"
    body = f"<article><time datetime='2024-05-03T10:00'>3 May</time>{aside}</article>"
    assert facts(body=body).published == date(2024, 5, 3)


def test_title_without_the_site() -> None:
    site = "<meta property='og:site_name' content='Orlune News'>"
    head = f"<title>Two killed | Orlune News</title>{site}"
    assert facts(head, "<p>x</p>").title == "Two killed"
    assert facts("<title>Two killed | More</title>", "<p>x</p>").title == "Two killed | More"


def test_address() -> None:
    asked = "https://news.example/a?utm=1"
    own = "<link rel='canonical' href='/a'>"
    other = "<link rel='canonical' href='https://elsewhere.example/b'>"
    assert facts(own, url=asked).url == "https://news.example/a"
    assert facts(other, url=asked).url == asked
    assert facts(other).url == "https://elsewhere.example/b"
    assert facts(own).url is None
    assert facts("<link rel='canonical' href='javascript:x'>").url is None


@pytest.mark.parametrize(
    ("lang", "code"),
    [("lang='en-GB'", "en"), ("lang='ara'", "ar"), ("lang=''", None), ("lang='English'", None)],
)
def test_language(lang: str, code: str | None) -> None:
    assert facts(lang=lang).language == code


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain", "plain"),
        ("a &amp; b", "a & b"),
        ("<p>one</p><p>two\nlines</p>", "one\ntwo lines"),
        ("one<br/>two", "one\ntwo"),
        ("<ul><li>a</li><li>b</li></ul>tail", "a\nb\ntail"),
        ("<script>x</script><p hidden>y</p>z", "z"),
        ("<b>bo</b>ld", "bold"),
        ("", ""),
        ("<img src=x>", ""),
    ],
)
def test_plain_text(fragment: str, text: str) -> None:
    assert plain_text(fragment) == text
