"""Finds the names of places in a report and says what each does there.

Marks come unresolved: ``place`` holds the words as written, with the precision that they alone
show (``site``, ``near``, else ``name``), and ``candidates`` every place they may mean, the most
likely first. :mod:`reportedly.resolve.places` chooses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.annotate import lexicon as lex
from reportedly.annotate.common_words import COMMON
from reportedly.annotate.place_page import Hit, Page
from reportedly.annotate.place_runs import readings
from reportedly.annotate.place_uses import Use, dateline, is_near, use_of
from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, PlacePrecision

_LARGE = 200_000  # people; a city so large needs no word before it to be taken for a place
_TOWN = 20_000
_OWNED = frozenset({"’s ", "'s ", "’ ", "' "})
_LISTED = frozenset({", ", " and ", ", and ", " or ", " & "})


def places(annotated: Annotated, names: Names) -> tuple[PlaceMark, ...]:
    """The places and demonyms of a report's text, in text order, never overlapping."""
    text = annotated.report.text
    page = Page.of(text, names, dateline(text))
    believed = _believed(page, readings(page))
    marks: list[PlaceMark] = []
    for hit, reason in believed:
        start, end = page.words[hit.first].start, page.words[hit.last - 1].end
        use: Use
        use, why = use_of(page, hit)
        if page.filed(hit.first, hit.last):
            use, why = "dateline", ""
        if marks and use == "location" and text[marks[-1].end : start] in _OWNED:
            use, why = marks[-1].use if marks[-1].use in ("other", "base") else use, "as its owner"
        near = hit.kind in ("place", "unlisted") and is_near(page, hit)
        precision: PlacePrecision = "site" if hit.kind == "site" else "near" if near else "name"
        marks.append(
            PlaceMark(
                start,
                end,
                Place(" ".join(text[start:end].split()), precision),
                use,
                _of_kind(_with_small(page, hit, reason)),
                "; ".join(filter(None, (reason, why))),
            )
        )
    return tuple(_of_one_sense(text, marks))


_OFTEN = 2
_DOER = re.compile(r"(?:[’']s?)? (?!(?:was|were|is|are|woke|fell|saw)\b)[a-z]")
_LED_TO = re.compile(r"\b(?:in|at|near|from|into|of|on|outside|across|around|through|,) $")


def _of_one_sense(text: str, marks: Sequence[PlaceMark]) -> Iterator[PlaceMark]:
    """The marks; a capital that only ever speaks and deals does so where the words do not tell."""
    uses: dict[str, list[Use]] = {}
    for mark in marks:
        led = mark.use == "location" and _LED_TO.search(text, max(0, mark.start - 9), mark.start)
        uses.setdefault(mark.place.name, []).append("base" if led else mark.use)
    for mark in marks:
        others = uses[mark.place.name]
        dealt = others.count("metonym") >= _OFTEN and set(others) <= {"metonym", "location"}
        if mark.use == "location" and dealt and _DOER.match(text, mark.end):
            mark = replace(mark, use="metonym", reason="stands for a government throughout")
        yield mark


def _with_small(page: Page, hit: Hit, reason: str) -> Hit:
    """The small places of that name too, where more than its size says that a place is meant."""
    if hit.kind not in ("place", "organisation") or not hit.candidates or reason == "large city":
        return hit
    every = page.names.places(page.surface(hit.first, hit.last), small=True)
    return replace(hit, candidates=tuple(every)) if len(every) > len(hit.candidates) else hit


def _of_kind(hit: Hit) -> tuple[Place, ...]:
    """The candidates, divisions first where the text says "province"."""
    divided = {"admin1", "admin2", "area"}
    if not hit.division or not any(p.precision in divided for p in hit.candidates):
        return hit.candidates
    return tuple(p for p in hit.candidates if p.precision in divided)


def _believed(page: Page, hits: Sequence[Hit]) -> list[tuple[Hit, str]]:
    """The readings that hold, with the reason. A name once believed is believed throughout."""
    reasons: list[str | None] = []
    known: set[str] = set()
    for index, hit in enumerate(hits):
        reason = _reason(page, hits, index)
        if page.filed(hit.first, hit.last) and hit.candidates:
            reason = "dateline"
        if reason is None and _listed(page, hits, index, reasons):
            reason = "in a list with a place"
        reasons.append(reason)
        if reason:
            known.add(page.surface(hit.first, hit.last).casefold())
    kept = []
    for hit, reason in zip(hits, reasons, strict=True):
        if reason is None and hit.kind in ("place", "organisation"):
            name = page.surface(hit.first, hit.last).casefold()
            if name in known and name not in page.people and name not in COMMON:
                reason = "named as a place elsewhere"
        if reason is not None:
            kept.append((hit, reason))
    return kept


_HEADING = re.compile(r" \((?:\d{1,2}\b|[A-Z][a-z]+ \d)")  # "Town (13 March)."


_HEADS_OF = frozenset({"mayor", "governor", "residents", "people", "streets", "outskirts"})
_ASSAULTS = frozenset(
    {"raid", "attack", "assault", "strike", "raids", "attacks", "strikes", "march"}
)


