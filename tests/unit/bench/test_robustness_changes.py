"""The changed copies, and the way back from their offsets. The sentences are invented."""

import random

import pytest
from bench.quality.robustness import printed, wording
from bench.quality.robustness.changes import CHANGES
from bench.quality.robustness.edits import Edit, edited
from bench.quality.robustness.swap import swapped, unnamed
from hypothesis import given
from hypothesis import strategies as st

NOWHERE: frozenset[str] = frozenset()


def swap(text: str, *, fixed: frozenset[str] = NOWHERE, seed: int = 0) -> str:
    return swapped(text, "", random.Random(seed), fixed)[0].text


@given(st.text(alphabet="abc -", max_size=60), st.data())
def test_what_no_edit_touches_maps_to_itself(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), unique=True).map(sorted))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    new = data.draw(st.lists(st.text("XY", max_size=4), min_size=len(spans), max_size=len(spans)))
    changed = edited(text, [Edit(*span, n) for span, n in zip(spans, new, strict=True)])
    for at, letter in enumerate(changed.text):
        if letter not in "XY":
            start, end = changed.origin(at, at + 1)
            assert (text[start:end], end - start) == (letter, 1)


@given(st.sampled_from(sorted(CHANGES)), st.text(max_size=80), st.integers(0, 9))
def test_every_change_keeps_its_map_right(name: str, text: str, seed: int) -> None:
    text = f"The Taliban said 12 militants were killed in al-Sharq. {text}"
    changed, _ = CHANGES[name].make(text, "", random.Random(seed), NOWHERE)
    assert changed.origin(0, len(changed.text)) == (0, len(text))
    for edit in changed.edits:
        assert text[edit.start : edit.end] != edit.new


def test_a_replacement_stands_for_the_whole_of_what_it_replaced() -> None:
    changed = edited("the Hamas men", [Edit(4, 9, "Hezbollah")])
    assert changed.text == "the Hezbollah men"
    assert changed.origin(4, 13) == (4, 9)
    assert changed.origin(6, 8) == (4, 9)
    assert changed.origin(14, 17) == (10, 13)


def test_edits_do_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


def test_the_same_choice_makes_the_same_copy() -> None:
    text = "Kenyan police blamed Boko Haram. Hindu leaders met two Fulani herders."
    assert swap(text, seed=3) == swap(text, seed=3) != text


def test_a_name_is_exchanged_wherever_it_stands_and_in_its_form() -> None:
    copy = swap("A Christian was shot. Christians fled. CHRISTIANS!")
    word = copy.split()[1]
    assert word != "Christian"
    plurals = [w for w in copy.replace(".", "").replace("!", "").split() if w.lower().endswith("s")]
    assert {p.lower() for p in plurals if p.lower() != "was"} & {word.lower() + "s", "jews"}
    assert "christian" not in copy.lower()


def test_the_article_follows_the_new_name() -> None:
    for seed in range(20):
        article, name = swap("A Hindu was shot.", seed=seed).split()[:2]
        assert article == ("An" if name[0] in "AEIO" else "A")


@pytest.mark.parametrize(
    "text",
    [
        "They met in Kenya, where Kenyan police searched the house.",  # where it happened
        "The Christian Quarter was searched.",
        "Troops crossed the Hindu Kush.",
        "The Kenyan capital was quiet.",
    ],
)
def test_names_that_tell_a_place_stay(text: str) -> None:
    assert swap(text, fixed=frozenset({"KE"})) == text


def test_a_group_that_only_the_report_names_is_exchanged_with_its_short_form() -> None:
    copy = swap("Police blamed the Amber Hill Front (AHF). The AHF denied it.")
    assert "Amber" not in copy
    assert "AHF" not in copy


def test_named_groups_become_unnamed() -> None:
    text = "The Amber Hill Front (AHF) said so. Suspected Taliban fighters fled."
    assert unnamed(text).text == (
        "An armed group said so. Suspected fighters of an armed group fled."
    )


def test_loaded_words_are_whole_words_in_the_case_of_the_old() -> None:
    copy = wording.loaded("Terrorists fled; two were killed.", random.Random(0)).text
    assert not copy.startswith("Terrorists")
    assert copy[0].isupper()
    assert copy.endswith("two were martyred.")


def test_other_spellings_and_figures() -> None:
    copy = wording.spelt("Nine men of 12 left Kyiv on 3 May at 5 pm.", random.Random(0)).text
    assert copy == "9 men of twelve left Kiev on 3 May at 5 pm."
    assert wording.spelt("al-Arish, El-Obeid", random.Random(0)).text == "el-Arish, Al-Obeid"


def test_print() -> None:
    assert printed.capitals("Straße in Jos").text == "STRAßE IN JOS"
    text = "The modern morning train returned to the illuminated terminal. " * 20
    noisy = printed.scanned(text, random.Random(1))
    assert 0 < len(noisy.edits) <= round(len(text) * printed.SHARE)
    assert noisy == printed.scanned(text, random.Random(1))
