"""Other coders' terms as the codebook's codes: tables of ``types.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def type_of(format: str, term: str | None) -> str | None:
    """The type of incident; None where no code says just that."""
    return _tables()[format].get(term or "")


def kind_of(inter: str) -> str | None:
    """The kind of an actor by ACLED's label ("State forces", "Rebel group") or its number."""
    return _tables()["inter"].get(inter.strip().casefold().removesuffix("s"))


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("types.toml").read_text(encoding="utf-8"))
