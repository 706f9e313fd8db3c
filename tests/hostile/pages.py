"""HTML pages and feeds."""

from collections.abc import Iterator

from tests.hostile.case import Case, repeated

STORY = "Twelve people were killed when gunmen attacked a bus near Orlune on Monday, police said."
MORE = "The regional governor promised an inquiry and visited the wounded in the district hospital."
BODY = f"<article><p>{STORY}</p><p>{MORE}</p></article>"
NOT_SEEN = "Nobody can see this sentence about two hundred dead because the page does not show it."


def page(body: str, head: str = "") -> bytes:
    head = f"<head><meta charset='utf-8'>{head}</head>"
    return f"<!DOCTYPE html><html lang='en'>{head}<body>{body}</body></html>".encode()


BODIES = {
    "plain": BODY,
    "script": f"<script>document.write('{NOT_SEEN}')</script>{BODY}",
    "style": f"<style>p::after {{content: '{NOT_SEEN}'}}</style>{BODY}",
    "template": f"<template><p>{NOT_SEEN}</p></template>{BODY}",
    "noscript": f"<noscript><p>{NOT_SEEN}</p></noscript>{BODY}",
    "comment": f"<!-- <p>{NOT_SEEN}</p> -->{BODY}",
    "hidden": BODY.replace("<p>", f"<p hidden>{NOT_SEEN}</p><p>", 1),
    "display-none": BODY.replace("<p>", f"<p style='DISPLAY : none'>{NOT_SEEN}</p><p>", 1),
    "invisible": BODY.replace("<p>", f"<p style='visibility:hidden'>{NOT_SEEN}</p><p>", 1),
    "attribute": BODY.replace("<p>", f"<p title='{NOT_SEEN}' onclick='{NOT_SEEN}'>", 1),
    "iframe": f"<iframe srcdoc='<p>{NOT_SEEN}</p>'></iframe>{BODY}",
    "svg": f"<svg><text>{NOT_SEEN}</text></svg>{BODY}",
    "unclosed": f"<article><p>{STORY}<p>{MORE}",
    "misnested": f"<b><i><p>{STORY}</b></i></p><p>{MORE}",
    "cdata": f"<![CDATA[ x ]]>{BODY}",
    "attributes": BODY.replace("<p>", "<p " + " ".join(f"a{n}=1" for n in range(700)) + ">", 1),
    "long-attribute": BODY.replace("<p>", f"<p class='{'x' * 1_000_000}'>", 1),
    "broken-json-ld": "<script type='application/ld+json'>{\"@type\": </script>" + BODY,
    "deep-json-ld": "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + BODY,
    "odd-json-ld": "<script type='application/ld+json'>[1,null,{\"@type\":[5]}]</script>" + BODY,
}  # fmt: skip

HEADS = {
    "bad-day": "<meta property='article:published_time' content='soon'>",
    "bad-canonical": "<link rel='canonical' href='http://[bad'>",
    "script-canonical": "<link rel='canonical' href='javascript:alert(1)'>",
    "bad-lang": "<meta name='og:locale' content='💥'>",
    "refresh": "<meta http-equiv='refresh' content='0;url=http://127.0.0.1/'>",
    "base": "<base href='file:///etc/'>",
    "many-metas": "<meta name='x' content='y'>" * 20_000,
    "unknown-charset": "<meta charset='klingon'>",
    "lying-charset": "<meta charset='utf-16'>",
}


def cases() -> Iterator[Case]:
    seen, unseen = (STORY, MORE), ("two hundred dead",)
    for name, body in BODIES.items():
        yield Case(f"html/{name}.html", page(body), contains=seen, lacks=unseen)
    for name, head in HEADS.items():
        yield Case(f"html/head-{name}.html", page(BODY, head), contains=seen)
    whole = page(BODY + "<footer>" + "x " * 500)
    yield Case("html/cut-in-footer.html", whole[:-300], contains=seen)
    yield Case("html/cut-in-tag.html", page(f"<p>{STORY}</p><p>{MORE}</p><di")[:-16], contains=seen)
    yield Case("html/empty.html", b"", failures=("is empty",))
    yield Case("html/blank.html", b" \n ", failures=("is empty",))
    yield Case("html/no-text.html", page(""), failures=("no main text",))
    yield Case("html/only-script.html", page("<script>1</script>"), failures=("no main text",))
    yield Case(
        "html/only-hidden.html",
        page(f"<div hidden><p>{STORY}</p></div>"),
        failures=("no main text",),
    )
    yield Case("html/nul.html", page(BODY).replace(b"Twelve", b"Tw\x00elve"), failures=("NUL",))
    yield Case("html/binary.html", bytes(range(256)) * 40, failures=("binary",))
    yield Case("html/named.txt", page(BODY), contains=seen)
    yield Case("html/named.pdf", page(BODY), contains=seen)
    yield Case("html/no-ending", page(BODY), contains=seen)
    yield Case("html/utf16.html", page(BODY).decode().encode("utf-16"), contains=seen)
    western = (
        page(BODY.replace("Orlune", "Orluné"))
        .replace(b"utf-8", b"iso-8859-1")
        .decode()
        .encode("cp1252")
    )
    yield Case("html/western.html", western, contains=("Orluné",))
    russian = "<p>В понедельник погибли 12 человек, сообщила полиция города.</p>" * 3
    cyrillic = page(russian).decode().replace("utf-8", "windows-1251").encode("cp1251")
    yield Case("html/cyrillic.html", cyrillic, contains=("погибли 12 человек",))
    bad_text = page(BODY.replace("Orlune", "Orlun\u00e9 \u0434\u0434")).replace(
        b"Monday", b"Mon\xffday"
    )
    yield Case("html/stray-byte-in-text.html", bad_text, failures=("not UTF-8",))
    footer = page(BODY + "<footer>éééé @ </footer>").replace(b"@", b"\xff")
    yield Case("html/stray-byte-elsewhere.html", footer, contains=seen)
    yield Case("html/deep.html", page("<div>" * 100_000 + BODY), failures=("tags",))
    yield Case("html/deep-inline.html", page("<b>" * 5_000 + STORY), failures=("nested deeper",))
    yield Case("html/nested.html", page("<div>" * 30_000 + BODY), failures=("nested deeper",))
    yield Case("html/large.html", repeated(b"<p>x</p>", 1_000_000), failures=("larger than 5 MB",))
    yield Case("html/many-tags.html", repeated(b"<p>x</p>", 500_000), failures=("tags",))
    for name, attribute in {
        "bare": b" a%d",
        "value": b" a%d=1",
        "quoted": b' a%d=""',
        "slash": b"/a%d",
    }.items():
        many = b"".join(attribute % n for n in range(200_000))
        yield Case(
            f"html/attributes-{name}.html", b"<html><body><p" + many + b">x", failures=("a tag",)
        )
    hidden = b"<!--><script></script><p " + b"a " * 200_000
    yield Case("html/attributes-after-comment.html", b"<html><body>" + hidden, failures=("a tag",))
    yield Case(
        "html/many-paragraphs.html",
        page(f"<article><p>{STORY}</p></article>" + "<br>" * 20_000),
        contains=(STORY,),
    )
    yield Case("html/many-links.html", page("<a href='/x'>y</a> " * 10_000 + BODY), contains=seen)
    yield Case("html/entities.html", page(BODY + "&amp;" * 50_000), contains=seen)
    yield Case(
        "html/frames.html",
        b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>",
        failures=("no main text",),
    )
    yield from _feeds()


