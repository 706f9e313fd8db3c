"""``CITATION.cff``: how to cite a release, for people and for the programs that read it.

Citation File Format 1.2.0 (https://citation-file-format.github.io). Every text is a JSON string,
which is a YAML string too.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_MESSAGE = "If you use these data, cite this release, and the rule that chose the figures."


@dataclass(frozen=True, slots=True)
class Citation:
    """``authors``: ``Family, Given`` for a person, any other name for a group."""

    title: str
    version: str
    released: date
    authors: Sequence[str]
    abstract: str
    licence: str | None = None  # an SPDX identifier; None: not said

    def line(self) -> str:
        """As it stands in a list of references."""
        who = "; ".join(self.authors)
        return f"{who} ({self.released.year}). {self.title}, version {self.version} [Data set]."

    def cff(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "cff-version: 1.2.0"
        yield f"message: {_text(_MESSAGE)}"
        yield "type: dataset"
        yield f"title: {_text(self.title)}"
        yield f"version: {_text(self.version)}"
        yield f"date-released: {_text(self.released.isoformat())}"
        if self.licence:
            yield f"license: {_text(self.licence)}"
        yield f"abstract: {_text(self.abstract)}"
        yield "authors:"
        for author in self.authors:
            family, comma, given = author.partition(",")
            if comma and given.strip():
                yield f"  - family-names: {_text(family.strip())}"
                yield f"    given-names: {_text(given.strip())}"
            else:
                yield f"  - name: {_text(author.strip())}"


def _text(words: str) -> str:
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
