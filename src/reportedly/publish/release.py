"""A release is made: data, codebook, rules, versions, digests, how to cite it, pages to read it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.codebook import Codebook
from reportedly.export import Progress, export
from reportedly.export.apart import Again
from reportedly.export.privacy.profile import Profile, profile
from reportedly.plugins import Released
from reportedly.publish import bundle, reference
from reportedly.publish.citation import Citation
from reportedly.publish.manifest import Versions, made, manifest, readme
from reportedly.publish.site.writer import About, SiteExporter

# Each needs nothing beyond the package itself, so that everybody can make the same release.
FORMATS = (*("csv", "jsonl", "xlsx", "acled", "ged", "gtd", "geojson", "stix", "ftm", "jsonld"),)
_WHAT = {
    "csv": ("data/csv/", "nine tables and a Data Package that describes them"),
    "jsonl": ("data/incidents.jsonl", "an incident a line, with its claims, for programs"),
    "xlsx": ("data/incidents.xlsx", "a workbook for people"),
    "acled": ("data/acled.csv", "the columns of ACLED"),
    "ged": ("data/ged.csv", "the columns of UCDP GED"),
    "gtd": ("data/gtd.csv", "the columns of the GTD"),
    "geojson": ("data/incidents.geojson", "points for maps"),
    "parquet": ("data/parquet/", "the tables of csv/ as Parquet"),
    "stix": ("data/stix.json", "a STIX 2.1 bundle"),
    "ftm": ("data/ftm.statements.json", "FollowTheMoney statements"),
    "jsonld": ("data/incidents.jsonld", "PROV-O and Web Annotation"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. ``name``: of the folder or the zip's folder; ``out``: where it goes;
    ``given``, ``listed`` and ``again``: see :func:`reportedly.export.export`.
    """

    name: str
    out: Path
    formats: Sequence[str]
    citation: Citation
    versions: Versions
    given: Profile = field(default_factory=profile)
    listed: Callable[[str], bool] = lambda name: False
    again: Again | None = None


def publish(released: Released, order: Order, progress: Progress | None = None) -> Path:
    """Make a release; return where it is. It appears whole, or not at all.

    Raises NotFree where something is there already, and what :func:`reportedly.export.export`
    raises for formats.
    """
    bundle.free(order.out)
    order.out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".releasing-", dir=order.out.parent) as away:
        folder = Path(away, order.name)
        folder.mkdir()
        _fill(folder, released, order, progress)
        bundle.summed(folder)
        bundle.settle(folder, order.out)
    return order.out


def _fill(folder: Path, released: Released, order: Order, progress: Progress | None) -> None:
    contents = list(_contents(order.formats))
    site = SiteExporter(
        About(
            title=order.citation.title,
            description=order.citation.abstract,
            citation=order.citation.line(),
            how=lambda seen: made(released, order.versions, seen, order.given.name),
            files=contents,
        )
    )
    export(
        released,
        [*order.formats, site],
        folder / "data",
        progress,
        given=order.given,
        listed=order.listed,
        again=order.again,
    )
    (folder / "data" / "site").rename(folder / "site")
    counts = site.counts
    for path, text in {
        "README.md": readme(
            order.name,
            order.citation,
            made(released, order.versions, counts, order.given.name),
            counts,
            contents,
        ),
        "CITATION.cff": order.citation.cff(),
        "release.json": manifest(
            order.name,
            released,
            order.citation,
            order.versions,
            counts,
            order.formats,
            order.given.name,
        ),
        **_codebook(released.codebook),
    }.items():
        target = folder / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _contents(formats: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "site/index.html", "the release as pages: tables, map, timeline, each incident"
    for name in formats:
        yield _WHAT.get(name, (f"data/ ({name})", "a format of a plugin"))
    yield "data/LOST.md", "what each format could not carry for these very rows"
    yield "codebook/codebook.md", "what is coded, and the nearest codes of other data sets"
    yield "codebook/rules.md", "how one value is chosen among several"
    yield "codebook/columns.md", "what stands in each column of the data"
    yield "codebook/default.toml", "the codebook, for programs"
    yield "release.json", "how the release was made, for programs"
    yield "CITATION.cff", "how to cite it"
    yield "SHA256SUMS", "the digest of every other file"


def _codebook(book: Codebook) -> dict[str, str]:
    own = files("reportedly.codebook")
    return {
        "codebook/codebook.md": reference.codebook(book),
        "codebook/rules.md": reference.rules(),
        "codebook/columns.md": reference.columns(),
        **{
            f"codebook/{name}": own.joinpath(name).read_text(encoding="utf-8")
            for name in ("default.toml", "people.toml")
        },
    }
