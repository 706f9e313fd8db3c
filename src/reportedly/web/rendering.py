"""Templates with every value escaped, and the words for values as their filters."""

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reportedly import __version__, wording
from reportedly.web.desk import reviewer
from reportedly.web.tabs import TABS

HERE = Path(__file__).parent


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
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
    }
    made.globals |= {"version": __version__, "acts": wording.ACTS}
    return made


def page(request: Request, name: str, /, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """A template with what it shows. Knows of itself: the tabs, who decides, the write token."""
    shown = {
        "tabs": TABS,
        "path": request.url.path,
        "token": request.state.token,
        "reviewer": reviewer(request),
        **shown,
    }
    return HTMLResponse(_templates().get_template(name).render(shown), status)
