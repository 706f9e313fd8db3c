"""Accounts in, links and groups out: which reports tell of the same incident, and why."""

from reportedly.link.again import again
from reportedly.link.copies import wire_copies
from reportedly.link.features import FEATURES, contradict, contradictions
from reportedly.link.group import drawn, group
from reportedly.link.keys import NEEDED, hashed, keys
from reportedly.link.packing import packed, unpacked
from reportedly.link.profile import Profile, profiles
from reportedly.link.score import score
from reportedly.link.weights import THRESHOLD, model
from reportedly.link.whole import grouped, link

__all__ = [
    "FEATURES", "NEEDED", "THRESHOLD", "Profile", "again",
    "contradict", "contradictions", "drawn", "group", "grouped", "hashed",
    "keys", "link", "model", "packed", "profiles", "score", "unpacked", "wire_copies",
]  # fmt: skip
