"""RSS and Atom."""

import io
from datetime import date

from reportedly.read.feed import FeedReader
from reportedly.records import Received

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Orlune News</title><language>en-us</language>
<item><title>Two &lt;b&gt;killed&lt;/b&gt;</title><link>https://news.example/1</link>
<guid isPermaLink="false">tag:1</guid><pubDate>Fri, 03 May 2024 22:00:00 -0700</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Two people were killed.</p><p>One was hurt.</p>]]></content:encoded>
</item></channel></rss>"""


def test_an_entry_is_a_report() -> None:
    (received,) = FeedReader().read("news.xml", io.BytesIO(FEED.encode()), url=None)
    assert isinstance(received, Received)
    report = received.report
    assert report.text == "Two people were killed.\nOne was hurt."
    assert (report.name, report.title) == ("tag:1", "Two killed")
    assert (report.publisher, report.language) == ("Orlune News", "en")
    assert (report.published, report.url) == (date(2024, 5, 3), "https://news.example/1")
    assert received.data == b"<p>Two people were killed.</p><p>One was hurt.</p>"
