"""What a reader of the data needs beside them, as Markdown: codebook, rules, columns.

It follows from the program, so that it cannot fall behind it. ``docs/generate.py`` writes the same
pages into docs/reference, and a release carries them.
"""

from collections.abc import Iterable, Mapping

from reportedly.codebook import Codebook, Practice
from reportedly.export import acled, ged, gtd
from reportedly.export.tables import TABLES
from reportedly.reconcile.choices import VALUE_RULES
from reportedly.reconcile.rules import COUNT_RULES, PRIORITY
from reportedly.reconcile.rules.preferred import source_priority


def codebook(book: Codebook) -> str:
    """Fields, types, statuses, bounds, words for numbers, codes of other data sets."""
    fields = [(f"`{f.name}`", f.kind, f"`{f.rule}`", f.help) for f in book.fields.values()]
    types = [(f"`{t.code}`", t.family, t.help) for t in book.types.values()]
    vague = [
        (v.word, f"{v.low:,}", f"{v.high:,}", v.bound, f"{v.acled:,}")
        for v in book.vague_numbers.values()
    ]
    return "\n".join(
        [
            f"# Codebook `{book.name}`, version {book.version}\n",
            "What is coded. `rule` chooses among differing claims unless another is asked for.\n",
            "## Fields\n",
            _table(("field", "holds", "rule", "meaning"), fields),
            "## Types of incident\n",
            _table(("code", "family", "meaning"), types),
            "## Status\n",
            _table(("code", "meaning"), [(f"`{c}`", m) for c, m in book.statuses.items()]),
            "## Bounds of a number\n",
            _table(("bound", "meaning"), [(f"`{c}`", m) for c, m in book.bounds.items()]),
            "## Words for numbers\n",
            "What each word allows, and the number that ACLED's practice puts for it.\n",
            _table(("word", "low", "high", "bound", "acled"), vague),
            "## Codes of other data sets\n",
            "The nearest ones; what is not listed has none there, and its cells stay empty.\n",
            *(
                f"### {name}: `{table}`\n\n" + _table(("here", "there"), _crosswalk(codes))
                for name, tables in book.elsewhere.items()
                for table, codes in tables.items()
            ),
        ]
    )


def practices(followed: Iterable[Practice]) -> str:
    """What a project can start from beside the default codebook."""
    rows = [
        (f"`{p.name}`", p.title, f"`{p.counts}`", ", ".join(p.exports), ", ".join(p.words))
        for p in followed
    ]
    return "\n".join(
        [
            "## Projects that follow another data set\n",
            "What a project can start from when the workbench makes it: the same fields and types,"
            " with that practice's rule for all numbers of people, its usual exports, and its words"
            " for types.\n",
            _table(("name", "project", "rule", "exports", "words for types"), rows),
        ]
    )


def _crosswalk(codes: Mapping[str, Mapping[str, str | int]]) -> list[tuple[str, ...]]:
    return [
        (f"`{code}`", "; ".join(f"`{column}` {value}" for column, value in there.items()))
        for code, there in codes.items()
    ]


def rules() -> str:
    """The reconcile rules, each with its documentation."""
    parts = [
        "# Rules\n",
        "How one value is chosen from several. The codebook names a rule for each field;"
        " `--rule NAME` puts another in the place of all rules for numbers of people.\n",
        "## For numbers of people\n",
        *(_definition(name, rule.__doc__) for name, rule in COUNT_RULES.items()),
        _definition(f"{PRIORITY}:SOURCE,SOURCE", source_priority.__doc__),
        "## For other values\n",
        *(_definition(name, rule.__doc__) for name, rule in VALUE_RULES.items()),
    ]
    return "\n".join(parts)


def columns(more: str = "") -> str:
    """What stands in each column of the exports that have columns. ``more``: for the beginning."""
    headings = ("column", "type", "what stands in it")
    parts = [
        "# Columns of the exports\n",
        f"An empty cell means that no report states it; it never means zero.{more}\n",
    ]
    for title, listed in (
        ("`acled.csv`", acled.COLUMNS),
        ("`ged.csv`", ged.COLUMNS),
        ("`gtd.csv`", gtd.COLUMNS),
    ):
        rows = [(f"`{c.name}`", c.kind, c.help) for c in listed]
        parts += [f"## {title}\n", _table(headings, rows)]
    parts += [
        "## Tidy tables\n",
        "Files of `csv/` and `parquet/`; some are sheets of `incidents.xlsx`.\n",
    ]
    for table in TABLES.values():
        rows = [
            (f"`{c.name}`", c.kind, _pointing(c.help, table.refers, c.name)) for c in table.columns
        ]
        parts += [f"### `{table.name}`\n", f"{table.help}\n", _table(headings, rows)]
    return "\n".join(parts)


def _pointing(text: str, refers: Mapping[str, str], column: str) -> str:
    return f"{text} In `{refers[column]}`." if column in refers else text


def _definition(name: str, text: str | None) -> str:
    paragraphs = [" ".join(p.split()) for p in (text or "").strip().split("\n\n")]
    return f"### `{name}`\n\n" + "\n\n".join(paragraphs) + "\n"


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
