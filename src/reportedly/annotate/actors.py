"""Finds the actors of a report: named groups, state forces, and unnamed kinds ("gunmen").

Marks come unresolved: ``actor`` holds the words as written, ``candidates`` every entry of the
registry they may mean. :mod:`reportedly.resolve.actors` chooses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from reportedly.annotate import actor_words as lists
from reportedly.annotate.actor_page import Page, is_of_longer, is_visited
from reportedly.annotate.capitals import Capitals
from reportedly.annotate.common_words import COMMON
from reportedly.annotate.groups import with_groups
from reportedly.annotate.lexicon import CALENDAR, FUNCTION_WORDS, PARTICLES, listed
from reportedly.annotate.naming import begins_name, hyphened, spans, words
from reportedly.annotate.short_names import with_short_names
from reportedly.annotate.works import written
from reportedly.plugins import Names
from reportedly.records import Actor, ActorMark, Annotated

Qualifier = Literal["suspected", "linked", "alleged"]
_LONGEST = 10
_SMALL = (
    PARTICLES | lists.NAME_NOUNS | lists.UNNAMED | lists.HYPHENED | listed("in for with against")
)
_ARTICLES = listed("al el ar as ash ad an at az")
_OWNER = ("'s", "’s")
_STATES = ("government", "state_force", "igo", "igo_force", "state_body")
_LARGER = ("national", "supreme", "higher", "state", "royal", "federal")
_RULERS = ("government", "authorities")
_KINDS = {"government": "government"}
_BRACKETED = re.compile(r" \((\w+)\)")


_CAPITAL_FIRST = frozenset({"new", "real", "first", "free", "one", "all", "united", "people"})


def actors(annotated: Annotated, names: Names) -> tuple[ActorMark, ...]:
    """The actors of a report's text, in text order, never overlapping."""
    text = annotated.report.text
    page = Page(text, words(text), names, Capitals(annotated, names))
    found: list[ActorMark] = []
    index = 0
    while index < len(page.words):
        mark, after = _named(page, index) or _unnamed(page, index) or (None, index + 1)
        if mark is not None:
            if found and mark.start < found[-1].end:  # "al-Shabaab police": the name is taken
                start = page.words[index].start
                name = " ".join(text[start : mark.end].split())
                mark = replace(mark, start=start, actor=replace(mark.actor, name=name), bare=name)
            found.append(mark)
        index = after
    marks = with_groups(annotated, with_short_names(page, found), names)
    works = written(annotated)
    return tuple(m for m in marks if not any(a <= m.start and m.end <= z for a, z in works))


def _named(page: Page, first: int) -> tuple[ActorMark | None, int] | None:
    """The longest name of the registry that begins at a word."""
    if not _may_begin(page, first):
        return None
    for last in spans(page.text, page.words, first, _LONGEST, small=_SMALL):
        candidates = _look(page, first, last)
        if candidates:
            if page.low(last - 1) in lists.ADJECTIVE and page.low(last) in lists.DESCRIBED:
                return None, last  # "US military aid"
            return _mark(page, first, last, candidates)
    if page.words[first].text.isdigit():
        return None
    return _owned(page, first)


def _may_begin(page: Page, index: int) -> bool:
    word = page.words[index]
    if word.low in _ARTICLES and index + 1 < len(page.words):
        after = page.words[index + 1]
        if not after.capital:
            return False
        return hyphened(page.text, word, after) or (
            word.low in ("al", "el") and page.adjacent(index, index + 1)
        )
    if page.low(index + 1) in ("of", "in") and word.low != "government":
        # not "Forces of Colombia" out of "Gaitanist Self-Defence Forces of Colombia"
        before = page.words[index - 1] if page.adjacent(index - 1, index) else None
        return word.capital and not (
            before and before.capital and before.low not in _ARTICLES | FUNCTION_WORDS
        )
    if word.text.isdigit():  # "400 Mawozo"
        return page.adjacent(index, index + 1) and page.words[index + 1].capital
    if word.capital and word.low in _CAPITAL_FIRST:  # "New People's Army"
        return page.adjacent(index, index + 1) and page.words[index + 1].capital
    if word.low in lists.HYPHENED_FIRST and not word.capital:
        return index + 1 < len(page.words) and hyphened(page.text, word, page.words[index + 1])
    return begins_name(word)


