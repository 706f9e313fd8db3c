"""``reportedly demo``: the invented corpus read into a throw-away store, and what comes of it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Json

if TYPE_CHECKING:
    from reportedly.cli.screen import Line, Screen
    from reportedly.pipeline import Added, Release, Tools
    from reportedly.records import Incident
    from reportedly.store.store import Store

STORE = "reportedly.db"
RULES = ("acled", "ucdp", "range")
Keep = Annotated[
    Path | None,
    typer.Option("--keep", metavar="DIR", help="Keep the reports and the store in this folder."),
]


def command(keep: Keep = None, as_json: Json = False) -> None:
    """Read 29 invented reports and show what they add up to."""
    from reportedly import pipeline
    from reportedly.cli.failed import failed
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json
    from reportedly.export.jsonl import exported
    from reportedly.store import open_store

    with TemporaryDirectory(prefix="reportedly-") as spare:
        folder = keep or Path(spare)
        tools = unpack(folder)
        with open_store(f"sqlite:///{folder / STORE}") as store:
            added = read(folder, store, tools)
            by_rule = {name: pipeline.release(store, tools, name) for name in RULES}
            release = pipeline.release(store, tools)
        if as_json:
            for incident in release.incidents():
                write_json(exported(release, incident))
        else:
            screen = Screen()
            _show(screen, release, by_rule)
            _next(screen, release, keep)
            screen.show()
    failed(added.failures)


def unpack(folder: Path) -> "Tools":
    """Put the invented reports, places and actors into a folder; the tools that know these."""
    import shutil

    from reportedly import demo
    from reportedly.cli import opened

    folder.mkdir(parents=True, exist_ok=True)
    with demo.folder() as data:
        shutil.copytree(data / "corpus", folder / "corpus", dirs_exist_ok=True)
        for name in ("places.csv", "actors.jsonl"):
            shutil.copy(data / name, folder / name)
    return opened.tools(folder / "places.csv", folder / "actors.jsonl")


def read(folder: Path, store: "Store", tools: "Tools") -> "Added":
    """Read the reports of such a folder into a store. Safe to repeat."""
    from reportedly import pipeline

    found = pipeline.sources([str(folder / "corpus")])
    return pipeline.add(found, store, pipeline.Readers(tools))


def _show(screen: "Screen", release: "Release", by_rule: Mapping[str, "Release"]) -> None:
    """The counts, then every incident with the figure of each voice and the result of each rule."""
    from reportedly import wording
    from reportedly.cli.screen import strong
    from reportedly.cli.summary import disputed, summary

    incidents = list(release.incidents())
    statements = sum(1 for _ in release.statements())
    disputes = sum(len(disputed(incident)) for incident in incidents)
    screen.line(
        strong(
            f"{wording.number(len(release.readings), 'report')} -> "
            f"{wording.number(statements, 'statement')}, "
            f"{wording.number(len(incidents), 'incident')}, "
            f"{wording.number(disputes, 'dispute')} you should look at"
        )
    )
    for incident in incidents:
        screen.line()
        summary(screen, incident, _killed(release, incident, by_rule))


def _killed(
    release: "Release", incident: "Incident", by_rule: Mapping[str, "Release"]
) -> list[tuple[str, "Line"]]:
    """Who says how many were killed, and what three rules make of it."""
    from reportedly import pipeline, wording
    from reportedly.wording.heard import by_voice

    explanation = pipeline.explain(release, incident.id, "killed")
    said = by_voice(explanation, release.accounts(incident.accounts))
    if len({one.words for one in said}) < 2:
        return []
    voices = "; ".join(str(one) for one in said)
    results = "; ".join(
        f"{name} {wording.say(other.incident(incident.id).get('killed'))}"
        for name, other in by_rule.items()
    )
    return [("killed", voices), ("by rule", results)]


def _next(screen: "Screen", release: "Release", keep: Path | None) -> None:
    """What to try next, with an incident that is worth it."""
    from reportedly.cli.screen import strong

    incidents = sorted(release.incidents(), key=lambda one: (-len(one.disputes), one.id))
    screen.line()
    if not keep:
        screen.line("Every report, place, group and person here is invented. To go on with them:")
        screen.line(strong("  reportedly demo --keep demo"), indent=2)
        return
    screen.line(f"Kept in {keep}. Next:")
    db = keep / STORE
    if incidents:
        screen.line(strong(f"reportedly why {incidents[0].id} killed --db {db}"), indent=2)
    screen.line(strong(f"reportedly disputes --db {db}"), indent=2)
    screen.line(strong("reportedly read FILE"), indent=2)
