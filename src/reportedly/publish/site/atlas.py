"""A map as it is printed: outlines and circles in Mercator's projection, in pixels. Pure.

The same circles as on the map of the workbench, which moves; here the view is chosen once, so that
all places fit.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.web.plots.circles import Circle

WIDTH, HEIGHT = 960, 600
_WORLD = 4096.0  # units around the equator
_KM = _WORLD / 40075  # units a kilometre there
_LEAST = 5.0  # pixels: the radius of a circle that would be smaller
_ROOM = 1.25
_CLOSEST = 400 * _KM  # units across: no map is closer than that
_LABELS = 24
_WIDE = 40  # km: from here on a circle is a region, not a place
_MOST = 84.0  # degrees of latitude that the projection shows
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place: a circle, or the outline of its country as a path."""

    circle: Circle
    x: float
    y: float
    radius: float
    outline: str | None
    weight: int  # 1 to 4, by incidents

    @property
    def wide(self) -> bool:
        return self.circle.km > _WIDE


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    x: float
    y: float
    beside: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    land: Sequence[str]  # paths
    net: str
    marks: Sequence[Mark]
    labels: Sequence[Label]
    scale: tuple[float, str]  # pixels, and what they stand for


class World:
    """The outlines of countries, from TopoJSON, in units of the projection."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        arcs = _decoded(topology)
        self._countries: list[tuple[str | None, list[Ring]]] = [
            (one["id"], [_ring(ring, arcs) for polygon in one["arcs"] for ring in polygon])
            for one in topology["objects"]["countries"]["geometries"]
        ]

    def draw(self, circles: Sequence[Circle]) -> Drawn | None:
        """None where there is nothing to draw. The widest circles come first."""
        if not circles:
            return None
        view = _view(list(self._boxes(circles)))
        outlines = {code: view.path(rings) for code, rings in self._countries if code}
        marks = [_mark(one, view, outlines) for one in circles]
        return Drawn(
            land=[path for _, rings in self._countries if (path := view.path(rings))],
            net=view.net(),
            marks=marks,
            labels=list(_labels(marks)),
            scale=view.ruler(),
        )

    def _boxes(self, circles: Sequence[Circle]) -> Iterator[tuple[float, float, float, float]]:
        """What each circle covers. A country spread over the globe is put at its middle."""
        rings = {code: found for code, found in self._countries if code}
        for one in circles:
            (x, y), radius = _point(one), _radius(one)
            largest = max(rings.get(one.outline or "", []), key=len, default=[])
            xs, ys = [p[0] for p in largest], [p[1] for p in largest]
            yield (
                min([x - radius, *xs]),
                min([y - radius, *ys]),
                max([x + radius, *xs]),
                max([y + radius, *ys]),
            )


@dataclass(frozen=True, slots=True)
class _View:
    left: float
    top: float
    scale: float  # pixels a unit

    def at(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def path(self, rings: Sequence[Ring]) -> str:
        """The rings that reach into the view, to a tenth of a pixel."""
        return "".join(self._ring(ring) for ring in rings if self._seen(ring))

    def net(self) -> str:
        """Meridians and parallels, so that an empty sea is seen to be one."""
        degrees = WIDTH / self.scale / _WORLD * 360
        apart = next((n for n in (30, 15, 10, 5, 2, 1, 0.5, 0.25) if degrees / n >= 4), 0.1)
        lines = []
        for n in range(math.ceil(-180 / apart), math.floor(180 / apart) + 1):
            x, _ = self.at((_x(n * apart), 0))
            if 0 <= x <= WIDTH:
                lines.append(f"M{x:.1f},0V{HEIGHT}")
        for n in range(math.ceil(-_MOST / apart), math.floor(_MOST / apart) + 1):
            _, y = self.at((0, _y(n * apart)))
            if 0 <= y <= HEIGHT:
                lines.append(f"M0,{y:.1f}H{WIDTH}")
        return "".join(lines)

    def ruler(self) -> tuple[float, str]:
        """A round number of kilometres, as they are in the middle of the map."""
        middle = self.top + HEIGHT / self.scale / 2
        latitude = math.atan(math.sinh(math.pi * (1 - 2 * middle / _WORLD)))
        most = 140 / self.scale * math.cos(latitude) / _KM
        power = 10 ** math.floor(math.log10(most))
        km = next(n for n in (5, 2, 1) if n * power <= most) * power
        return 140 * km / most, f"{km:,.0f} km" if km >= 1 else f"{km * 1000:.0f} m"

    def _seen(self, ring: Ring) -> bool:
        right, bottom = self.left + WIDTH / self.scale, self.top + HEIGHT / self.scale
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        return (
            max(xs) >= self.left and min(xs) <= right and max(ys) >= self.top and min(ys) <= bottom
        )

    def _ring(self, ring: Ring) -> str:
        points = [f"{x:.1f},{y:.1f}" for x, y in map(self.at, ring)]
        kept = [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]
        return f"M{'L'.join(kept)}Z" if len(kept) > 2 else ""


def _view(boxes: Sequence[tuple[float, float, float, float]]) -> _View:
    """Everything, with some room around it."""
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    across = max((right - left) * _ROOM, (bottom - top) * _ROOM * WIDTH / HEIGHT, _CLOSEST)
    scale = WIDTH / min(across, _WORLD)
    middle = (left + right) / 2, (top + bottom) / 2
    return _View(middle[0] - WIDTH / scale / 2, middle[1] - HEIGHT / scale / 2, scale)


def _mark(circle: Circle, view: _View, outlines: Mapping[str, str]) -> Mark:
    x, y = view.at(_point(circle))
    return Mark(
        circle=circle,
        x=round(x, 1),
        y=round(y, 1),
        radius=round(max(_radius(circle) * view.scale, _LEAST), 1),
        outline=outlines.get(circle.outline or "") or None,
        weight=1 + sum(circle.tally.incidents > n for n in (2, 10, 50)),
    )


def _labels(marks: Sequence[Mark]) -> Iterator[Label]:
    """Names of the places with most incidents, where they cover no other name."""
    taken: list[tuple[float, float, float, float]] = []
    for mark in sorted(marks, key=lambda m: (-m.circle.tally.incidents, m.circle.place.name)):
        words = mark.circle.place.name
        beside = not (mark.wide or mark.outline)
        long = len(words) * 7.5 + 8
        left = mark.x + mark.radius + 4 if beside else mark.x - long / 2
        box = (left, mark.y - 9, left + long, mark.y + 9)
        covers = any(
            box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken
        )
        if len(taken) < _LABELS and not covers and box[0] >= 0 and box[2] <= WIDTH:
            taken.append(box)
            at = round(left if beside else mark.x, 1)
            yield Label(words, at, round(mark.y + 4, 1), beside)


def _point(circle: Circle) -> Point:
    return _x(circle.place.lon or 0.0), _y(circle.place.lat or 0.0)


def _radius(circle: Circle) -> float:
    latitude = math.radians(max(-_MOST, min(_MOST, circle.place.lat or 0.0)))
    return circle.km * _KM / math.cos(latitude)


def _x(longitude: float) -> float:
    return (longitude + 180) / 360 * _WORLD


def _y(latitude: float) -> float:
    bound = math.radians(max(-_MOST, min(_MOST, latitude)))
    return _WORLD / 2 - math.log(math.tan(math.pi / 4 + bound / 2)) * _WORLD / (2 * math.pi)


def _decoded(topology: Mapping[str, Any]) -> list[Ring]:
    (kx, ky), (tx, ty) = (topology["transform"][key] for key in ("scale", "translate"))
    found = []
    for arc in topology["arcs"]:
        a = b = 0
        ring = []
        for dx, dy in arc:
            a, b = a + dx, b + dy
            ring.append((_x(a * kx + tx), _y(b * ky + ty)))
        found.append(ring)
    return found


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """A number below zero is an arc the other way round (TopoJSON 1.0, 2.1.4).

    What crosses the 180th meridian goes on beyond it; else a stripe would run around the globe.
    """
    around = 0.0
    ring: Ring = []
    for x, y in (p for n in numbers for p in (arcs[~n][::-1] if n < 0 else arcs[n])):
        if ring and y < _FOOT and abs(x + around - ring[-1][0]) > _WORLD / 2:
            around += _WORLD if ring[-1][0] > x + around else -_WORLD
        ring.append((x + around, y))
    return ring


_FOOT = _y(-_MOST)  # Antarctica's outline runs around the globe there
