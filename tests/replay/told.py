"""Small invented reports that are hard to tell apart, each read in several ways.

Five incidents: two in one town on one day, one the day after, one a week after, one elsewhere. Few
wordings, so that some reports print the same text; few figures, so that tolls agree by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.records import (
    Account,
    Actor,
    Claim,
    Code,
    Count,
    Reading,
    Received,
    Report,
    Role,
    Speaker,
    Statement,
    Value,
    cite,
    content_id,
)
from tests.invented import at_least, exactly, on, received, town

FIRST_DAY = date(2021, 3, 18)


@dataclass(frozen=True)
class Incident:
    kind: str
    place: str
    day: date
    wordings: tuple[str, str]


_SALTGATE = (
    "The blast tore through the covered stalls of Saltgate while traders from Orlen unloaded "
    "apricots, and a handcart was thrown across the square onto the roof of the old bakery.",
    "Apricots lay among broken shutters at Saltgate; the bakery next to the covered stalls lost "
    "its roof, and a trader from Orlen searched the square for his brother and his handcart.",
)
_BARRACKS = (
    "The device had been hidden in a water lorry that sappers waved through the gate of Vathren "
    "barracks, where recruits were queueing for breakfast beside the flagpole in heavy rain.",
    "Sappers at Vathren barracks said the water lorry stood near the flagpole for an hour before "
    "it blew up in heavy rain among recruits who had come for their breakfast.",
)
_FUNERAL = (
    "Riders on two motorcycles fired at mourners who followed a coffin down Lantern Street, then "
    "fled past the cement works toward the river as shopkeepers pulled down their grilles.",
    "Mourners on Lantern Street threw themselves behind the coffin when the motorcycles came; "
    "the riders were last seen near the cement works by the river, shopkeepers recalled.",
)
_COACH = (
    "Armed men stopped a night coach on the causeway, read out names from a list and led a group "
    "of engineers into the reeds, the driver told the ferry company by radio.",
    "The ferry company heard by radio that engineers had been called from a night coach on the "
    "causeway by men with a list and taken into the reeds, still in their helmets.",
)
_DEPOT = (
    "Two rockets fell on the tram depot before dawn and set the paint store alight, so that smoke "
    "hid the chimneys and no tram ran until the inspectors had walked the whole line.",
    "Inspectors walked the tram line after rockets had hit the depot before dawn; the paint store "
    "burned until noon and its smoke could be seen behind the chimneys.",
)
INCIDENTS = (
    Incident("bombing", "Dulmeck", FIRST_DAY, _SALTGATE),
    Incident("bombing", "Dulmeck", FIRST_DAY, _BARRACKS),
    Incident("armed_assault", "Dulmeck", FIRST_DAY + timedelta(7), _FUNERAL),
    Incident("kidnapping", "Zanterro", FIRST_DAY, _COACH),
    Incident("airstrike_shelling", "Dulmeck", FIRST_DAY + timedelta(1), _DEPOT),
)
_KINDS = {"bombing": "A bombing", "armed_assault": "A shooting", "kidnapping": "A kidnapping",
          "airstrike_shelling": "A strike"}  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """What a report says of one incident, and what an extractor makes of it."""

    incident: int
    wording: int = 0
    killed: int | None = None
    bounded: bool = False
    voice: str | None = None
    dated: bool = True
    placed: bool = True
    accused: bool = False
    role: Role = "main"
    read: bool = True  # False: this extractor does not see it


@dataclass(frozen=True)
class Printed:
    """A report as published so many days after the first incident; None: it states no day."""

    name: str
    day: int | None
    passages: tuple[Passage, ...]

    def received(self) -> Received:
        return received(
            self.name,
            "\n\n".join(text for _, text in _spread(self.passages)),
            publisher=f"Paper {self.name[-1]}",
            published=None if self.day is None else FIRST_DAY + timedelta(self.day),
        )

    def reading(self, passages: Sequence[Passage], extractor: str) -> Reading:
        """The text read as if it said this: one passage for each that is printed."""
        report = self.received().report
        starts = [start for start, _ in _spread(self.passages)]
        told = [
            _account(report, n, start, passage)
            for n, (start, passage) in enumerate(zip(starts, passages, strict=True))
            if passage.read
        ]
        return Reading(
            report=report,
            extractor=extractor,
            accounts=tuple(replace(a, index=n) for n, (a, _) in enumerate(told)),
            statements=tuple(said for _, said in told if said is not None),
        )


def _spread(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    found, start = [], 0
    for passage in passages:
        text = _text(passage)
        found.append((start, text))
        start += len(text) + 2
    return found


def _text(passage: Passage) -> str:
    told = INCIDENTS[passage.incident]
    where = f" in {told.place}" if passage.placed else ""
    when = f" on {told.day:%d %B}" if passage.dated else ""
    dead = "" if passage.killed is None else f" killed {passage.killed} people"
    said = f", {passage.voice} said" if passage.voice else ""
    by = " and was blamed on the Ilvane Front" if passage.accused else ""
    return f"{_KINDS[told.kind]}{where}{when}{dead}{by}{said}. {told.wordings[passage.wording]}"


def _account(
    report: Report, n: int, start: int, passage: Passage
) -> tuple[Account, Statement | None]:
    told = INCIDENTS[passage.incident]
    sentence = cite(report, start, report.text.index(".", start))
    id = content_id("account", report.id, n, passage)
    said = None
    if passage.voice:
        said = Statement(
            id=content_id("statement", report.id, n, passage.voice),
            report=report.id,
            speaker=Speaker(name=passage.voice),
            act="assert",
            mode="indirect",
            content=sentence,
        )

    def claim(field: str, value: Value) -> Claim:
        of_voice = said if isinstance(value, Count) else None
        return Claim(
            id=content_id("claim", id, field),
            field=field,
            value=value,
            evidence=(sentence,),
            voice=passage.voice if of_voice else None,
            statement=of_voice.id if of_voice else None,
            group="people" if isinstance(value, Count) else None,
        )

    claims = [claim("type", Code(told.kind))]
    if passage.dated:
        claims.append(claim("date", on(told.day.isoformat())))
    if passage.placed:
        claims.append(claim("place", town(told.place, lat=float(len(told.place)))))
    if passage.killed is not None:
        number = (at_least if passage.bounded else exactly)(passage.killed)
        claims.append(claim("killed", number))
    if passage.accused:
        claims.append(claim("perpetrator", Actor("Ilvane Front", "invented:front")))
    made = Account(
        id=id, report=report.id, index=n, role=passage.role, mentions=(sentence,),
        claims=tuple(claims),
    )  # fmt: skip
    return made, said
