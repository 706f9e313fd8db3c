"""What is coded: types, fields, code lists and number words, as versioned data."""

from reportedly.codebook.codebook import (
    Codebook,
    Field,
    IncidentType,
    Practice,
    VagueNumber,
    parse,
)
from reportedly.codebook.practices import DEFAULT, default, named, practices

__all__ = [
    "DEFAULT",
    "Codebook",
    "Field",
    "IncidentType",
    "Practice",
    "VagueNumber",
    "default",
    "named",
    "parse",
    "practices",
]
