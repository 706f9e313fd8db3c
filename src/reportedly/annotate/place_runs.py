"""What in a text could be a place: readings of each capitalised run, not yet believed.

A run of capitalised words is read as a whole. A place inside a longer unknown name is no place:
"Jackson" in "Sen. Jackson Reed", "Washington" in "Washington Post". What may stand around a place
in its run is a demonym, a direction, a kind of division, a facility or an organisation.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import Word, begins_name, hyphened, run_end, spans, words
from reportedly.plugins import Names
from reportedly.records import Place

Kind = Literal["place", "demonym", "site", "unlisted", "organisation"]
_ARTICLES = lex.listed("al el ar as ash ad an at az")
_LONGEST = 6
_SHORT = 5  # a word of so few capitals is an acronym unless it is a country's
_CAPS_SHARE = 0.7
_SMALL = lex.PARTICLES | lex.SITE_NOUNS
# After an unknown name in capitals, "Agency", "Area" and "State" are more often a body's.
_KINDS_OF_UNLISTED = lex.listed("province district governorate county oblast village town city")


@dataclass(frozen=True, slots=True)
class Hit:
    """One reading: words ``first`` to ``last`` (exclusive), and the places it may mean."""

    first: int
    last: int
    kind: Kind
    candidates: tuple[Place, ...] = ()
    division: bool = False  # a word like "province" follows or precedes


@dataclass(slots=True)
class Page:
    """A text cut into words, with what was learnt of its names on the way."""

    text: str
    words: Sequence[Word]
    names: Names
    dateline: tuple[int, int] = (0, 0)  # from where to where; empty if there is none
    people: set[str] = field(default_factory=set)  # words of longer names that are no places

    @classmethod
    def of(cls, text: str, names: Names, dateline: tuple[int, int] = (0, 0)) -> "Page":
        return cls(text, words(text), names, dateline)

    def filed(self, first: int, last: int) -> bool:
        """True if the words stand in the dateline."""
        start, end = self.dateline
        return start <= self.words[first].start and self.words[last - 1].end <= end

    def low(self, index: int) -> str:
        """The word in small letters; empty outside the text."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def leader(self, first: int) -> int:
        """The word that leads to a name: "in" in "in neighbouring Kolo", "in the north Kolo"."""
        at = first - 1
        while self.low(at) in lex.NEIGHBOURING and self.between(at, at + 1) == " ":
            at -= 1
        return at

    def between(self, left: int, right: int) -> str:
        """The text between two words."""
        if left < 0 or right >= len(self.words):
            return "\n"
        return self.text[self.words[left].end : self.words[right].start]

    def surface(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def look(self, first: int, last: int) -> Sequence[Place]:
        """The places that the words name, short acronyms of anything but countries left out."""
        word = self.words[first]
        single = last - first == 1
        if single and (word.low in lex.CALENDAR or len(word.text) < 2):
            return ()
        if single and word.low in lex.DIRECTIONS and self.low(last) not in lex.DIVISION_NOUNS:
            return ()
        if single and word.low in lex.DOTTED and self.text[word.end : word.end + 1] != ".":
            return ()
        if single and word.low == "us" and not word.text.isupper():
            return ()
        found = self.names.places(self.surface(first, last))
        shout = len(word.text) <= _SHORT and word.text.isupper() and not self.filed(first, last)
        if single and shout:
            return tuple(p for p in found if p.precision == "country" or "." in word.text)
        return found

    def demonym(self, first: int, last: int) -> Sequence[Place]:
        return self.names.demonyms(self.surface(first, last))


def readings(page: Page) -> list[Hit]:
    """The readings of every run, in text order."""
    letters = sum(c.isalpha() for c in page.text)
    capitals = sum(c.isupper() for c in page.text)
    found = _in_capitals(page) if capitals > _CAPS_SHARE * letters else _in_runs(page)
    return list(found)


def _in_runs(page: Page) -> Iterator[Hit]:
    index = 0
    while index < len(page.words):
        if not _begins(page, index):
            index += 1
            continue
        end = run_end(page.text, page.words, index)
        if page.filed(index, index + 1):  # the dateline is no part of the first sentence
            end = next((n for n in range(index, end) if not page.filed(n, n + 1)), end)
        for hit in _run(page, index, end):
            yield hit
            end = max(end, hit.last)
        index = end


def _begins(page: Page, index: int) -> bool:
    word = page.words[index]
    if word.low in _ARTICLES and index + 1 < len(page.words):
        after = page.words[index + 1]
        if not (after.capital and hyphened(page.text, word, after)):
            return False
        return not (index and page.names.actors(page.surface(index - 1, index + 2)))
    if word.low == "new" and word.capital:  # "New Delhi", not "New measures"
        ends = [n for n in spans(page.text, page.words, index, 3) if n > index + 1]
        return any(page.look(index, n) or page.demonym(index, n) for n in ends)
    return begins_name(word)


def _run(page: Page, first: int, end: int) -> Iterator[Hit]:
    """The readings of one run, tried from its left."""
    before = page.low(first - 1)
    if before in lex.ROLES and page.between(first - 1, first) == " " and end - first < 5:
        _remember(page, first, end)
        return
    at = first
    while at < end:
        word = page.words[at]
        if word.low in lex.CALENDAR:
            at += 1
            continue
        titled = word.low in lex.TITLES and at + 1 < end and not page.look(at, at + 2)
        if titled and page.low(at + 1) not in lex.FACILITIES:
            _remember(page, at + 1, end)
            return
        hit, after = _at(page, at, end)
        if hit is not None:
            yield hit
        if after is None:
            if hit is None:
                _remember(page, at, end)
            return
        at = after


def _at(page: Page, at: int, end: int) -> tuple[Hit | None, int | None]:
    """The reading at a word of a run, and where to go on; None: the rest is one name."""
    for last in spans(page.text, page.words, at, _LONGEST, small=_SMALL):
        found = tuple(page.look(at, last))
        if last - at == 1 and found and found[0].precision != "country" and page.demonym(at, last):
            found = ()
        if found and (hit := _place(page, at, last, end, found)):
            return hit
        if last - at <= 2 and (people := tuple(page.demonym(at, last))):
            return Hit(at, last, "demonym", people), last
    if page.low(at) in lex.DIRECTIONS and at + 1 < end:
        return None, at + 1
    return _unknown(page, at, end), None


def _place(
    page: Page, at: int, last: int, end: int, found: tuple[Place, ...]
) -> tuple[Hit | None, int | None] | None:
    """What a known name at the head of a run is, given the words of the run that follow it."""
    rest = page.words[last:end]
    if _of_street(page, at) or page.low(last) in lex.QUARTERS:
        return Hit(at, max(last, end), "site"), max(last, end)
    after = page.low(last) if page.between(last - 1, last) == " " else ""
    if not rest and after in lex.SITE_NOUNS and not page.words[last].capital:
        return Hit(at, last + 1, "site", found), last + 1
    if not rest or "\n" in page.between(last - 1, last):
        return Hit(at, last, "place", found, division=_division(page, at, last)), max(last, end)
    following, final = rest[0].low, rest[-1].low
    if _local_government(page, last):
        return Hit(at, last, "place", found, division=True), last + 3
    if following in ("'s", "’s") or following in lex.CALENDAR:
        return Hit(at, last, "place", found), last + 1
    if following in lex.DIVISION_NOUNS | lex.SETTLEMENT_NOUNS:
        return Hit(at, last, "place", found, division=following in lex.DIVISION_NOUNS), last + 1
    if final in lex.FACILITIES:
        return Hit(at, end, "site", found if final in lex.TOWN_FACILITIES else ()), end
    if final in lex.ORGANISATIONS or following in lex.ORGANISATIONS | lex.TITLES:
        return Hit(at, last, "organisation", found), last
    if hyphened(page.text, page.words[last - 1], page.words[last]):
        other = page.look(last, end)
        if found[0].country_code in {p.country_code for p in other}:  # "the Kolo-Arvo road"
            return Hit(at, last, "place", found), last
    if found[0].precision in ("country", "area") and following in lex.FUNCTION_WORDS:
        return Hit(at, last, "place", found), last + 1
    return None


def _of_street(page: Page, at: int) -> bool:
    """True after "the 300 block of North"."""
    at -= page.low(at - 1) in lex.DIRECTIONS
    return page.low(at - 1) == "of" and page.low(at - 2) in lex.OF_STREETS


def _local_government(page: Page, at: int) -> bool:
    """True before "Local Government Area"."""
    return [page.low(n) for n in range(at, at + 3)] == ["local", "government", "area"]


def _division(page: Page, first: int, last: int) -> bool:
    if page.low(last) in lex.DIVISION_NOUNS and page.between(last - 1, last) == " ":
        return True
    return page.low(first - 1) == "of" and page.low(first - 2) in lex.DIVISION_NOUNS


def _unknown(page: Page, at: int, end: int) -> Hit | None:
    """An unlisted name: a site or a place where the words say so."""
    if page.names.actors(page.surface(at, end)):
        return None
    final = page.low(end - 1)
    if end - at > 3 and _local_government(page, end - 3):
        return Hit(at, end - 3, "unlisted", division=True)
    if end - at > 1 and final in lex.FACILITIES:
        return Hit(at, end, "site")
    back = page.leader(at)
    site = page.low(end) in lex.SITE_NOUNS and page.between(end - 1, end) == " "
    if site and end - at <= 3 and page.low(back) in lex.FIRM_LOCATIVES | {"of", "on"}:
        return Hit(at, end + 1, "site")
    if end - at > 1 and final in _KINDS_OF_UNLISTED and end - at <= 4:
        return Hit(at, end - 1, "unlisted", division=final in lex.DIVISION_NOUNS)
    if final in lex.ORGANISATIONS or page.low(at) in lex.NOT_PLACES or end - at > 3:
        return None
    if page.words[at].text.isupper() and page.words[at].end - page.words[at].start <= _SHORT:
        return None
    kinds = lex.DIVISION_NOUNS | lex.SETTLEMENT_NOUNS
    after = page.low(end) if page.between(end - 1, end) == " " else ""
    if page.low(at - 1) == "of" and page.low(at - 2) in kinds:
        return Hit(at, end, "unlisted", division=page.low(at - 2) in lex.DIVISION_NOUNS)
    if after in kinds and page.low(back) in lex.LOCATIVES:
        return Hit(at, end, "unlisted", division=after in lex.DIVISION_NOUNS)
    beside = page.low(back) == "of" and page.low(back - 1) in lex.DIRECTIONS  # "north of Kolo"
    if (page.low(back) in lex.SURE_LOCATIVES or beside) and not after[:1].isupper():
        return Hit(at, end, "unlisted")
    contained = page.between(end - 1, end) in (", ", " in ") or after == "in"
    if page.low(back) in lex.FIRM_LOCATIVES | {"to"} and contained and _container(page, end):
        return Hit(at, end, "unlisted")
    return Hit(at, end, "unlisted") if _is_where(page, at, end) else None


def _is_where(page: Page, at: int, end: int) -> bool:
    """True for an unknown name that only a place can be: "in Kolo on Monday", "fell on Kolo"."""
    back = page.leader(at)
    before, verb = page.low(back), page.low(back - 1)
    if page.between(at - 1, at) != " " or page.people & {w.low for w in page.words[at:end]}:
        return False
    led = before in lex.PLACING or verb in lex.PLACED.get(before, ())
    closed = page.between(end - 1, end) != " " or page.low(end) in lex.AFTER_PLACE
    return led and (closed or page.low(end) in lex.POSSESSIVES)


def _container(page: Page, at: int) -> bool:
    """True if a known place, or a division by name, begins within the next words."""
    for index in range(at, min(at + 6, len(page.words))):
        if index > at and page.between(index - 1, index) not in (" ", "-", "’", "'", ", "):
            return False
        word = page.words[index]
        if word.capital and word.low not in lex.FUNCTION_WORDS:
            if page.demonym(index, index + 1):
                return True
            return any(
                page.look(index, last) for last in spans(page.text, page.words, index, 3)
            ) or (page.low(index + 1) in lex.DIVISION_NOUNS)
        if word.low not in lex.PARTICLES | lex.DIRECTIONS | lex.FIRM_LOCATIVES | {"'s", "’s"} | (
            lex.DIVISION_NOUNS | lex.SETTLEMENT_NOUNS
        ):
            return False
    return False


def _remember(page: Page, first: int, end: int) -> None:
    """The words of a name that is no place: a person's, so "Paris said" later is that person."""
    if end - first <= 4 and page.low(end - 1) not in lex.ORGANISATIONS | lex.FACILITIES:
        page.people.update(w.low for w in page.words[first:end])


def _in_capitals(page: Page) -> Iterator[Hit]:
    """The readings of a text printed in capitals, where letters tell nothing."""
    index = 0
    while index < len(page.words):
        word = page.words[index]
        if word.low in lex.FUNCTION_WORDS or not word.capital:
            index += 1
            continue
        index = yield from _capital(page, index)


def _capital(page: Page, at: int) -> Generator[Hit, None, int]:
    for last in spans(page.text, page.words, at, 4):
        if page.low(last - 1) in lex.FUNCTION_WORDS:
            continue
        found = tuple(page.names.places(page.surface(at, last)))
        single = last - at == 1
        if single and (page.low(at) in lex.CALENDAR | lex.DOTTED or len(page.low(at)) < 3):
            found = ()
        if found:
            known = found[0].precision in ("country", "area")
            if known or page.low(at - 1) in lex.FIRM_LOCATIVES | {"of"}:
                yield Hit(at, last, "place", found, division=_division(page, at, last))
                return last
        if people := tuple(page.demonym(at, last)):
            yield Hit(at, last, "demonym", people)
            return last
    return at + 1
