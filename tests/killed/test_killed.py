"""Ten kills of a small addition; ``make test-long`` kills one of 500 reports 200 times."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORTS = os.environ.get("KILLED_REPORTS", "120")
KILLS = os.environ.get("KILLS", "10")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks processes")
def test_a_killed_addition_loses_and_doubles_nothing(tmp_path: Path, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.killed.driver", str(tmp_path), REPORTS, KILLS, "7"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout
