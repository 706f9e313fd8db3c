"""The generated pages are current, and no link of the documentation leads nowhere."""

import importlib.util
import re
from pathlib import Path

from reportedly.codebook import default

LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def _generator(checkout: Path):  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("generate", checkout / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_current(checkout: Path) -> None:
    for name, text in _generator(checkout).pages().items():
        written = (checkout / "docs" / "reference" / name).read_text(encoding="utf-8")
        assert written == text, f"docs/reference/{name} is out of date: run make docs"


def test_every_field_and_type_of_the_codebook_is_documented(checkout: Path) -> None:
    page = (checkout / "docs" / "reference" / "codebook.md").read_text(encoding="utf-8")
    for name in [*default().fields, *default().types]:
        assert f"| `{name}` |" in page
    assert all(f.help for f in default().fields.values())
    assert all(t.help for t in default().types.values())


def test_links_between_pages_lead_somewhere(checkout: Path) -> None:
    pages = [*checkout.glob("*.md"), *(checkout / "docs").rglob("*.md")]
    assert len(pages) > 10
    dead = [
        f"{page.relative_to(checkout)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert dead == []
