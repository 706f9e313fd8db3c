"""Places that no list holds, where the words around a name show that it is one."""

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import spans
from reportedly.annotate.place_page import SHORT, Hit, Page

# After an unknown name in capitals, "Agency", "Area" and "State" are more often a body's.
_KINDS_OF_UNLISTED = lex.listed("province district governorate county oblast village town city")


def local_government(page: Page, at: int) -> bool:
    """True before "Local Government Area"."""
    return [page.low(n) for n in range(at, at + 3)] == ["local", "government", "area"]


def unknown(page: Page, at: int, end: int) -> Hit | None:
    """An unlisted name: a site or a place where the words say so."""
    if page.names.actors(page.surface(at, end)):
        return None
    final = page.low(end - 1)
    if end - at > 3 and local_government(page, end - 3):
        return Hit(at, end - 3, "unlisted", division=True)
    if end - at > 1 and final in lex.FACILITIES:
        return Hit(at, end, "site")
    site = page.low(end) in lex.SITE_NOUNS and page.between(end - 1, end) == " "
    if site and end - at <= 3 and page.low(at - 1) in lex.FIRM_LOCATIVES | {"of", "on"}:
        return Hit(at, end + 1, "site")
    if end - at > 1 and final in _KINDS_OF_UNLISTED and end - at <= 4:
        return Hit(at, end - 1, "unlisted", division=final in lex.DIVISION_NOUNS)
    if final in lex.ORGANISATIONS or page.low(at) in lex.NOT_PLACES or end - at > 3:
        return None
    if page.words[at].text.isupper() and page.words[at].end - page.words[at].start <= SHORT:
        return None
    back = page.leader(at)
    kinds = lex.DIVISION_NOUNS | lex.SETTLEMENT_NOUNS
    after = page.low(end) if page.between(end - 1, end) == " " else ""
    if page.low(at - 1) == "of" and page.low(at - 2) in kinds:
        return Hit(at, end, "unlisted", division=page.low(at - 2) in lex.DIVISION_NOUNS)
    if after in kinds and page.low(back) in lex.LOCATIVES | lex.POSSESSIVES:
        return Hit(at, end, "unlisted", division=after in lex.DIVISION_NOUNS)
    beside = page.low(back) == "of" and page.low(back - 1) in lex.DIRECTIONS  # "north of Kolo"
    if (page.low(back) in lex.SURE_LOCATIVES or beside) and not site:
        return Hit(at, end, "unlisted")
    contained = page.between(end - 1, end) in (", ", " in ") or after == "in"
    if page.low(back) in lex.FIRM_LOCATIVES | {"to"} and contained and _container(page, end):
        return Hit(at, end, "unlisted")
    return Hit(at, end, "unlisted") if _is_where(page, at, end) else None


def _is_where(page: Page, at: int, end: int) -> bool:
    """True for an unknown name that only a place can be: "in Kolo on Monday", "fell on Kolo"."""
    back = page.leader(at)
    before, verb = page.low(back), page.low(back - 1)
    if page.low(at - 1) == "the":  # "at the General": no village has an article
        return False
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
