"""Which fields of a record are gone through for what is withheld.

All of them, but for those that are listed here as names of the program's own: a field that is added
to a record is withheld from unless somebody says otherwise.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

_KEPT: Mapping[str, Collection[str]] = {
    "Account": ("id", "report", "role", "by"),
    "Actor": ("ref", "kind", "qualifier"),
    "Anchor": ("subject", "kind", "id", "report", "spans", "field"),
    "Attribution": ("status",),
    "Claim": ("id", "field", "statement", "part_of", "superseded_by", "by"),
    "Code": ("code",),
    "Count": ("bound",),
    "Decision": ("id", "action", "subject", "field", "replaces"),
    "Dispute": ("id", "left", "right", "kind", "field", "incident"),
    "Failure": ("stage",),
    "Finding": ("field", "basis", "against", "rule"),
    "Incident": ("id", "accounts"),
    "Place": ("precision", "country_code", "ref"),
    "Reading": ("extractor",),
    "Report": ("id", "language", "original"),
    "Said": ("act",),
    "Speaker": ("ref",),
    "Statement": ("id", "report", "act", "mode", "rebuts", "nested_in", "by"),
    "When": ("precision",),
}
_ASKED: dict[type[Any], Sequence[str]] = {}


def asked(kind: type[Any]) -> Sequence[str]:
    """The fields of a kind of record that may hold what is withheld."""
    if kind not in _ASKED:
        kept = _KEPT.get(kind.__name__, ())
        _ASKED[kind] = [one.name for one in fields(kind) if one.name not in kept]
    return _ASKED[kind]
