"""The commands that build a larger gazetteer and tell what is installed."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_info(reportedly: Reportedly) -> None:
    assert "CC BY 4.0" in reportedly("gazetteer", "info").out
    assert int(json.loads(reportedly("gazetteer", "info", "--json").out)["format"]) == 2


def test_build_and_use(
    reportedly: Reportedly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = ["990000001", "Dulmeckoro", "Dulmeckoro", "", "14.5", "-3.25", "P", "PPL", "ML", "",
             "04", "", "", "", "240", "", "280", "Africa/Bamako", "2031-03-18"]  # fmt: skip
    dump, out = tmp_path / "ML.zip", tmp_path / "mine.sqlite"
    with zipfile.ZipFile(dump, "w") as archive:
        archive.writestr("ML.txt", "\t".join(cells) + "\n")
    ran = reportedly("gazetteer", "build", str(dump), "--countries", "ml", "--out", str(out))
    assert (ran.status, "1 places more" in ran.out) == (0, True)
    monkeypatch.setenv("REPORTEDLY_GAZETTEER", str(out))
    assert "2031-03-18" in reportedly("gazetteer", "info").out
    assert "your own gazetteer" in reportedly("doctor").out


def test_wrong_usage(reportedly: Reportedly, tmp_path: Path) -> None:
    assert reportedly("gazetteer", "build").status == 2
    ran = reportedly("gazetteer", "build", str(tmp_path / "none.zip"), "--countries", "Mali")
    assert (ran.status, "two-letter" in ran.err) == (2, True)
    assert reportedly("gazetteer", "build", str(tmp_path / "none.zip")).status == 1
