"""What of a release is withheld, worked out before anything of it is handed out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportedly.export.privacy.gathered import Gathered
from reportedly.export.privacy.matching import Names, words_of
from reportedly.export.privacy.profile import Profile
from reportedly.export.privacy.withheld import withheld
from reportedly.plugins import Released
from reportedly.records import Text, naming


@dataclass(frozen=True, slots=True)
class Covered:
    """What is withheld, and what stands in its place: what any process that hands out has to know.

    ``roles_of`` speakers, by their names; ``reviewers`` by theirs.
    """

    profile: Profile
    names: Names
    roles_of: Mapping[str, str]
    reviewers: Mapping[str, str]


def covered(
    released: Released,
    profile: Profile,
    listed: Callable[[str], bool] = lambda name: False,
    gathered: Gathered | None = None,
) -> Covered:
    """What of a release is withheld. ``listed``: True for the name of a place or an actor that a
    gazetteer knows; ``gathered`` of its readings, if that is done.
    """
    if gathered is None:
        gathered = Gathered(profile)
        for reading in released.others(()):
            gathered.take(naming(reading))
    for code in released.codebook.types:
        gathered.others.update(words_of(code))  # ours, and in many a title: "Airstrike, Dulmeck"
    reviewers: dict[str, str] = {}
    for decision in released.decided():
        if profile.reviewers == "number":
            reviewers.setdefault(decision.reviewer, f"reviewer {len(reviewers) + 1}")
        if profile.names == "withhold":
            gathered.written(decision.reason)
            if isinstance(decision.value, Text):
                gathered.written(decision.value.text)
    names = withheld(gathered, listed)
    for reviewer, instead in reviewers.items():
        names.add(words_of(reviewer), instead)
    return Covered(profile, names, gathered.roles_of, reviewers)
