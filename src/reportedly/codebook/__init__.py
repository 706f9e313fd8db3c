"""What is coded: types, fields, code lists and number words, as versioned data."""

from functools import cache
from importlib.resources import files

from reportedly.codebook.codebook import Codebook, Field, IncidentType, VagueNumber, parse

__all__ = ["Codebook", "Field", "IncidentType", "VagueNumber", "default", "parse"]


@cache
def default() -> Codebook:
    """The codebook that comes with the package."""
    return parse(files(__package__).joinpath("default.toml").read_text(encoding="utf-8"))
