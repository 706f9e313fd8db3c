"""All that is stored about one incident: what every rule and every dispute is computed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reportedly.records import Account, Claim, Report, Statement
from reportedly.records.totals import live


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Accounts and statements stand in the order of publication, in whatever order they came.

    Reports of one day stand by their ids, and reports that state no day come last, so that no tie
    anywhere is settled by the order in which reports were stored.
    """

    accounts: tuple[Account, ...]  # never empty
    reports: Mapping[str, Report]  # by id; one for each account at least
    statements: Mapping[str, Statement] = field(default_factory=dict)  # by id
    copies: Mapping[str, str] = field(default_factory=dict)  # report id -> id of what it copies

    def __post_init__(self) -> None:
        accounts = sorted(self.accounts, key=lambda a: (*self._published(a.report), a.index, a.id))
        said = sorted(
            self.statements.values(),
            key=lambda s: (*self._published(s.report), s.content.start, s.id),
        )
        object.__setattr__(self, "accounts", tuple(accounts))
        object.__setattr__(self, "statements", {statement.id: statement for statement in said})

    def _published(self, report: str) -> tuple[date, str]:
        known = self.reports.get(report)
        return (known.published if known and known.published else date.max), report

    def claims(self, name: str) -> list[tuple[Account, Claim]]:
        """The claims on a field that no later words of the same report replaced."""
        return [(account, claim) for account in self.accounts for claim in live(account.of(name))]

    def report(self, account: Account) -> Report:
        return self.reports[account.report]

    def origin(self, account: Account) -> str:
        """Id of the report whose text this account's report printed, its own if it is no copy."""
        return self.copies.get(account.report, account.report)

    def said_on(self, account: Account, claims: tuple[Claim, ...]) -> date | None:
        """The day these words were published, else that on which they were said, else unknown.

        Publication comes first: an outlet that repeats last week's figure stands by it today.
        """
        stated = [claim.said_on for claim in claims if claim.said_on is not None]
        return self.report(account).published or max(stated, default=None)
