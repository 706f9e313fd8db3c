"""The demonstration: it runs to its end, keeps what it is told to keep, and invents no state."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_the_first_line_counts_what_was_read(reportedly: Reportedly, tmp_path: Path) -> None:
    ran = reportedly("demo")
    assert ran.status == 0, ran.err
    first = ran.out.splitlines()[0]
    assert first.startswith("29 reports -> ")
    assert first.endswith("you should look at")
    for words in ("by rule", "acled ", "ucdp ", "range ", "one voice", "reportedly demo --keep"):
        assert words in ran.out
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_can_be_gone_on_with(reportedly: Reportedly, tmp_path: Path) -> None:
    ran = reportedly("demo", "--keep", "kept")
    assert ran.status == 0, ran.err
    names = {path.name for path in (tmp_path / "kept").iterdir()}
    assert {"corpus", "places.csv", "actors.jsonl", "reportedly.db"} <= names
    hint = next(line for line in ran.out.splitlines() if "reportedly why" in line)
    assert reportedly(*hint.split()[1:]).status == 0
    again = reportedly("demo", "--keep", "kept")
    assert again.out.splitlines()[0] == ran.out.splitlines()[0]


def test_the_incidents_for_programs(reportedly: Reportedly) -> None:
    schema = json.loads(reportedly("schema").out)
    lines = reportedly("demo", "--json").out.splitlines()
    assert lines
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


def test_reading_for_programs_keeps_to_the_schema(reportedly: Reportedly) -> None:
    from reportedly import demo

    schema = json.loads(reportedly("schema").out)
    with demo.folder() as folder:
        ran = reportedly("read", str(folder / "corpus"), "--json", "--with-text")
    assert ran.status == 0, ran.err
    for line in ran.out.splitlines():
        found = json.loads(line)
        jsonschema.validate(found, schema)
        text = found["report"]["text"]
        for said in found["statements"]:
            content = said["content"]
            source = text if content["in"] == "text" else found["report"]["title"]
            assert source[content["start"] : content["end"]] == content["quote"]
