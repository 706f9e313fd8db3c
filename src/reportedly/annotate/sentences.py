"""Cuts a text into paragraphs and sentences, as offsets; the text itself is never touched.

A paragraph is a line, or a block of lines that were wrapped at a fixed width. A sentence ends at a
stop, with the quotation marks and brackets that close after it, unless the stop belongs to an
abbreviation, an initial or a number, or the words that follow do not begin a sentence.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.records import Sentence


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Before a name or a number: the stop never ends the sentence. Capitalised where it stands.
TITLES = _words(
    """adm amb asst atty brig bro capt cmdr cmsgt col comdr congr cpl cpt det dr ens fr gen gov hon
    insp lt ltcol maj messrs mgr mlle mme mr mrs ms msgr pfc prof pvt rep reps rev rt sen sens sgt
    ssgt st ste supt"""
)
# Before a figure only ("No. 5", "Jan. 3"); before anything else the stop ends the sentence.
BEFORE_FIGURES = _words(
    """no nos jan feb mar apr jun jul aug sept sep oct nov dec art sec par p pp vol fig ch
    rs approx ca"""
)
# The stop ends the sentence only where the next word is one that commonly begins one. Capitalised.
NAME_PARTS = _words(
    """jr sr inc co corp ltd plc llc bros dept univ est ave blvd rd mt mon tue tues wed thu thur
    thurs fri sat sun ph esq ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"""
)
MEASURES = _words("etc al vs viz ft km sq hrs cf")  # the same, in small letters too
STARTERS = _words(
    """a an the this that these those he she it they we i you his her its their our my there here
    in on at by for from with after before during while when where as if although though since
    but and or so yet however meanwhile instead also then now what who why how which some many most
    several all both one two three more no not according police officials authorities"""
)

STOP = re.compile(r"(?:[.!?…؟]+|[。！？।]+)[”’\"'»)\]]*")
ALWAYS_ENDS = frozenset("。！？।")
LINE = re.compile(r"\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
BLANK_LINE = re.compile(r"(?:\r?\n|\r)[^\S\n\r]*[\n\r]")
NO_VOWEL = re.compile(r"[A-Z][b-df-hj-np-tv-xz]{1,4}")  # "Cllr.": no word lacks a vowel
LETTERS_BEFORE = 12  # no abbreviation is longer
TOKEN = re.compile(r"[\w.]*\w$")
# What may begin a sentence; Arabic names keep their small article ("al-Shabaab").
OPENING = re.compile(
    r"\s+(?P<marks>[“‘\"'«(\[¿¡•*–—-]{0,3}[ ]?)(?:(?:al|el|an|ar|as|ad|ash|at|az)-(?=[A-Z]))?"
    r"(?P<word>\w+)?"
)
# "“Why now?” Smith asked." stays one sentence: the question is the object of the verb.
ASKED = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+|[Tt]he\s+|[a-z]+\s+){1,4}?"
    r"(?:said|says|asked|asks|told|wrote|added|shouted|cried|tweeted)\s*[.,;]"
)
# "He fled.Police came": web pages lose the space. Not "Example.Com", not "St.Petersburg".
GLUED = re.compile(r"(?!Com\b|Net\b|Org\b)(?P<word>[A-Z][a-z]*)(?=[\s,’']|-[a-z])")
WORD_BEFORE = re.compile(r"(?:^|[\s“\"'‘(,-])[A-Za-z]*[a-z]{2}\Z")
WRAPPED_WIDTH = range(50, 101)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in text order; between them there is only white space."""
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        found.extend(Sentence(a, b, number) for a, b in _in_paragraph(text, start, end))
    return tuple(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without the white space around it."""
    block: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        start, end = line.start(), line.start() + len(line.group().rstrip())
        if block and BLANK_LINE.search(text, block[-1][1], start):
            yield from _paragraphs_of(text, block)
            block = []
        block.append((start, end))
    yield from _paragraphs_of(text, block)


def _paragraphs_of(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if _is_wrapped(text, block):
        yield block[0][0], block[-1][1]
    else:
        yield from block


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """True if each line is as full as the width allowed: its next word would not have fitted."""
    widest = max((end - start for start, end in block), default=0)
    if len(block) < 2 or widest not in WRAPPED_WIDTH:
        return False
    for (start, end), (next_start, next_end) in pairwise(block):
        word = text[next_start:next_end].split(maxsplit=1)[0]
        if end - start + 1 + len(word) <= widest:
            return False
    return True


def _in_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, end):
            yield begin, stop.end()
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    if text[stop.start()] in ALWAYS_ENDS:
        return True
    opening = OPENING.match(text, stop.end(), end)
    if opening is None:
        return _is_glued(text, stop, end)
    word = opening["word"] or ""
    if opening.end() == opening.end("marks") and not opening["marks"].strip():
        return True  # a symbol that no rule knows: leave it to begin a sentence of its own
    if word and word[0].islower() and text[opening.start("word") - 1] != "-":
        return False
    marks = stop.group()
    if marks[0] in "!?" and len(marks) > 1 and ASKED.match(text, stop.end(), end):
        return False
    if marks != ".":
        return True
    return not _is_abbreviation(text, stop.start(), word)


def _is_glued(text: str, stop: re.Match[str], end: int) -> bool:
    """True where a sentence follows without the space that should part it from this one."""
    following = GLUED.match(text, stop.end(), end)
    before = text[max(0, stop.start() - LETTERS_BEFORE) : stop.start()]
    if following is None or not (before.isalpha() or WORD_BEFORE.search(before)):
        return False
    return not _is_abbreviation(text, stop.start(), following["word"])


def _is_abbreviation(text: str, stop: int, following: str) -> bool:
    """True if the stop at that offset is part of the word before it, given the word after it."""
    before = TOKEN.search(text[max(0, stop - LETTERS_BEFORE) : stop])
    if before is None:
        return False
    token = before.group().lower()
    starter = following.lower() in STARTERS
    capitalised = before.group()[0].isupper()
    if capitalised and (token in TITLES or NO_VOWEL.fullmatch(before.group())):
        return True
    if token in BEFORE_FIGURES:
        return following[:1].isdigit()
    if "." in token:  # U.S. p.m. Ph.D.
        return not starter and all(len(part) <= 2 for part in token.split("."))
    if len(token) == 1 and token.isalpha():  # an initial: "Robert J. Smith"
        return not (starter and len(following) > 1)
    return not starter and (token in MEASURES or (capitalised and token in NAME_PARTS))
