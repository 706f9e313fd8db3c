"""Where templates come from: every value escaped, and the words for values as their filters."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reportedly import __version__, wording
from reportedly.web.graphic import covered

HERE = Path(__file__).parent


def environment(folders: Sequence[Path] = ()) -> Environment:
    """The templates of the workbench, and those of other folders, which go before them."""
    made = Environment(
        loader=FileSystemLoader([*folders, HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "say": wording.say,
        "day": wording.day,
        "short": lambda day: f"{day.day} {day:%b}",
        "when": wording.when,
        "label": wording.label,
        "count_of": wording.number,
        "code": wording.code,
        "covered": covered,
        "among": lambda ids, some: [id for id in ids if id in some],  # of hundreds, a few
    }
    made.globals |= {"version": __version__, "acts": wording.ACTS}
    return made