def _look(page: Page, first: int, last: int) -> Sequence[Actor]:
    word = page.words[first]
    if last - first == 1 and word.low in COMMON and not word.text.isupper():
        return ()
    start, end = word.start, page.words[last - 1].end
    qualified = _BRACKETED.match(page.text, end)  # "Communist Party of Elbonia (Reformed)"
    if qualified and (found := page.names.actors(f"{page.text[start:end]} {qualified[1]}")):
        return found
    found = page.names.actors(page.text[start:end])
    return found if found and page.capitals.is_name(start, end, found) else ()


def _of_two(page: Page, first: int) -> bool:
    """True in "the Elbonian-Ruritanian military alliance": the body of neither country."""
    if not first or not hyphened(page.text, page.words[first - 1], page.words[first]):
        return False
    other = page.surface(first - 1, first)
    countries = (p.precision == "country" for p in page.names.places(other))
    return bool(page.names.demonyms(other)) or any(countries)


def _mark(
    page: Page, first: int, last: int, candidates: Sequence[Actor]
) -> tuple[ActorMark | None, int]:
    if page.low(first - 1) in lists.OPPOSING and hyphened(
        page.text, page.words[first - 1], page.words[first]
    ):
        return None, last
    if candidates[0].kind in _STATES and _of_two(page, first):
        return None, last
    before = page.low(first - 1) if page.adjacent(first - 1, first) else ""
    if before in _LARGER and candidates[0].kind == "igo":
        return None, last  # "National Security Council"
    if last - first == 1 and is_of_longer(page, first):
        return None, last  # "Harbat al-Sahwa" is not the Sahwa
    if candidates[0].kind == "government" and is_visited(page, first, last):
        return None, last
    qualifier = _hedge(page, first)
    if last < len(page.words) and hyphened(page.text, page.words[last - 1], page.words[last]):
        if page.low(last) in lists.DESCRIBING:
            return None, last
        if page.low(last) in lists.LINKING:
            qualifier = "linked"
        elif page.words[last].capital and not _begins_another(page, last):
            return None, last  # "Arvo Front-Renewal" is not the Arvo Front
    name = " ".join(page.surface(first, last).split())
    kind = candidates[0].kind if len({c.kind for c in candidates}) == 1 else None
    mark = ActorMark(
        page.words[first].start,
        page.words[last - 1].end,
        Actor(name, kind=kind, qualifier=qualifier),
        tuple(candidates),
        "a name of the registry",
    )
    # "Taliban fighters": the noun belongs to the name, it is not a second, unnamed actor
    end = last
    while page.adjacent(end - 1, end) and page.low(end) in lists.ATTRIBUTES:
        end += 1
    called = lists.UNNAMED | lists.ATTRIBUTED | (frozenset() if kind in _STATES else lists.RULE)
    if page.adjacent(end - 1, end) and page.low(end) in called:
        end += 1
        if kind not in _STATES:
            mark = replace(mark, end=page.words[end - 1].end)
        last = end
    return mark, last


def _begins_another(page: Page, first: int) -> bool:
    """ "Arvo Party-Arvo Army": the words after the hyphen are a name of their own."""
    return any(
        page.names.actors(page.surface(first, last))
        for last in spans(page.text, page.words, first, _LONGEST, small=_SMALL)
    )


def _owned(page: Page, first: int) -> tuple[ActorMark | None, int] | None:
    """ "Pakistan's army"."""
    for last in spans(page.text, page.words, first, 4):
        if page.low(last) not in _OWNER:
            continue
        for end in (last + 4, last + 3, last + 2):
            if end > len(page.words) or not page.adjacent(last, last + 1):
                continue
            nouns = page.surface(last + 1, end)
            if not all(w.low in lists.NAME_NOUNS for w in page.words[last + 1 : end]):
                continue
            if found := page.names.actors(f"{page.surface(first, last)} {nouns}"):
                return _mark(page, first, end, found)
    return None


