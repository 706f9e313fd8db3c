"""Other actors of the same grammatical form, in the same sentences; or none that is named."""

import random
import re
from collections.abc import Iterator, Sequence

from bench.quality.robustness.edits import Changed, Edit, edited, in_case_of
from bench.quality.robustness.names import Hit, Row, bound, hits, rows, unlisted

_ARTICLE = re.compile(r"\b([Aa]n?) $")
_VOWEL = re.compile(r"[AEIOaeio]|[FHLMNRSX][A-Z]{2}$")
_STARTS = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[\"“]\s*)$")
_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
_PERSONS = re.compile(
    r" (fighters|militants|rebels|insurgents|gunmen|guerrillas|members|forces|men|militiamen)\b"
)
_SHORT = re.compile(r" \([A-Z]{2,6}\)")
_GROUPS = "group_"
_UNNAMED = "an armed group"


def swapped(
    text: str, title: str, chance: random.Random, fixed: frozenset[str]
) -> tuple[Changed, Changed]:
    """Text and title with the same names exchanged in both; ``fixed`` are the countries to keep."""
    own = list(unlisted(text))
    in_text, in_title = hits(text, own), hits(title, own)
    kept = bound(text, in_text, fixed) | bound(title, in_title, fixed)
    present = dict.fromkeys(h.row for h in (*in_text, *in_title))
    chosen: dict[Row, Row] = {}
    for kind, all_rows in rows().items():
        # One that the report does not name, so that no two actors become one.
        others = [r for r in all_rows if r not in present and r.country not in fixed]
        chance.shuffle(others)
        free = (r for r in present if r.kind == kind and r not in kept)
        chosen |= dict(zip(free, others, strict=False))
    return (
        edited(text, _exchanges(text, in_text, chosen)),
        edited(title, _exchanges(title, in_title, chosen)),
    )


def _exchanges(text: str, found: Sequence[Hit], chosen: dict[Row, Row]) -> Iterator[Edit]:
    for hit in found:
        if hit.row not in chosen:
            continue
        before, old = text[: hit.start], text[hit.start : hit.end]
        new = chosen[hit.row].forms[hit.form][0]
        if old.isupper() and old not in hit.row.forms[hit.form]:
            new = new.upper()
        elif _STARTS.search(before):
            new = in_case_of("X", new)
        if article := _ARTICLE.search(before):
            yield Edit(*article.span(1), in_case_of(article[1][:1], _article(new)))
        yield Edit(hit.start, hit.end, new)


def _article(word: str) -> str:
    return "an" if _VOWEL.match(word) else "a"


def unnamed(text: str) -> Changed:
    """Each named group as "an armed group"."""
    return edited(text, _without_names(text))


def _without_names(text: str) -> Iterator[Edit]:
    at = 0
    for hit in hits(text, list(unlisted(text))):
        if not hit.row.kind.startswith(_GROUPS) or hit.start < at:
            continue
        before = _BEFORE.search(text, max(at, hit.start - 4), hit.start)
        start = before.start() if before else hit.start
        short = _SHORT.match(text, hit.end)
        at = short.end() if short else hit.end
        new = _UNNAMED
        if persons := _PERSONS.match(text, at):
            at = persons.end()
            new = f"{persons[1]} of {_UNNAMED}"
        model = "X" if _STARTS.search(text[:start]) else "x"
        yield Edit(start, at, in_case_of(model, new))
