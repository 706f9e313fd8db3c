"""What a report says of names, without the quotations that this rests on."""

from dataclasses import dataclass

from reportedly.records.reading import Reading
from reportedly.records.statement import Speaker
from reportedly.records.values import Actor, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Enough to work out which names a release withholds, and far less than a reading holds."""

    text: str
    publisher: str | None
    values: tuple[Actor | Place, ...]  # that claims give
    actors: tuple[tuple[Actor, tuple[str, ...]], ...]  # each with the words that name it
    speakers: tuple[Speaker, ...]


def naming(reading: Reading) -> Naming:
    """The same of a whole reading."""
    given = (claim.value for account in reading.accounts for claim in account.claims)
    return Naming(
        text=reading.report.text,
        publisher=reading.report.publisher,
        values=tuple(value for value in given if isinstance(value, Actor | Place)),
        actors=tuple(
            (told.actor, tuple(one.quote for one in (*told.mentions, *told.aliases)))
            for told in reading.actors
        ),
        speakers=tuple(said.speaker for said in reading.statements),
    )
