"""Nouns for people who are counted, and what kind of people they name."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["anyone", "civilian", "prominent", "security", "fighter"]
# "councilman", "quarrymen": people, whatever they do.
_ENDING = re.compile(r"(?!specimen|regimen|abdomen|talisman|acumen|bogeyman)[a-z-]{3,}m[ae]n")
KINDS: tuple[Kind, ...] = ("anyone", "civilian", "prominent", "security", "fighter")


@cache
def _nouns() -> dict[str, tuple[Kind, bool]]:
    """Every form, folded, with its kind and whether it is a plural."""
    data = tomllib.loads(files(__package__).joinpath("people.toml").read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {word: kind for kind in KINDS for word in data[kind].split()}
    forms: dict[str, tuple[Kind, bool]] = {}
    for word, kind in kinds.items():
        forms[word.casefold()] = (kind, False)
        plural = word + ("es" if word.endswith(("s", "ss", "ch", "sh")) else "s")
        forms[plural.casefold()] = (kind, True)
    for form, word in data["irregular"].items():
        forms[form.casefold()] = (kinds.get(word, "anyone"), form not in ("member", "passer-by"))
    return forms


def kind_of(noun: str) -> Kind | None:
    """What kind of people a noun names, or None if it names no people."""
    found = _nouns().get(noun.casefold())
    if found:
        return found[0]
    return "civilian" if _ENDING.fullmatch(noun) else None


def is_plural(noun: str) -> bool:
    """True for a noun of people that names more than one."""
    found = _nouns().get(noun.casefold())
    if found:
        return found[1]
    return bool(_ENDING.fullmatch(noun)) and noun.endswith("en")


@cache
def _singulars() -> dict[str, str]:
    data = tomllib.loads(files(__package__).joinpath("people.toml").read_text(encoding="utf-8"))
    forms = {form.casefold(): word.casefold() for form, word in data["irregular"].items()}
    for kind in KINDS:
        for word in data[kind].split():
            forms[word.casefold() + ("es" if word.endswith(("s", "ch", "sh")) else "s")] = (
                word.casefold()
            )
    return forms


def singular(noun: str) -> str:
    """A noun of people in the singular, folded: "policemen" is "policeman"; others unchanged."""
    folded = noun.casefold()
    if folded in _singulars():
        return _singulars()[folded]
    return f"{folded[:-2]}an" if _ENDING.fullmatch(folded) and folded.endswith("en") else folded
