"""Reads by rules alone: no model, nothing learnt, every result explained by a pattern."""

from reportedly.codebook import Codebook, default
from reportedly.extract.incidents import accounts
from reportedly.extract.people import actors_in_text
from reportedly.extract.statements import statements
from reportedly.records import Annotated, Reading


class RuleExtractor:
    """The extractor that every other must beat, and the one that is always there."""

    name = "rules"
    version = "1"

    def __init__(self, codebook: Codebook | None = None) -> None:
        self.codebook = codebook or default()

    def extract(self, annotated: Annotated) -> Reading:
        by = f"{self.name}/{self.version}"
        said = statements(annotated, by=by)
        return Reading(
            report=annotated.report,
            extractor=by,
            accounts=accounts(annotated, said, self.codebook, by=by),
            statements=said,
            actors=actors_in_text(annotated),
        )
