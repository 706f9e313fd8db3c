"""What the training is told of the places and times of a text."""

from datetime import date

from train.convert.scenes import Scene, judged

from reportedly.records import Place, When

TEXT = (
    "MOSUL, Iraq (Levant Wire) - A bomb killed three people in Kirkuk on Tuesday.\n\n"
    "A blast in Baghdad in March 2012 killed nine."
)
PUBLISHED = date(2013, 6, 12)
KIRKUK = Place("Kirkuk", "city", lat=35.468, lon=44.392)
TUESDAY = When(date(2013, 6, 11), date(2013, 6, 11), "day")


def labels(*scenes: Scene) -> dict[str, str]:
    marks = judged("report", TEXT, PUBLISHED, scenes)
    return {TEXT[m.start : m.end]: m.classes["scene"] for m in marks}


def test_what_the_gold_names_is_here_and_the_rest_elsewhere() -> None:
    assert labels(Scene(KIRKUK, TUESDAY)) == {
        "MOSUL": "elsewhere",
        "Kirkuk": "here",
        "Baghdad": "elsewhere",
        "Tuesday": "here",
        "March 2012": "elsewhere",
    }


def test_what_the_gold_does_not_say_stays_open() -> None:
    assert labels(Scene(None, TUESDAY)) == {"Tuesday": "here", "March 2012": "elsewhere"}
    assert labels(Scene(Place("Kirkuk", "city"), None)) == {"Kirkuk": "here"}
    assert labels() == {}


def test_a_month_is_no_answer_to_the_day() -> None:
    day = date(2012, 3, 5)
    assert "March 2012" not in labels(Scene(KIRKUK, When(day, day, "day")))


def test_a_day_off_by_one_is_not_called_wrong() -> None:
    day = date(2013, 6, 10)
    assert "Tuesday" not in labels(Scene(KIRKUK, When(day, day, "day")))
