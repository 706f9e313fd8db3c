"""Accounts in, links and groups out: which reports tell of the same incident, and why."""

from reportedly.link.copies import wire_copies
from reportedly.link.features import FEATURES, contradict
from reportedly.link.group import group
from reportedly.link.profile import profiles
from reportedly.link.score import link

__all__ = ["FEATURES", "contradict", "group", "link", "profiles", "wire_copies"]
