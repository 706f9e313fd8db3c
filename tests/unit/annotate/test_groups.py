"""Armed groups that no registry lists, as reports introduce and name them."""

import pytest

from reportedly.annotate import annotate
from reportedly.annotate.groups import KIND
from reportedly.gazetteer import open_names
from reportedly.records import Report


def groups(text: str) -> dict[str, str]:
    """Each mark of an unlisted group: its words, and the name that they stand for."""
    marked = annotate(Report(id="r", name="r", text=text), open_names())
    return {text[m.start : m.end]: m.actor.name for m in marked.actors if m.actor.kind == KIND}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The raid was the work of the Ilvane Ridge Front.", "Ilvane Ridge Front"),
        ("Fighters of the Orsel Circle burned the mill.", "Orsel Circle"),
        ("Men believed to belong to the Orsel Circle fled.", "Orsel Circle"),
        ("Gunmen from the 12 Wells gang stopped a bus.", "12 Wells"),
        ("Two Tessalo Reed militants were seen.", "Tessalo Reed"),
        ("Orsel Circle, an Islamist armed group, said so.", "Orsel Circle"),
        ("The rebel group Orsel Circle said so.", "Orsel Circle"),
        ("A gang calling itself the Orsel Boys said so.", "Orsel Boys"),
        ("They blamed Saraya al-Ilvan for it.", "Saraya al-Ilvan"),
        ("The Ilvane Oath, in a leaflet, claimed the raid.", "Ilvane Oath"),
        ("Officials blamed it on the Sons of Orsel.", "Sons of Orsel"),
        ("The outlawed Orsel organisation TKO said so.", "TKO"),
        ("A canvas in the name of the 3 May Circle hung there.", "3 May Circle"),
    ],
)
def test_a_group_is_found_by_how_it_is_named(text: str, name: str) -> None:
    assert groups(text) == {name: name}


def test_a_short_form_stands_for_the_name() -> None:
    text = "The Ilvane Ridge Front (IRF) struck at noon. The IRF has not commented."
    assert groups(text) == {"Ilvane Ridge Front": "Ilvane Ridge Front", "IRF": "Ilvane Ridge Front"}


def test_a_word_of_the_name_stands_for_it() -> None:
    text = "Fighters of the Orsel Vale Oath struck. The Oath said no more; an oath is an oath."
    assert groups(text) == {"Orsel Vale Oath": "Orsel Vale Oath", "Oath": "Orsel Vale Oath"}


@pytest.mark.parametrize(
    "text",
    [
        "Armed militants burned the mill.",
        "Kenyan rebels and Islamist fighters met.",
        "Fighters of the Kenyan army rested.",
        "Militants from Mombasa arrived.",
        "The Salvation Army fed them.",
        "Russian-backed separatists shelled it.",
        "Police Commissioner Aru Dane said so.",
    ],
)
def test_not_a_group(text: str) -> None:
    assert groups(text) == {}
