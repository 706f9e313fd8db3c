"""Linking a whole set of accounts at once, in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from reportedly.link.candidates import Rank
from reportedly.link.features import contradictions
from reportedly.link.group import group
from reportedly.link.keys import hashed, keys
from reportedly.link.profile import Profile
from reportedly.link.score import score
from reportedly.records import Link


def rank_of(profile: Profile) -> Rank:
    """Its rank where nothing tells when a report without a day was received: after all others."""
    day = profile.published or date.max
    return Rank(day.toordinal(), profile.report, profile.index)


def compared(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every pair worth comparing, the earlier account first."""
    from reportedly.link.every import every_pair  # takes a tenth of a second to load

    known = {rank_of(profile): profile for profile in profiles}
    ranks = sorted(known)
    for earlier, later in every_pair(ranks, (hashed(keys(known[rank])) for rank in ranks)):
        for one, other in zip(earlier, later, strict=True):
            yield known[ranks[one]], known[ranks[other]]


def link(profiles: Iterable[Profile], families: Mapping[str, str]) -> list[Link]:
    """A link for each pair of accounts worth comparing, with its reasons."""
    return [score(left, right, families) for left, right in compared(profiles)]


def grouped(profiles: Collection[Profile], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Account ids by incident, in the order of publication."""
    known = {rank_of(profile): profile for profile in profiles}
    ranks = {profile.account: rank for rank, profile in known.items()}
    scores = {(ranks[one.left], ranks[one.right]): one.score for one in links}
    found = group(known, scores, exclude=contradictions(known.items()))
    return [tuple(known[rank].account for rank in members) for members in found]
