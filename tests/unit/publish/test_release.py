"""A release: what is in it, that every byte is summed and the same again, that pages are safe."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
import yaml
from tests.unit.export.frozen import Frozen
from tests.unit.publish.golden_release import GOLDEN, KEPT, order, released

from reportedly.errors import NotFree, UnknownPlugin
from reportedly.export.privacy.profile import profile
from reportedly.publish.bundle import files
from reportedly.publish.release import FORMATS, publish
from reportedly.publish.site import writer
from reportedly.records import Incident, Reading

HOSTILE = "<script src='https://evil.example/x.js'></script><img src=x onerror=alert(1)>\u202e"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(Frozen(), order(tmp_path_factory.mktemp("release") / "made"))


@pytest.mark.parametrize("name", KEPT)
def test_it_is_what_it_was(made: Path, name: str) -> None:
    expected = (GOLDEN / name).read_text("utf-8")
    assert (made / name).read_text("utf-8") == expected, (
        "look at it, then: python -m tests.unit.publish.golden_release"
    )


def test_every_file_is_summed(made: Path) -> None:
    lines = (made / "SHA256SUMS").read_text("utf-8").splitlines()
    summed = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    found = {path.relative_to(made).as_posix(): path for path in files(made)}
    assert summed.keys() == found.keys() - {"SHA256SUMS"}
    for name, digest in summed.items():
        assert sha256(found[name].read_bytes()).hexdigest() == digest
    assert {"data/LOST.md", "codebook/rules.md", "codebook/default.toml"} <= summed.keys()


def test_a_zip_holds_the_same_bytes_in_one_order(made: Path, tmp_path: Path) -> None:
    one = publish(Frozen(), order(tmp_path / "one.zip"))
    other = publish(Frozen(), order(tmp_path / "other.zip"))
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as packed:
        names = packed.namelist()
        assert names == [
            f"quessara-2031-05/{path.relative_to(made).as_posix()}" for path in files(made)
        ]
        for path in files(made):
            name = f"quessara-2031-05/{path.relative_to(made).as_posix()}"
            assert packed.read(name) == path.read_bytes()


def test_all_formats_are_the_same_again(tmp_path: Path) -> None:
    one, other = (released(tmp_path / name, formats=FORMATS) for name in ("one", "other"))
    sums = [(folder / "SHA256SUMS").read_text() for folder in (one, other)]
    assert sums[0] == sums[1]
    assert "data/incidents.xlsx" in sums[0]


def test_it_can_be_cited(made: Path) -> None:
    found = yaml.safe_load((made / "CITATION.cff").read_text("utf-8"))
    assert found["cff-version"] == "1.2.0"
    assert found["type"] == "dataset"
    assert found["date-released"] == found["version"] == "2031-05-20"
    assert found["authors"] == [
        {"family-names": "Tessel", "given-names": "Ana"},
        {"name": 'The "Halyard" desk'},
    ]
    assert found["license"] == "CC-BY-4.0"
    # https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
    assert {"authors", "cff-version", "message", "title"} <= found.keys()


def test_nothing_is_replaced_and_nothing_half_made_is_left(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine")
    with pytest.raises(NotFree, match="name another place"):
        released(tmp_path / "there")
    with pytest.raises(UnknownPlugin):
        released(tmp_path / "new", formats=["csv", "none"])
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    (tmp_path / "empty").mkdir()
    assert (released(tmp_path / "empty") / "README.md").exists()


class Tags(HTMLParser):
    """Every tag with its attributes, and the ids to point at."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def _tags(path: Path) -> list[tuple[str, dict[str, str]]]:
    parser = Tags()
    parser.feed(path.read_text("utf-8"))
    return parser.found


def _pages(made: Path) -> list[Path]:
    return sorted((made / "site").rglob("*.html"))


def test_pages_have_no_scripts_and_their_links_lead_somewhere(made: Path) -> None:
    ids = {
        path: {attributes["id"] for _, attributes in _tags(path) if "id" in attributes}
        for path in _pages(made)
    }
    for page in ids:
        for tag, attributes in _tags(page):
            assert tag not in ("script", "iframe", "object", "embed", "form", "base", "style")
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            at = attributes.get("href", attributes.get("src"))
            if at is None or at == "data:,":
                continue
            if re.match("https?://", at):
                assert (tag, attributes["rel"]) == ("a", "noopener noreferrer nofollow")
                continue
            name, _, anchor = at.partition("#")
            target = (page.parent / unquote(name)).resolve() if name else page
            assert target.exists(), f"{page.name}: {at}"
            assert not anchor or anchor in ids[target], f"{page.name}: {at}"


class Hostile(Frozen):
    """Whatever a report says is hostile."""

    def told(self, incident: Incident) -> Sequence[Reading]:
        return [self._spoilt(reading) for reading in super().told(incident)]

    def others(self, reports: object) -> Iterable[Reading]:
        return ()

    def _spoilt(self, reading: Reading) -> Reading:
        spoilt = replace(
            reading.report, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)"
        )
        return replace(reading, report=spoilt)


def test_words_of_reports_stay_words(tmp_path: Path) -> None:
    made = released(tmp_path / "made", Hostile())
    usual = released(tmp_path / "usual")
    for page in _pages(made):
        tags = [tag for tag, _ in _tags(page)]
        plain = [tag for tag, _ in _tags(usual / page.relative_to(made))]
        assert set(tags) <= set(plain)
        assert "javascript:" not in page.read_text("utf-8")
    assert "&lt;script src" in (made / "site" / "sources.html").read_text("utf-8")


def test_long_lists_have_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_ROWS", 2)
    site = released(tmp_path / "made") / "site"
    pages = sorted(path.name for path in site.glob("index*"))
    assert pages == ["index-2.html", "index-3.html", "index.html"]
    shown = ["".join(re.findall(">(INC-[0-9]+)<", (site / name).read_text())) for name in pages]
    assert shown == ["INC-13INC-22", "INC-25INC-34", "INC-3INC-5"]
    assert (site / "sources-2.html").exists()


def test_no_more_of_a_report_is_shown_than_in_the_tables(made: Path) -> None:
    """The site takes words from evidence, so what is withheld there is withheld here."""

    class Blank(Frozen):
        def told(self, incident: Incident) -> Sequence[Reading]:
            return [_blank(reading) for reading in super().told(incident)]

    def _blank(reading: Reading) -> Reading:
        return replace(reading, report=replace(reading.report, text="x" * len(reading.report.text)))

    internal = profile("internal")
    whole = publish(Frozen(), replace(order(made.parent / "whole"), given=internal))
    again = publish(Blank(), replace(order(made.parent / "blank"), given=internal))
    for page in _pages(whole):
        assert (again / page.relative_to(whole)).read_bytes() == page.read_bytes()
