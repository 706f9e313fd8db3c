"""Where countries and divisions are put on the map; the packages give points of towns only.

``points.tsv`` has GeoNames' own or the geographic centre of most countries and of the states of
the largest ones. The others are solved from the towns inside: a country as the mean of the
one-degree squares that hold a town, a first-level division as that of half-degree squares, a
second-level one as the mean of its towns. Squares keep crowded corners from drawing the point
to them. Measured against GeoNames' points of 51 first-level divisions, half-degree squares lie
49 km off on average (24 in the median), the mean of the towns 78, the population-weighted mean
105, the seat 155; of 92 second-level ones, the mean of the towns 7 km, the seat 10. A division
without a town has no point.
"""

import math
from collections.abc import Sequence

from train.gazetteer.sources import Town, table

Point = tuple[float | None, float | None]


def typed() -> dict[str, Point]:
    """The points of ``points.tsv`` by ISO code."""
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in table("points")}


def of_country(towns: Sequence[Town]) -> Point:
    return _squares(towns, 1.0)


def of_division(towns: Sequence[Town], level: int) -> Point:
    if level == 1:
        return _squares(towns, 0.5)
    return _mean([(town.lat, town.lon) for town in towns])


def _squares(towns: Sequence[Town], side: float) -> Point:
    """The mean of the squares that hold a town; one square gives way to the towns themselves."""
    squares = {(math.floor(t.lat / side), math.floor(t.lon / side)) for t in towns}
    if len(squares) < 3:  # too coarse for a city or an island
        return _mean([(town.lat, town.lon) for town in towns])
    return _mean(sorted(((a + 0.5) * side, (o + 0.5) * side) for a, o in squares))


def _mean(found: Sequence[tuple[float, float]]) -> Point:
    if not found:
        return None, None
    first = found[0][1]
    # Across the date line, count on from the side of the first.
    east = [o + 360 if first - o > 180 else o - 360 if o - first > 180 else o for _, o in found]
    lon = sum(east) / len(east)
    lon = lon - 360 if lon > 180 else lon + 360 if lon < -180 else lon
    return sum(a for a, _ in found) / len(found), lon
