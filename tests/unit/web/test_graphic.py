"""Which reports are covered, and why."""

from tests.invented import report

from reportedly.web.graphic import covered, graphic


def test_a_report_is_covered_for_the_words_that_it_has() -> None:
    told = report(text="Nine were killed. Two bodies were CHARRED, one mutilated.")
    assert graphic(told) == ("mutilated", "charred")
    assert graphic(report(text="Nine people were killed and their bodies found.")) == ()
    assert graphic(report(text="It was found.", title="Beheaded in Dulmeck")) == ("beheaded",)


def test_words_are_whole() -> None:
    assert graphic(report(text="The drapers and grapes of Dulmeck; an uncharred beam.")) == ()


def test_titles_are_covered_in_lists() -> None:
    assert covered("Nine killed in Dulmeck") == "Nine killed in Dulmeck"
    assert "Dulmeck" not in covered("Tortured in Dulmeck")
