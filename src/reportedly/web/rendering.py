"""A page of the workbench: a template with what it shows."""

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from reportedly.web.desk import reviewer
from reportedly.web.tabs import TABS
from reportedly.web.templating import environment


@cache
def _templates() -> Environment:
    return environment()


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
