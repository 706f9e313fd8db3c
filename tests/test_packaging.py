"""What is installed: the locks are complete and clean, and a wheel holds all it needs."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")


def _locked(text: str) -> dict[str, str]:
    """Each requirement of a lock, by its plain name, with its hashes."""
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + text.replace("\\\n", ""))
    found = {NAME.match(e): e for e in (entry.strip() for entry in entries)}
    return {_plain(m[1]): e for m, e in found.items() if m}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(params=["runtime.txt", "dev.txt"])
def lock(request: pytest.FixtureRequest, checkout: Path) -> str:
    name: str = request.param
    return (checkout / "requirements" / name).read_text(encoding="utf-8")


def test_every_locked_version_is_exact_and_hashed(lock: str) -> None:
    entries = _locked(lock)
    assert len(entries) > 20
    for name, entry in entries.items():
        assert "==" in entry, name
        assert "--hash=sha256:" in entry, name


def test_locks_name_no_index_and_no_path_of_a_machine(lock: str) -> None:
    for word in ("://", "--index", "--extra-index", "--find-links", "file:", "/opt", "/home"):
        assert word not in lock


def test_every_dependency_is_locked(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = checkout / "requirements"
    runtime = _locked((folder / "runtime.txt").read_text(encoding="utf-8"))
    dev = _locked((folder / "dev.txt").read_text(encoding="utf-8"))
    names = {_plain(NAME.match(d)[1]) for d in project["dependencies"]}  # type: ignore[index]
    extra = project["optional-dependencies"]["dev"]
    assert names <= set(runtime)
    assert {_plain(NAME.match(d)[1]) for d in extra} <= set(dev)  # type: ignore[index]
    assert set(runtime) <= set(dev)


def test_both_locks_agree(checkout: Path) -> None:
    folder = checkout / "requirements"
    runtime = _locked((folder / "runtime.txt").read_text(encoding="utf-8"))
    dev = _locked((folder / "dev.txt").read_text(encoding="utf-8"))
    version = re.compile(r"==([^\s;]+)")
    for name, entry in runtime.items():
        assert version.findall(entry) == version.findall(dev[name]), name


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    root = Path(__file__).parent.parent
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_whole_package(wheel: Path, checkout: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = checkout / "src"
    files = [p for p in (source / "reportedly").rglob("*") if p.is_file()]
    wanted = {p.relative_to(source).as_posix() for p in files if "__pycache__" not in p.parts}
    assert wanted <= packed
    assert not [name for name in packed if name.startswith(("tests", "docs"))]
    assert [name for name in packed if name.endswith("licenses/LICENSE")]


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop()); import reportedly.cli.app as app;"
        "assert app.__file__.startswith(sys.path[0]); sys.exit(app.run(['doctor']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
