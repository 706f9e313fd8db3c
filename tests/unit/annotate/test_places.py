"""Which names are places, where no list holds them."""

from reportedly.annotate import annotate
from reportedly.gazetteer import open_names
from reportedly.records import receive


def named(text: str) -> list[str]:
    report = receive(text.encode(), "text/plain", name="t", text=text, language="en").report
    return [text[m.start : m.end] for m in annotate(report, open_names()).places]


def test_an_unknown_name_after_a_locative_is_a_place_unless_it_has_an_article() -> None:
    assert named("Two men were shot in Zuvolat on Monday.") == ["Zuvolat"]
    assert named("Two men died at the Zuvolat, doctors said.") == []
