"""Short invented reports, some of them copies, some that cannot be read."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

TOWNS = [a + b for a in "Dul Vath Orrin Sol Pello Tessa Ked Ulla".split()
         for b in "meck ren vale lamby wick mar drin scar".split()]  # fmt: skip
OPENINGS = (
    "A bomb killed {n} people at a market in {town} on {day}, the interior ministry said.",
    "Gunmen shot dead {n} people at a checkpoint near {town} on {day}, police said.",
    "At least {n} people were wounded when a rocket hit a school in {town} on {day}.",
    "{n} people were kidnapped from a bus outside {town} on {day}, witnesses said.",
)
DETAILS = (
    "The stalls beside the old bakery burned until noon.",
    "Sappers closed the road to the cement works.",
    "Shopkeepers pulled down their grilles along the river.",
    "The hospital asked for blood of every group.",
    "Nobody said who was behind it.",
    "A ferry was turned back at the pier.",
    "The tram depot lost its windows and two inspectors their caps.",
    "Apricots lay among the shutters.",
    "Engineers were looking for the cable under the causeway.",
    "The orchestra put off its concert in the botanical garden.",
    "A kiosk that sold batteries and umbrellas was all that stood.",
    "Teachers led the pupils through the brewery yard.",
    "Beekeepers from the hills had come for the fair.",
)
FRENCH = "Les autorités ont annoncé que la bombe a fait sept morts dans le marché de la ville. "


def write(file: Path, number: int, seed: int = 1) -> None:
    """One report a line; the same for the same seed."""
    rng = Random(seed)
    printed: list[str] = []
    with file.open("w", encoding="utf-8") as lines:
        for n in range(number):
            lines.write(json.dumps(_row(n, rng, printed), ensure_ascii=False) + "\n")


def _row(n: int, rng: Random, printed: list[str]) -> dict[str, str]:
    day = date(2031, 1, 1) + timedelta(rng.randrange(120))
    if printed and rng.random() < 0.15:
        text = rng.choice(printed)
    else:
        opening = rng.choice(OPENINGS).format(
            n=rng.randrange(2, 20), town=rng.choice(TOWNS), day=f"{day:%d %B}"
        )
        text = " ".join([opening, *rng.sample(DETAILS, 3)])
        printed.append(text)
    if n % 50 == 37:
        text = FRENCH * 4
    if n % 50 == 43:
        return {"id": f"r{n}", "title": "A row without its text"}
    return {"id": f"r{n}", "text": text, "published": day.isoformat()}
