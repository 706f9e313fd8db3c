"""The printed map: everything is in view, as wide as it is uncertain, and nothing runs around."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest

from reportedly.publish.site.atlas import HEIGHT, WIDTH, Drawn, World
from reportedly.publish.site.writer import _world
from reportedly.records import Place
from reportedly.records.values import PlacePrecision
from reportedly.web.plots.circles import Located, places
from reportedly.web.plots.tally import Tally


@pytest.fixture(scope="module")
def world() -> World:
    return _world()


def _place(
    name: str, precision: PlacePrecision, at: tuple[float, float], code: str | None = None
) -> Place:
    return Place(name, precision, None, name, code, *at)


def _drawn(world: World, found: Sequence[Place]) -> Drawn:
    drawn = world.draw(places(Located(one, Tally(1)) for one in found).circles)
    assert drawn
    return drawn


def test_nothing_is_drawn_of_nothing(world: World) -> None:
    assert world.draw(()) is None


def test_every_place_is_in_view_and_as_wide_as_it_is_uncertain(world: World) -> None:
    town, near = _place("A", "city", (-30.0, -20.0)), _place("B", "near", (-30.0, -19.0))
    drawn = _drawn(world, [town, near])
    radius = {mark.circle.place.name: mark.radius for mark in drawn.marks}
    assert radius["B"] / radius["A"] == pytest.approx(5, rel=0.1)  # 25 km and 5 km
    for mark in drawn.marks:
        assert mark.radius <= mark.x <= WIDTH - mark.radius
        assert mark.radius <= mark.y <= HEIGHT - mark.radius
    pixels, words = drawn.scale
    km = float(words.removesuffix(" km"))
    assert km * radius["B"] / 25 == pytest.approx(pixels, rel=0.1)
    assert {label.text for label in drawn.labels} == {"A", "B"}


def test_a_country_is_its_outline_and_one_across_the_date_line_no_stripe(world: World) -> None:
    drawn = _drawn(world, [_place("Russia", "country", (60.0, 100.0), "RU")])
    (mark,) = drawn.marks
    assert mark.outline
    for ring in mark.outline.removesuffix("Z").split("Z"):
        points = [tuple(map(float, p.split(","))) for p in re.findall(r"-?[\d.]+,-?[\d.]+", ring)]
        longest = max(math.dist(a, b) for a, b in pairwise(points))
        assert longest < WIDTH / 4
    assert any("M" in path for path in drawn.land)
