"""The benchmark's own scorer of news, as a module, and its files row by row."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def news_scorer(data: Path) -> Any:
    spec = importlib.util.spec_from_file_location("news_scorer", data / "scorers" / "news.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
