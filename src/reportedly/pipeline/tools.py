"""What a run works with: the names it knows, the extractor, the codebook."""

from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.plugins import Extractor, Names


@dataclass(frozen=True, slots=True)
class Tools:
    names: Names
    extractor: Extractor
    codebook: Codebook

    @property
    def reader(self) -> str:
        """Who reads, as readings are signed: the extractor's name and version."""
        return f"{self.extractor.name}/{self.extractor.version}"

    def families(self) -> dict[str, str]:
        """The family of every type of incident."""
        return {code: kind.family for code, kind in self.codebook.types.items()}
