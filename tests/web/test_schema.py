"""The API asked whatever its description allows, and what it does not: never a server error."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok

from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.web import create_app
from tests.web.conftest import signed_in

KNOWN = {"id": "INC-6", "incident": "INC-6", "other": "INC-22", "field": "killed", "limit": 5}
OFTEN = {"post": 20, "put": 10}  # requests of a kind; writes have more to be wrong about
SELDOM = 4


def test_no_request_is_a_server_error(db: Path, made: tuple[Path, Tools]) -> None:
    """What one request decides is what the next one finds."""
    with open_store(f"sqlite:///{db}") as store:
        app = create_app(store, made[1], reviewer="Ana", hosts=("testserver", "localhost"))
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
        headers = signed_in(app)
        asked: set[int] = set()
        for found in schema.get_all_operations():
            operation: Any = found.ok() if isinstance(found, Ok) else pytest.fail(str(found))
            _ask(operation, GenerationMode.POSITIVE, headers, asked)
            with suppress(Unsatisfiable):  # where every text is allowed, nothing is wrong
                _ask(operation, GenerationMode.NEGATIVE, headers, asked)
    assert {200, 201, 404, 412, 422} <= asked  # it got past the guard, and past the parameters


def _ask(operation: Any, mode: GenerationMode, headers: dict[str, str], asked: set[int]) -> None:
    @settings(
        max_examples=OFTEN.get(operation.method, SELDOM),
        derandomize=True,  # the same requests each time
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        asked.add(_answer(case, headers))
        for part in (case.path_parameters, case.query, case.body):
            if isinstance(part, dict):  # the same about things that there are
                part.update({name: KNOWN[name] for name in part.keys() & KNOWN.keys()})
        asked.add(_answer(case, headers))

    ask()


def _answer(case: Any, headers: dict[str, str]) -> int:
    answer = case.call_and_validate(headers=headers, checks=(not_a_server_error,))
    status: int = answer.status_code
    return status
