"""Builds the outlines of countries that the workbench's map draws, offline.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-50m.json
    python -m venv build-env && build-env/bin/pip install Babel==2.18.0
    build-env/bin/python -m train.outlines package/countries-50m.json \\
        src/reportedly/web/static/outlines.json

The outlines are Natural Earth's at 1:50 million (public domain), by way of the package world-atlas
(ISC). Changes: fewer points, coordinates to 1/50 degree, islets left out, and a country's two
letters (by Unicode CLDR's table of codes) in place of its number. What a country is, and where it
ends, is Natural Earth's choice and no statement of this project: the map says so.

The file is TopoJSON: borders that two countries share are one arc, so that they cannot part.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from babel.core import get_global

MADE_FROM = "world-atlas 2.0.2, countries-50m.json"
UNIT = 0.02  # degrees: about 2 km
TOLERANCE = 3.0  # units a line may be off
ISLET = 15  # units: smaller rings are left out unless they are all there is of a country
UNNUMBERED = {"Kosovo": "XK"}  # in wide use, though not in the standard

Point = tuple[int, int]


def main(source: Path, out: Path) -> None:
    given = json.loads(source.read_bytes())
    arcs = [_thinned(_steps(arc, given["transform"])) for arc in given["arcs"]]
    kept: dict[int, int] = {}
    countries = []
    for code, rings in _by_code(given["objects"]["countries"]["geometries"]):
        large = [ring for ring in rings if _size(ring, arcs) >= ISLET]
        chosen = large or [max(rings, key=lambda ring: _size(ring, arcs))]
        countries.append({
            "type": "MultiPolygon",
            "id": code,
            "arcs": [[[_kept(arc, kept) for arc in ring]] for ring in chosen],
        })  # fmt: skip
    made = {
        "type": "Topology",
        "about": f"Natural Earth 1:50m, public domain, by way of {MADE_FROM} (ISC); simplified",
        "transform": {"scale": [UNIT, UNIT], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
        "arcs": [_deltas(arcs[number]) for number in kept],
    }
    data = json.dumps(made, separators=(",", ":")).encode()
    out.write_bytes(data)
    points = sum(len(arcs[number]) for number in kept)
    print(f"{len(countries)} countries, {points:,} points, {len(data):,} bytes")
    print(f"sha256 {sha256(data).hexdigest()}")


def _steps(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc of the source in our units, without points that fall together."""
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    found: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = round((x * kx + tx) / UNIT), round((y * ky + ty) / UNIT)
        if not found or found[-1] != point:
            found.append(point)
    return found


def _thinned(line: list[Point]) -> list[Point]:
    """Douglas and Peucker's selection of points; a closed line is cut at its farthest point."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: _square(line[i], line[0]))
        return [*_thinned(line[: far + 1])[:-1], *_thinned(line[far:])] if far else line[:1]
    worst = max(range(1, len(line) - 1), key=lambda i: _off(line[i], line[0], line[-1]))
    if _off(line[worst], line[0], line[-1]) <= TOLERANCE:
        return [line[0], line[-1]]
    return [*_thinned(line[: worst + 1])[:-1], *_thinned(line[worst:])]


def _square(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _off(point: Point, first: Point, last: Point) -> float:
    """How far a point is from the straight line between two others."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    across = abs(dx * (first[1] - point[1]) - dy * (first[0] - point[0]))
    return float(across / ((dx * dx + dy * dy) ** 0.5))


def _by_code(geometries: list[dict[str, Any]]) -> Iterator[tuple[str | None, list[list[int]]]]:
    """Each country with its rings; islands under the code of another belong to that."""
    found: dict[str, list[list[int]]] = {}
    for one in geometries:
        if code := _code(one):
            found.setdefault(code, []).extend(_rings(one))
        else:
            yield None, _rings(one)
    yield from found.items()


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Every ring of a country as numbers of arcs; holes too, which the map fills alike."""
    parts = geometry["arcs"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    return [ring for polygon in polygons for ring in polygon]


def _size(ring: list[int], arcs: list[list[Point]]) -> int:
    """The longer side of its box, in units."""
    points = [p for arc in ring for p in arcs[arc if arc >= 0 else ~arc]]
    across = [max(p[i] for p in points) - min(p[i] for p in points) for i in (0, 1)]
    return max(across)


def _kept(arc: int, kept: dict[int, int]) -> int:
    """The arc's number among those that are kept; below zero as in the source: backwards."""
    number = kept.setdefault(arc if arc >= 0 else ~arc, len(kept))
    return number if arc >= 0 else ~number


def _deltas(line: list[Point]) -> list[list[int]]:
    before = (0, 0)
    found = []
    for point in line:
        found.append([point[0] - before[0], point[1] - before[1]])
        before = point
    return found


def _code(geometry: dict[str, Any]) -> str | None:
    """Its two letters; None for what has no code of its own."""
    if number := geometry.get("id"):
        letters = get_global("territory_aliases").get(number)
        return letters[0] if letters else None
    return UNNUMBERED.get(geometry["properties"]["name"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
