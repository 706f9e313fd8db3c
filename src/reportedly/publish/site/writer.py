"""``site/``: pages that open from a disk, without scripts and without asking any other machine."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reportedly.plugins import Released
from reportedly.publish.manifest import Counts
from reportedly.publish.site.atlas import HEIGHT, WIDTH, World
from reportedly.publish.site.overview import Overview
from reportedly.publish.site.told import page
from reportedly.web.plots.drawing import drawing
from reportedly.web.templating import HERE as WEB
from reportedly.web.templating import environment

_HERE = Path(__file__).parent
_ROWS = 500  # incidents, or sources, on a page of a list
_TABLED = 400
_STYLES = ("style.css", "plots.css")
TABS = (
    ("index.html", "Incidents"),
    ("map.html", "Map"),
    ("timeline.html", "Timeline"),
    ("sources.html", "Sources"),
)


@dataclass(frozen=True, slots=True)
class About:
    """What the pages say of the release. ``how``: how it was made, as labels and words, once it is
    known what is in it. ``files``: path and what it is.
    """

    title: str
    description: str
    citation: str
    how: Callable[[Counts], Sequence[tuple[str, str]]]
    files: Sequence[tuple[str, str]]


class SiteExporter:
    """An exporter like the others, so that what a profile withholds is withheld here too."""

    name = "site"

    def __init__(self, about: About) -> None:
        self._about = about
        self._written: list[Path] = []
        self.overview = Overview()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        home = folder / "site"
        (home / "incidents").mkdir(parents=True, exist_ok=True)
        self._styles(home)
        for incident in released.incidents():
            self.overview.take(incident, released.told(incident))
            shown = page(released, incident)
            path = home / "incidents" / file_name(incident.id)
            self._page(path, "incident.html", root="../", page=shown, incident=incident)
        for reading in released.others(self.overview.told):
            self.overview.beside(reading)
        self._pages(home)
        return self._written

    @property
    def counts(self) -> Counts:
        """Of what was written."""
        seen = self.overview
        return Counts(len(seen.rows), len(seen.told), seen.extractors)

    def lost(self) -> Sequence[str]:
        return [
            f"Incidents in it: {len(self.overview.rows):,}.",
            f"Texts of reports, of which only quotations are shown: "
            f"{len(self.overview.told):,} reports.",
            "Statements that no fact of an incident stands in: not shown; `csv` has them.",
        ]

    def _pages(self, home: Path) -> None:
        how = self._about.how(self.counts)
        self._list(home, "index", self.overview.rows, how=how)
        self._list(home, "sources", self.overview.sources())
        found = self.overview.places()
        ranked = sorted(found.circles, key=lambda c: (-c.tally.incidents, c.place.name))
        numbered = {one.place: n for n, one in enumerate(ranked, 1)}
        self._page(
            home / "map.html",
            "map.html",
            drawn=_world().draw(found.circles),
            size=(WIDTH, HEIGHT),
            places=found,
            ranked=ranked,
            number=lambda place: numbered[place],
            incidents=self.overview.at,
        )
        line = self.overview.timeline()
        self._page(
            home / "timeline.html",
            "timeline.html",
            line=line,
            drawn=drawing(line),
            rows=[column for column in line.columns if column.tally.incidents][-_TABLED:],
            bars=line.bars[-_TABLED:],
            search=None,
        )

    def _list(self, home: Path, name: str, rows: Sequence[Any], **shown: Any) -> None:
        """Rows in pages of a size that a browser opens at once; at least one page."""
        parts = [rows[first : first + _ROWS] for first in range(0, max(1, len(rows)), _ROWS)]
        pages = [f"{name}.html", *(f"{name}-{n}.html" for n in range(2, len(parts) + 1))]
        for at, part in zip(pages, parts, strict=True):
            self._page(home / at, f"{name}.html", rows=part, pages=pages, at=at, **shown)

    def _page(self, path: Path, template: str, root: str = "", **shown: Any) -> None:
        made = self._templates.get_template(template).render(
            about=self._about,
            overview=self.overview,
            root=root,
            tabs=TABS,
            here=path.name,
            file=file_name,
            **shown,
        )
        path.write_text(made, encoding="utf-8", newline="\n")
        self._written.append(path)

    def _styles(self, home: Path) -> None:
        for source in (*(WEB / "static" / name for name in _STYLES), _HERE / "site.css"):
            path = home / source.name
            path.write_bytes(source.read_bytes())
            self._written.append(path)

    @cached_property
    def _templates(self) -> Any:
        return environment([_HERE / "templates"])


def file_name(id: str) -> str:
    """Of an incident's page; the ids of a store are letters, digits and a hyphen."""
    return f"{re.sub('[^A-Za-z0-9-]', '_', id)}.html"


def _world() -> World:
    return World(json.loads((WEB / "static" / "outlines.json").read_text(encoding="utf-8")))