def _hedge(page: Page, first: int) -> Qualifier | None:
    """ "Suspected", "alleged" just before; "linked to", "affiliated with" just before."""
    back = first - 1
    if page.low(back) in ("the", "a", "an"):
        back -= 1
    if page.low(back) in lists.HEDGES and page.adjacent(back, back + 1):
        hedge = lists.HEDGES[page.low(back)]
        return "alleged" if hedge == "alleged" else "suspected"
    if page.low(back) in ("to", "with", "by", "of") and page.low(back - 1) in lists.LINKING:
        return "linked"
    if page.low(back) == "be" and page.low(back - 1) == "to" and page.low(back - 2) in (
        "believed", "thought", "suspected",
    ):  # fmt: skip
        return "suspected"
    return None


def _unnamed(page: Page, index: int) -> tuple[ActorMark | None, int] | None:
    """Attackers and state forces named by their kind alone."""
    word = page.words[index]
    size = next(_sizes(page, index), 0)
    if not size:
        return None
    first, last = index, index + size
    state = _state_kind(page, first, last)
    opposed = page.low(first - 1) in lists.OPPOSING and page.adjacent(first - 1, first)
    if state and opposed and word.low != "riot":
        return None, last  # "pro-government forces" are not the government's
    after = page.low(last) if page.adjacent(last - 1, last) else ""
    if after in lists.AIRCRAFT if not state else after in lists.NOT_BEFORE:
        return None
    if word.low in _RULERS and size == 1 and not _is_national(page, first, after):
        return None
    before = first - 1
    own = page.adjacent(before, first) and page.words[before].capital if before >= 0 else False
    own = own and page.low(before) not in FUNCTION_WORDS | CALENDAR
    if own and not word.capital:
        first = before
    name = " ".join(page.surface(first, last).split())
    if first < index and page.low(index) in lists.COMMUNAL:  # "Israeli settlers": these are known
        actor = Actor(name, kind="communal_militia", qualifier=_hedge(page, first))
        span = page.words[first].start, page.words[last - 1].end
        return ActorMark(*span, actor, (), "a people's own men"), last
    mark = ActorMark(
        page.words[first].start,
        page.words[last - 1].end,
        Actor(
            name,
            kind=_KINDS.get(state, "state_force") if state else "unnamed",
            qualifier=_hedge(page, first),
        ),
        (),
        f"unnamed {state}" if state else "unnamed",
        bare=name,
    )
    return mark, last


def _is_national(page: Page, index: int, after: str) -> bool:
    """ "The government", "Xyz's government"; not "local government", "government employees"."""
    if after in lists.NOT_BEFORE_OF_GOVERNMENT or page.low(index - 1) in lists.LOCAL:
        return False
    if page.low(index) == "authorities":
        return page.low(index - 1) == "the"
    if after == "and" and page.low(index + 2) in ("public", "private"):
        return False  # "government and public sector workers"
    before = page.words[max(index - 3, 0) : index]
    return any(w.low in ("the", "their", "its", "his", "her") or w.capital for w in before)


def _sizes(page: Page, index: int) -> Iterator[int]:
    """How many words at an index make an unnamed actor, largest first."""
    pair = page.low(index), page.low(index + 1)
    if page.adjacent(index, index + 1):
        if pair in lists.STATE_PAIRS:
            yield 2
        if pair[0] in lists.SUICIDE and pair[1] in ("bomber", "bombers", "attacker", "attackers"):
            yield 2
        if pair[0] in lists.ARMED_ADJECTIVES and pair[1] in lists.ARMED_NOUNS:
            yield 2
    if pair[0] in lists.UNNAMED or pair[0] in lists.STATE:
        yield 1


def _state_kind(page: Page, first: int, last: int) -> str | None:
    if last - first == 2:
        return lists.STATE_PAIRS.get((page.low(first), page.low(first + 1)))
    return lists.STATE.get(page.low(first))