def _reason(page: Page, hits: Sequence[Hit], index: int) -> str | None:
    hit = hits[index]
    if hit.kind == "demonym":
        return "demonym"
    if hit.candidates and _HEADING.match(page.text, page.words[hit.last - 1].end):
        return "heads a bulletin's paragraph"
    if _of_a_person(page, hit):
        return None
    if hit.kind == "unlisted":
        return "not in the gazetteer, named as a place"
    if hit.kind == "site":
        return _site(page, hit)
    if hit.kind == "organisation":
        return _organisation(page, hit)
    single = hit.last - hit.first == 1
    word = page.low(hit.first)
    before = page.low(hit.first - 1) if page.between(hit.first - 1, hit.first).isspace() else ""
    if before in lex.NEIGHBOURING or before in lex.DIRECTIONS:
        before = page.low(page.leader(hit.first - (before in lex.DIRECTIONS)))
    after = page.between(hit.last - 1, hit.last)
    if before == "of" and page.low(hit.first - 2) in lex.SETTLEMENT_NOUNS:
        return "with its kind"
    if before == "of" and page.low(hit.first - 2) in _HEADS_OF:
        return "after an office"
    if before == "on" and page.low(hit.first - 2) in _ASSAULTS:
        return "what was attacked"
    if after == " " and page.low(hit.last) in lex.LOCAL_BODIES and word not in COMMON:
        return "as its own body"
    doubtful = single and (word in COMMON or word in page.people)
    if doubtful:
        led = ("in", "outside") if word in page.people else ("in", "near", "outside")
        if before in led or _contained(page, hits, index):
            return f"after {before!r}" if before else "with its container"
        return None
    top = hit.candidates[0]
    if hit.division or (not single and page.low(hit.last - 1) in lex.DIVISION_NOUNS):
        return "with its kind"
    if top.precision in ("country", "area"):
        return "country" if top.precision == "country" else "area"
    if before in lex.LOCATIVES:
        return f"after {before!r}"
    if _contained(page, hits, index):
        return "with its container"
    if page.low(hit.last) in lex.SETTLEMENT_NOUNS and after == " ":
        return "with its kind"
    if _people(page, top) >= _LARGE or page.names.background(top.ref or "").capital:
        return "large city"
    return None


_HOMES = frozenset({"'s", "’s", "home", "house", "residence", "family", "case", "trial"})


def _of_a_person(page: Page, hit: Hit) -> bool:
    """True for "in Merrill's disappearance", "near the Holt home" where a person is so called."""
    name = page.low(hit.first)
    if hit.last - hit.first > 1 or name not in page.people or hit.kind not in ("place", "unlisted"):
        return False
    large = any(p.precision == "country" or _people(page, p) >= _LARGE for p in hit.candidates[:1])
    attacked = page.low(hit.first - 2) in _ASSAULTS and page.low(hit.first - 1) == "on"
    return not large and (attacked or page.low(hit.last) in _HOMES)


def _people(page: Page, place: Place) -> int:
    return page.names.background(place.ref or "").population or 0


def _contained(page: Page, hits: Sequence[Hit], index: int) -> bool:
    """True for "X, Y" where Y is a place that one of X's candidates lies in, or the reverse."""
    hit = hits[index]
    for other, gap in (
        (hits[index + 1] if index + 1 < len(hits) else None, (hit.last - 1, hit.last)),
        (hits[index - 1] if index else None, (hit.first - 1, hit.first)),
    ):
        if other is None or other.kind != "place" or page.between(*gap) not in (", ", " "):
            continue
        apart = other.first - hit.last if other.first > hit.first else hit.first - other.last
        linked = apart == 1 and page.low(min(hit.last, other.last)) == "in"
        if not linked and (apart or page.between(*gap) != ", "):
            continue
        inner, outer = (hit, other) if other.first > hit.first else (other, hit)
        codes = {p.country_code for p in outer.candidates if p.precision in ("country", "admin1")}
        if codes & {p.country_code for p in inner.candidates}:
            return True
    return False


def _listed(page: Page, hits: Sequence[Hit], index: int, reasons: Sequence[str | None]) -> bool:
    """True for "Sittwe, Magway and Pathein" where the one before is believed."""
    if not index or reasons[index - 1] is None or hits[index - 1].kind != "place":
        return False
    hit, left = hits[index], hits[index - 1]
    if hit.kind != "place" or page.low(hit.first) in COMMON | page.people:
        return False
    start, end = page.words[left.last - 1].end, page.words[hit.first].start
    return page.text[start:end] in _LISTED


def _site(page: Page, hit: Hit) -> str | None:
    before = page.low(hit.first - 1)
    if before == "the":
        before = page.low(hit.first - 2)
    if hit.candidates and (before in lex.LOCATIVES or _people(page, hit.candidates[0]) >= _TOWN):
        return "named site"
    after = page.low(hit.last) if page.between(hit.last - 1, hit.last) in (" ", ", ") else ""
    if before in lex.DIRECTIONS:
        before = page.low(hit.first - 2)
    street = page.low(hit.last - 1) in lex.STREETS and before in ("on", "along")
    led = street or before in lex.FIRM_LOCATIVES | {"of"}
    quarter = page.low(hit.last) in lex.QUARTERS
    return "named site" if led or quarter or after == "in" else None


def _organisation(page: Page, hit: Hit) -> str | None:
    if page.low(hit.last) in ("post", "times", "tribune", "herald", "gazette", "journal", "news"):
        return None
    top = hit.candidates[0]
    local = page.low(hit.last) in lex.LOCAL_BODIES
    known = local or top.precision in ("country", "area") or _people(page, top) >= _LARGE
    single = hit.last - hit.first == 1
    doubtful = single and page.low(hit.first) in (page.people if local else COMMON)
    return "in the name of a body" if known and not doubtful else None
