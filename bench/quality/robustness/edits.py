"""A changed text that still knows where each of its characters came from."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """In place of [start, end) of the original the copy has ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The copy, and its edits in text order. Without edits each offset stands for itself."""

    text: str
    edits: tuple[Edit, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that [start, end) of the copy stands for.

        A boundary inside an edit goes to the edit's own boundary: no letter of a replacement
        stands for a letter of what it replaced.
        """
        return self._origin(start, opening=True), self._origin(end, opening=False)

    def touches(self, start: int, end: int) -> bool:
        """True if an edit lies in [start, end) of the original."""
        return any(edit.start < end and start < edit.end for edit in self.edits)

    def _origin(self, offset: int, *, opening: bool) -> int:
        shift = 0  # original minus copy
        for edit in self.edits:
            start = edit.start - shift
            end = start + len(edit.new)
            if offset < start or (offset == start and (not opening or end > start)):
                break
            if offset < end:
                return edit.start if opening else edit.end
            shift = edit.end - end
        return offset + shift


def edited(text: str, edits: Iterable[Edit]) -> Changed:
    """The text with the edits made. Edits may touch, not overlap; those that change nothing go."""
    made = tuple(e for e in sorted(edits) if text[e.start : e.end] != e.new)
    parts: list[str] = []
    at = 0
    for edit in made:
        if edit.start < at:
            raise ValueError(f"edits overlap at {edit.start}")
        parts += text[at : edit.start], edit.new
        at = edit.end
    return Changed("".join([*parts, text[at:]]), made)


def in_case_of(model: str, word: str) -> str:
    """The word in capitals, or with a capital first, if the model is."""
    letters = [c for c in model if c.isalpha()]
    if len(letters) > 1 and model.isupper() and not word.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