def feed(items: str, prolog: str = "<?xml version='1.0' encoding='utf-8'?>") -> bytes:
    channel = f"<channel><title>Orlune News</title>{items}</channel>"
    return f"{prolog}<rss version='2.0'>{channel}</rss>".encode()


def item(body: str, more: str = "") -> str:
    return f"<item><title>T</title><link>http://x.example/1</link>{more}<description>{body}</description></item>"


def _feeds() -> Iterator[Case]:
    def case(name: str, data: bytes, *failures: str, texts: tuple[str, ...] = ()) -> Case:
        return Case(f"feed/{name}.xml", data, texts=texts, failures=failures)

    two = item(STORY) + item(MORE)
    yield case("good", feed(two), texts=(STORY, MORE))
    yield case(
        "tags",
        feed(item(f"&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;")),
        texts=(f"{STORY}\n{MORE}",),
    )
    script = f"<script>alert('{NOT_SEEN}')</script><p>{STORY}</p><img src=x onerror=alert(1)>"
    script = f"<![CDATA[{script}]]>"
    yield case("script", feed(item(script)), texts=(STORY,))
    yield case(
        "hidden", feed(item(f"<![CDATA[<p hidden>{NOT_SEEN}</p><p>{STORY}</p>]]>")), texts=(STORY,)
    )
    yield case("no-text", feed(item("") + item(STORY)), "http://x.example/1", texts=(STORY,))
    yield case("no-entries", feed(""), "without entries")
    yield case(
        "odd-day",
        feed(item(STORY, "<pubDate>soon</pubDate>")),
        "'soon' is not a day",
        texts=(STORY,),
    )
    yield case(
        "deep-entry",
        feed(item(f"<![CDATA[{'<div>' * 2000}{STORY}]]>") + item(MORE)),
        "nested deeper",
        texts=(MORE,),
    )
    laughs = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))
    yield case(
        "laughs",
        feed(item("&l9;"), f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]>"),
        "entities",
    )
    yield case(
        "laughs-utf16",
        feed(
            item("&l9;"),
            f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]>",
        )
        .decode()
        .encode("utf-16"),
        "entities",
    )
    for name, target in {"file": "file:///etc/passwd", "http": "http://127.0.0.1:9/x"}.items():
        yield case(
            f"external-{name}",
            feed(
                item("&x;"), f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '{target}'>]>"
            ),
            "entities",
        )
    yield case(
        "parameter-entity",
        feed(
            item("a"),
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]>",
        ),
        "entities",
    )
    yield case(
        "external-dtd",
        feed(two, "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>"),
        texts=(STORY, MORE),
    )
    yield case("not-a-feed", b"<?xml version='1.0'?><html2><a/></html2>", "neither RSS nor Atom")
    yield case("empty", b"", "is empty")
    yield case("cut", feed(two + item("x"))[:-80], "has no text", "cut short", texts=(STORY, MORE))
    yield case("deep", feed("<a>" * 50_000), "")
    yield Case(
        "feed/large.xml",
        repeated(b"<item/>", 2_000_000, b"<rss><channel>"),
        failures=("larger than 5 MB",),
    )
    yield Case(
        "feed/many-tags.xml",
        repeated(b"<item/>", 500_000, b"<rss><channel>"),
        failures=("200,000 tags",),
    )
    yield Case(
        "feed/brackets.xml",
        repeated(b"<", 4_000_000, b"<rss><channel>"),
        failures=("200,000 tags",),
    )
    yield Case("feed/named.html", feed(two), texts=(STORY, MORE))
    yield Case("feed/named.txt", feed(two), texts=(STORY, MORE))
    content = f"<content type='html'>&lt;b&gt;{STORY}&lt;/b&gt;</content>"
    entry = f"<title>A</title><entry><id>u:1</id>{content}</entry>"
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"
    yield Case("feed/good.atom", atom.encode(), texts=(STORY,))
