"""Which groups of people the figures of one account are about, and when two names mean one group.

"Soldiers", "13 soldiers" and "the soldiers" are one group; "Malian soldiers" is the same where no
other longer name has these words. A person told of by name, and one who is called "them" or
"himself", is no group.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

from reportedly.codebook.people import kind_of, singular
from reportedly.records import Claim, Count
from reportedly.records.totals import OTHERS, group_of, is_single, live

Group = frozenset[str]
_NOBODY = frozenset({"them", "themselves", "himself", "herself", "whom", "who", "named"})
_JOINING = frozenset({"and", "or"})


def groups_of(
    claims: Sequence[Claim], voice: Callable[[Claim], str]
) -> dict[str, dict[Group, Claim]]:
    """For each voice the largest figure that it gives each group, parts of totals among them.

    One person of some group counts only beside other groups ("three nurses and a guard").
    """
    told: dict[str, dict[Group, Claim]] = {}
    for claim in live(claims):
        group = words_of(claim)
        if group:
            known = told.setdefault(voice(claim), {})
            if group not in known or _figure(claim) > _figure(known[group]):
                known[group] = claim
    return {
        key: groups
        for key, groups in told.items()
        if not all(is_single(claim) for claim in groups.values())
    }


def words_of(claim: Claim) -> Group:
    """The telling words of a group's name, nouns in the singular; none where it names no group."""
    name = group_of(claim)
    if name is None or name == OTHERS:
        return frozenset()
    words = name.split()
    plain = all(word.replace("-", "").replace("'", "").isalpha() for word in words)
    if _NOBODY & set(words) or not plain:
        return frozenset()
    return frozenset(singular(word) for word in words)


def same_groups(groups: Mapping[Group, Collection[Hashable]]) -> dict[Group, Group]:
    """Each group with the one that stands for it: the one longer name that has its words.

    ``groups``: who tells of each, where. Two that one voice tells apart in one report are two.
    """
    names = sorted(groups, key=lambda words: (-len(words), sorted(words)))
    stands: dict[Group, Group] = {}
    for words in names:
        longer = {
            stands[other]
            for other in stands
            if words < other
            and not _JOINING & other
            and any(kind_of(word) for word in words)
            and not set(groups[words]) & set(groups[other])
        }
        stands[words] = longer.pop() if len(longer) == 1 else words
    return stands


def _figure(claim: Claim) -> int:
    return claim.value.figure if isinstance(claim.value, Count) else 0
