"""What one reading of one report yields."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records.account import Account
from reportedly.records.evidence import Evidence
from reportedly.records.incident import Dispute
from reportedly.records.report import Failure, Report
from reportedly.records.statement import Statement
from reportedly.records.values import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorInText:
    """An actor of the report with every other name the report itself gives it."""

    actor: Actor
    mentions: tuple[Evidence, ...]
    aliases: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    report: Report
    extractor: str  # name and version
    accounts: tuple[Account, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[ActorInText, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    failures: tuple[Failure, ...] = ()

    def evidence(self) -> Iterator[Evidence]:
        """Everything that is quoted in it, as often as it is quoted."""
        for account in self.accounts:
            yield from account.mentions
            for claim in account.claims:
                yield from claim.evidence
        for statement in self.statements:
            yield from statement.speaker.evidence
            yield statement.content
            if statement.cue is not None:
                yield statement.cue
        for actor in self.actors:
            yield from actor.mentions
            yield from actor.aliases
