"""The rules of ARCHITECTURE.md, checked: small documented modules, one-way imports, light start."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "reportedly"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 300
VAGUE = {"utils", "util", "common", "helpers", "helper", "misc", "core", "base", "manager"}
VAGUE_ENDINGS = ("Manager", "Handler", "Service", "Helper", "Util", "Utils")
# Loaded only by the command that needs them; seconds of start-up, all together.
HEAVY = {
    "fastapi",
    "starlette",
    "uvicorn",
    "jinja2",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "trafilatura",
    "feedparser",
    "pypdf",
    "lxml",
    "rich",
}
MOST_MODULES_AT_START = 300


def _named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert len(text.splitlines()) <= LONGEST, f"more than {LONGEST} lines: split it by meaning"


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_no_vague_names(path: Path) -> None:
    assert path.stem not in VAGUE
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert not [name for name in classes if name.endswith(VAGUE_ENDINGS)]


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_no_exception_is_swallowed(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except at line {node.lineno}"
            broad = isinstance(node.type, ast.Name) and node.type.id in (
                "Exception",
                "BaseException",
            )
            assert not (broad and isinstance(node.body[0], ast.Pass)), f"line {node.lineno}"


def _loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import reportedly.cli.app as app; app.application()",
        "import reportedly.pipeline",
        "import reportedly.read, reportedly.annotate, reportedly.extract, reportedly.resolve",
        "import reportedly.store, reportedly.export, reportedly.reconcile, reportedly.link",
    ],
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    loaded = _loaded_by(statement)
    assert not HEAVY & {name.partition(".")[0] for name in loaded}
    assert len(loaded) < MOST_MODULES_AT_START


def test_import_contracts_are_kept(checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_every_package(checkout: Path) -> None:
    page = (checkout / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [p.parent.name for p in SOURCE.glob("*/__init__.py")]
    assert not [name for name in packages if f"`{name}/`" not in page]
