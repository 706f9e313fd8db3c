"""What in a text could be a place: readings of each capitalised run, not yet believed.

A run of capitalised words is read as a whole. A place inside a longer unknown name is no place:
"Jackson" in "Sen. Jackson Reed", "Washington" in "Washington Post". What may stand around a place
in its run is a demonym, a direction, a kind of division, a facility or an organisation.
"""

from collections.abc import Generator, Iterator, Sequence

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import begins_name, hyphened, run_end, spans
from reportedly.annotate.place_page import Hit, Page
from reportedly.annotate.place_unlisted import local_government, unknown
from reportedly.records import Place

_ARTICLES = lex.listed("al el ar as ash ad an at az")
_LONGEST = 6
_CAPS_SHARE = 0.7
_SMALL = lex.PARTICLES | lex.SITE_NOUNS
_HEADING = 5, 20  # words
_LONGEST_HEADING = 300  # characters: a longer line is no heading, and is not looked through
_HEADED = 0.8  # of them begin with a capital


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
    return unknown(page, at, end), None


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
    if last - at > 1 and page.low(last - 1) in lex.DIVISION_NOUNS:  # "Kolo County School Board"
        return Hit(at, last, "place", found, division=True), last
    following, final = rest[0].low, rest[-1].low
    if local_government(page, last):
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
        if _is_state(page, found) and _is_state(page, other):  # "the Kolo-Arvo talks"
            return Hit(at, last, "place", found), last
    if found[0].precision in ("country", "area") and following in lex.FUNCTION_WORDS:
        return Hit(at, last, "place", found), last + 1
    return None


def _is_state(page: Page, found: Sequence[Place]) -> bool:
    """True for a country, or a capital, which may stand for one."""
    return any(
        p.precision == "country" or page.names.background(p.ref or "").capital for p in found[:3]
    )


def _of_street(page: Page, at: int) -> bool:
    """True after "the 300 block of North"."""
    at -= page.low(at - 1) in lex.DIRECTIONS
    return page.low(at - 1) == "of" and page.low(at - 2) in lex.OF_STREETS


def _division(page: Page, first: int, last: int) -> bool:
    if page.low(last) in lex.DIVISION_NOUNS and page.between(last - 1, last) == " ":
        return True
    return page.low(first - 1) == "of" and page.low(first - 2) in lex.DIVISION_NOUNS


def _remember(page: Page, first: int, end: int) -> None:
    """The words of a name that is no place: a person's, so "Paris said" later is that person."""
    if _in_heading(page, first):
        return  # "How Washington Deceives Elbonia" gives nobody's name
    if end - first <= 4 and page.low(end - 1) not in lex.ORGANISATIONS | lex.FACILITIES:
        initial = len(page.words[end - 1].text) == 1 and page.between(end - 1, end) == ". "
        surname = initial and page.words[end].capital  # "Adam C. Holt"
        page.people.update(w.low for w in page.words[first : end + surname])


def _in_heading(page: Page, at: int) -> bool:
    """True in a line of its own that is printed with capitals throughout and ends in no stop."""
    start = page.text.rfind("\n", 0, page.words[at].start) + 1
    end = page.text.find("\n", start)
    line = page.text[start : end if end >= 0 else None].strip()
    if len(line) > _LONGEST_HEADING:
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return (
        _HEADING[0] <= len(words) <= _HEADING[1]
        and capital >= _HEADED * len(words)
        and line[-1] not in '.!”"'
    )


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
