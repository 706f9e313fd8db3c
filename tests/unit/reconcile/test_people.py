"""Which groups figures are about."""

from tests.invented import claim, exactly, report

from reportedly.reconcile.people import groups_of, same_groups, words_of
from reportedly.records import Claim

R = report()


def killed(number: int, group: str | None, voice: str = "army") -> Claim:
    return claim(R, "killed", exactly(number), voice=voice, group=group)


def test_nouns_are_compared_in_the_singular_and_nobody_is_no_group() -> None:
    assert words_of(killed(3, "policemen")) == words_of(killed(1, "the policeman"))
    for nobody in ("people", "others", "them", "named person", "- reportedly", None):
        assert not words_of(killed(3, nobody))


def test_one_person_counts_only_beside_other_groups() -> None:
    def told(*claims: Claim) -> set[frozenset[str]]:
        return set(groups_of(claims, lambda c: c.voice or "").get("army", {}))

    assert told(killed(1, "guard")) == set()
    assert told(killed(1, "guard"), killed(3, "nurses")) == {
        frozenset({"guard"}), frozenset({"nurse"}),
    }  # fmt: skip


def test_a_short_name_is_the_one_longer_name_unless_one_voice_tells_both_apart() -> None:
    short, long = frozenset({"soldier"}), frozenset({"quessaran", "soldier"})
    other = frozenset({"ostrellan", "soldier"})
    assert same_groups({short: {"a"}, long: {"b"}})[short] == long
    assert same_groups({short: {"a"}, long: {"a"}})[short] == short
    assert same_groups({short: {"a"}, long: {"b"}, other: {"c"}})[short] == short
