"""Which places of a clause are the incident's."""

import pytest

from reportedly.extract.incidents.settings import moved_to
from reportedly.records import Place, PlaceMark


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("He escaped to Niger’s Tahoua", True),
        ("The wounded were taken to Tahoua", True),
        ("A bomb killed two in Niger’s Tahoua", False),
    ],
)
def test_where_somebody_went_is_no_scene(text: str, moved: bool) -> None:
    at = text.index("Tahoua")
    mark = PlaceMark(at, len(text), Place("Tahoua", "city"), "location")
    assert moved_to(text, 0, mark) is moved
