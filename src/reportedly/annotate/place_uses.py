"""What a place does in its sentence: locate, file, speak for a government, or house a speaker."""

import re
from typing import Literal

from reportedly.annotate import lexicon as lex
from reportedly.annotate.metonyms import (
    does_violence,
    is_told_as_town,
    stands_for_government,
)
from reportedly.annotate.place_page import Hit, Page

Use = Literal["location", "demonym", "metonym", "base", "dateline", "other"]
_BACK = 90  # characters before a place that are looked at
_AHEAD = 60
_OPENING = 1500  # a dateline stands at a line's start within so many characters
_LONGEST_DATELINE = 140
_LINE = re.compile(r"^[^\S\n]*(?=[A-Z])", re.MULTILINE)

_PERSON = (
    r"professor|lecturer|researcher|analyst|expert|scholar|fellow|correspondent|reporter|editor|"
    r"ambassador|envoy|resident|native|citizen|student|academic|historian|think[- ]tank|consultancy"
)
_BASED = re.compile(
    rf"\b(?:{_PERSON})\b[^.!?,\n]{{0,60}}\b(?:in|at|from)\s+(?:the\s+)?$"
    r"|\b(?:based|headquartered|born|raised|educated|graduated|lives|living|reporting|speaking|"
    r"writing|studied|teaches)\s+(?:\w+\s+)?(?:in|at|from)\s+(?:the\s+)?$"
    r"|\b(?:University|Institute|College|School|Bank|Government|Ministry|Governor|Mayor|Bishop|"
    r"Archbishop|President|King|Queen|Prince|governor|mayor|bishop|president|king|"
    r"Republic|Emirate|Sultan|Emir|ambassador)\s+(?:of|to|in)\s+(?:the\s+)?$"
)
_OFFICIALS = re.compile(
    r"\b(?:officials?|sources?|spokes\w+|diplomats?|ministers?|authorities|prosecutors?|embassy|"
    r"offices?|bureau|headquarters|newsroom|press conference|"
    r"news conference|reporters|journalists|parliament|lawmakers)\s+"
    r"(?:in|at|from)\s+(?:the\s+)?$"
)
_COURT = re.compile(
    r"\b(?:courts?|courtroom|tribunal|jury|trial|custody)\s+"
    r"(?:sitting\s+)?(?:in|at)\s+(?:the\s+)?$"
)
# "a student from Kolo"; but "taken from Kolo", "ten kilometres from Kolo", "the road from Kolo"
_FROM = re.compile(
    r"(?<!away )(?<!across )\bfrom\s+(?:the\s+)?(?:(?:city|town|village|province|state) of\s+)?$"
)
_NOT_ORIGIN = re.compile(
    r"\b(?:abduct\w*|kidnap\w*|seized?|snatch\w*|tak(?:e|en|ing)|took|captured?|remov\w+|rescu\w+|"
    r"stol\w+|steal\w*|loot\w+|driven|expelled|whisked|freed|kilomet\w+|miles?|kms?|met(?:re|er)s?|"
    r"hours?|minutes|road|highway|bus|train|convoy|track|route|axis)\b"
)
# "abducted from the Girls' School in Kolo": where a body is, and where it happened
_TAKEN_FROM = re.compile(
    r"\b(?:abduct|kidnap|seiz|snatch|tak(?:e|in)|took|captur|remov)\w*(?: \w+){0,3} from [^.,;!?]*$"
)
_THEN_SPEECH = re.compile(
    r"[’']?s?\s+(?:on \w+day\s+)?(?:has |have |had |also )?(?:said|told|says|say|added|"
    r"confirmed|denied|called)\b"
)
_AWAY = re.compile(
    r"\b(?:fled|flee|flees|fleeing|escaped?|escaping|flown|flew|fly|flying|taken|airlifted|sent|"
    r"deported|extradited|headed|heading|travell?ed|travell?ing|moved|returned|returning|evacuated|"
    r"transferred|rushed|brought|drove|driven|visit|visited|visiting|exported|slipped away|arrived)"
    r"\s+(?:(?!and\b|but\b|when\b)[\w-]+\s+){0,5}(?:to|into|towards?|for|via)\s+(?:the\s+)?$"
    r"|\b(?:arrived|arriving|landed)\s+(?:[\w-]+\s+){0,3}in\s+(?:the\s+)?$"
    r"|\b(?:visit|visited|visiting|trip to|visit to|flight to|en route to|bound for|way to)\s+$"
)
_NEAR = re.compile(
    r"\b(?:near|nearby|outside|close to|not far from|on the (?:\w+ )?(?:outskirts|edge|edges|"
    r"fringes) of|"
    r"(?:(?:north|south|east|west)(?:-?(?:east|west))?|miles?|kilomet(?:er|re)s?|km|kms|"
    r"metres|meters)"
    r"(?: (?:north|south|east|west)(?:-?(?:east|west))?| away)? (?:of|from)|around|approaching)\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:(?:city|town|village|capital)\s+)?(?:of\s+)?$"
)
_HYPHENED = re.compile(r"[-‐‑](?:based|born|educated|headquartered|trained)\b")
_ADJECTIVE = re.compile(
    r"[-‐‑](?:backed|led|linked|allied|aligned|funded|sponsored|supported|brokered|mediated|run|"
    r"style|affiliated|supplied|made|trained|drafted|imposed|supporting|bound)\b"
)
# "a U.S. raid": initials that serve as their own adjective, before what they describe.
_INITIALS = re.compile(r"U\.?(?:S|K)\.?")
_DESCRIBES = re.compile(
    r"\s+(?:and\s+[A-Z]\w+(?:i|n|sh|se)\s+)?(?!(?:and|or|in|on|at|to|for|by|with|from|after|as|has|"
    r"had|have|is|was|were|are|will|would|who|which|that|where|when|but|while|of|since|during|"
    r"before|if|this|last|said|says|over|under|into|also|does|did|could|should|may)\b)[A-Za-z]"
)
_OWN_BODY = re.compile(
    r"[’']s?\s+(?:\w+\s+)?(?:government|military|army|president|prime minister|foreign minister|"
    r"foreign ministry|ministry|parliament|police|police chief|interior minister|leader|leaders|"
    r"ambassador|envoy|intelligence|supreme leader|king|ruler|authorities|forces|troops|"
    r"spokes\w+|embassy|opposition|junta|rulers)\b",
    re.IGNORECASE,
)
_OWN_WORD = re.compile(
    r"[’']s?\s+(?:\w+\s+)?(?:claims?|denials?|accusations?|allegations?|statement|warnings?|"
    r"demands?|"
    r"threats?|refusal|decision|support|response|condemnation|insistence|announcement|policy|"
    r"rejection|position|offer|pledge|vow|assertion|assurances?)\b"
)
# "Kolo has suffered" is said of a town.
_UNDERGONE = lex.listed(
    "suffered witnessed experienced remained changed turned descended erupted recovered emptied "
    "calmed returned stayed endured followed seemed appeared"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
# "KABUL, Afghanistan (AP) —", "COTABATO CITY - ", "Mogadishu, Feb 3 (Gulf Wire) -"
_DATELINE = re.compile(
    r"[^\S\n]*(?P<place>[A-Z][\w.'’‘/-]{1,24}(?:[ ,/]{1,3}[\w.'’-]{2,20}){0,5}?)[^\S\n]*,?[^\S\n]*"
    rf"(?P<day>(?:{_MONTH}\.?[^\S\n]\d{{1,2}}|\d{{1,2}}[^\S\n]{_MONTH}\.?)(?:,?[^\S\n]\d{{4}})?"
    r"[^\S\n]*)?(?P<agency>\([^)\n]{2,40}\))?[^\S\n]*(?:(?:—|–|--|\.?-|:|\|)[^\S\n]+|－|(?(day)\n|$))"
)
# The same where a page has lost its dash: "KARDIS/BELM, Arvo Four gunmen ..."
_BARE_DATELINE = re.compile(
    r"(?:[A-Z][a-z]+[^\S\n])?(?P<place>[A-Z]{3,}(?:[ /-][A-Z]{2,})*)(?:,[^\S\n][A-Z][a-z]+)?"
    r"[^\S\n](?:--[^\S\n])?(?=[A-Z][a-z.]|[A-Z][^\S\n])"
)
# "Arvo - Two men ...", "Kolo: Two men ..." where the text begins
_FIRST_WORDS = re.compile(r"\s*(?P<place>[A-Z]\w+(?:[ -][A-Z]\w+){0,2})\s?(?:[-–—]|:)\s(?=[A-Z])")


def dateline(text: str) -> tuple[int, int]:
    """Where the dateline stands, that is its start and end; (0, 0) if the text has none."""
    for line in _LINE.finditer(text, 0, _OPENING):
        match = _DATELINE.match(text, line.start(), line.start() + _LONGEST_DATELINE)
        if match is None:
            continue
        city = match["place"].split(",")[0]
        if (
            (match["agency"] or match["day"] or city.isupper())
            and len(city) > 1
            and len(city.split()) <= 4
        ):
            return match.span()
    bare = _BARE_DATELINE.match(text) or _FIRST_WORDS.match(text)
    return bare.span("place") if bare else (0, 0)


def is_near(page: Page, hit: Hit) -> bool:
    """True if the place only says what the scene was near to."""
    return _NEAR.search(_before(page, hit)) is not None


def use_of(page: Page, hit: Hit) -> tuple[Use, str]:
    """The use of a place and why, in words; "location" if nothing speaks against it."""
    if hit.kind == "demonym":
        return "demonym", ""
    if hit.kind == "organisation":
        return "other", ""
    before, after = _before(page, hit), _after(page, hit)
    if (
        hit.kind == "place"
        and _stands_for_government(page, hit)
        and not is_told_as_town(before)
        and (
            does_violence(before, after)
            if hit.candidates[0].precision == "country"
            else stands_for_government(before, after)
        )
    ):
        return "metonym", "stands for a government"
    if _HYPHENED.match(after):
        return "base", "where a speaker is based"
    if _ADJECTIVE.match(after):
        return "other", "an adjective"
    if _AWAY.search(before):
        return "other", "where somebody went"
    if _INITIALS.fullmatch(page.surface(hit.first, hit.last)) and _DESCRIBES.match(after):
        return "demonym", "an adjective"
    if _BASED.search(before) and not _TAKEN_FROM.search(before):
        return "base", "where a person or body is"
    if _COURT.search(before):
        return "base", "where a court is"
    if _FROM.search(before) and not _NOT_ORIGIN.search(before):
        return "base", "where somebody is from"
    if _OFFICIALS.search(before) and _THEN_SPEECH.match(after):
        return "base", "where a speaker is"
    if hit.kind == "place" and _stands_for_government(page, hit) and not is_told_as_town(before):
        if _OWN_BODY.match(after):
            return "other", "owner of a body"
        if _OWN_WORD.match(after) or _speaks(page, hit):
            return "metonym", "stands for a government"
    return "location", ""


def _stands_for_government(page: Page, hit: Hit) -> bool:
    return any(
        p.precision == "country" or page.names.background(p.ref or "").capital
        for p in hit.candidates[:3]
    )


def _speaks(page: Page, hit: Hit) -> bool:
    """True if the place is the subject of a verb of speech or policy."""
    before = page.low(hit.first - 1) if page.between(hit.first - 1, hit.first).isspace() else ""
    if before == "the":
        before = page.low(hit.first - 2)
    if before in lex.LOCATIVES | {"against", "with", "for", "by", "on", "of"}:
        return False
    index = hit.last
    gap = page.between(hit.last - 1, index)
    if gap == " and " or page.low(index) == "and":
        index += 2
    elif gap != " ":
        return False
    capital = hit.candidates[0].precision != "country"
    for _ in range(3):
        if page.low(index) in lex.SPEECH:
            return True
        if (
            capital
            and page.low(index - 1) in ("has", "have", "had")
            and page.low(index)[-2:] == "ed"
            and page.low(index) not in _UNDERGONE
        ):
            return True
        if page.low(index) not in lex.AUXILIARIES:
            return False
        index += 1
    return False


def _before(page: Page, hit: Hit) -> str:
    start = page.words[hit.first].start
    return page.text[max(0, start - _BACK) : start]


def _after(page: Page, hit: Hit) -> str:
    end = page.words[hit.last - 1].end
    return page.text[end : end + _AHEAD]
