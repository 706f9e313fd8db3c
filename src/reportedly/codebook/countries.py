"""Countries by their ISO 3166-1 codes: what other data sets want beside the two letters."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    alpha3: str
    number: int | None  # None: not assigned


def country(code: str | None) -> Country | None:
    """By the two-letter code; None for one that is not in the standard."""
    return _countries().get(code or "")


@cache
def _countries() -> dict[str, Country]:
    text = files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {two: Country(three, int(number) if number else None) for two, three, number in rows}
