"""The words of the rules: every pattern that is asked for is there, and every one is used."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.extract import incidents
from reportedly.extract.incidents.phrases import lowered, lowered_phrase, names, phrase, words

HERE = Path(incidents.__file__).parent
ASKED = re.compile(r'\b(lowered_phrase|phrase|words|names|_has)\(\s*"([a-z_.]+)"')
NAMED = re.compile(r'"([a-z]+\.[a-z_]+)"')
REFERENCE = re.compile(r"\{([a-z_]+)\}")


def asked() -> set[tuple[str, str]]:
    return {found for file in HERE.glob("*.py") for found in ASKED.findall(file.read_text("utf-8"))}


def used() -> Iterator[str]:
    for file in HERE.glob("*.py"):
        yield from NAMED.findall(file.read_text("utf-8"))
    for file in HERE.glob("*.toml"):
        yield from (f"{file.stem}.{name}" for name in REFERENCE.findall(file.read_text("utf-8")))


@pytest.mark.parametrize(("how", "name"), sorted(asked()))
def test_what_the_rules_ask_for_is_there(how: str, name: str) -> None:
    read = {"phrase": phrase, "_has": phrase, "lowered_phrase": lowered_phrase}
    if how in read:
        assert isinstance(read[how](name), re.Pattern)
    else:
        assert names(name) if how == "names" else words(name)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.toml")), ids=lambda file: file.stem)
def test_every_entry_is_used(file: Path) -> None:
    entries = tomllib.loads(file.read_text(encoding="utf-8"))
    assert not {f"{file.stem}.{entry}" for entry in entries} - set(used())


def test_every_type_compiles() -> None:
    assert [lowered_phrase(name) for name in names("triggers.types")]


def test_capitals_do_not_matter() -> None:
    assert phrase("tolls.death_toll").search("The Death Toll rose")


@pytest.mark.parametrize("name", ["tolls.nothing", "nothing.at_all", "triggers.types"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(LookupError, match=r"has no entry|there is no"):
        phrase(name)


def test_offsets_hold_in_small_letters() -> None:
    text = "İzmir ATTACK"
    assert lowered(text).index("attack") == text.index("ATTACK")
    assert len(lowered(text)) == len(text)
