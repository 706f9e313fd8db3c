"""What holds for every test: no skipping in CI, and no setting of the person who runs them."""

import os
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Training and the formats' own libraries have environments of their own (make train-check,
# make formats-check), and the benchmarks' texts cannot be in the repository: where these are
# missing, their tests do not exist, rather than being skipped.
_BENCH = Path(os.environ.get("REPORTEDLY_BENCH", Path(__file__).parents[2] / "shared"))
_HAVE = {
    "train": bool(find_spec("torch")),
    "formats": bool(find_spec("followthemoney")),
    "with_data": (_BENCH / "scorers" / "muc4.py").exists(),
}
collect_ignore = [name for name, have in _HAVE.items() if not have]


# How long an example takes says how busy the machine is, and nothing about what is tested.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test sees neither the user's store nor the user's terminal."""
    for name in [name for name in os.environ if name.startswith("REPORTEDLY_")]:
        monkeypatch.delenv(name)
    for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def checkout() -> Path:
    """The root of the checkout."""
    return Path(__file__).parent.parent


def _skipping_fails(report: Any) -> None:
    if report.outcome == "skipped" and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not accept: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    _skipping_fails(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    _skipping_fails(report)
    return report
