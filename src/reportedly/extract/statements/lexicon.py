"""The words that report speech, read from ``cues.toml``, with every form they take."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from reportedly.records import Act

Form = Literal["base", "third", "past", "participle", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One way of using a verb. ``frames`` and ``before`` are explained in ``cues.toml``."""

    lemma: str
    act: Act
    frames: frozenset[str]
    before: frozenset[str]
    objects: frozenset[str]
    modified: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    verbs: Mapping[str, tuple[Verb, ...]]  # by lemma
    forms: Mapping[str, frozenset[tuple[str, Form]]]  # written form -> lemma and form
    particles: Mapping[str, tuple[tuple[tuple[str, ...], Act], ...]]  # by lemma, longest first
    nouns: Mapping[str, Act]  # singular and plural
    light_verbs: frozenset[str]  # every form
    noun_links: frozenset[str]
    impersonal: frozenset[str]
    emerge: tuple[list[str], ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    text = files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    irregular = {lemma: tuple(forms.split()) for lemma, forms in data["irregular"].items()}
    verbs: dict[str, list[Verb]] = {}
    for entry in data["verbs"]:
        for lemma in entry["words"].split():
            verb = Verb(
                lemma,
                entry["act"],
                frozenset(entry.get("frames", "")),
                frozenset(entry.get("before", "").split()),
                frozenset(entry.get("objects", "").split()),
                entry.get("modified", False),
            )
            verbs.setdefault(lemma, []).append(verb)
    particles: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for phrase, act in data["particles"].items():
        lemma, *rest = phrase.split()
        particles.setdefault(lemma, []).append((tuple(rest), cast(Act, act)))
    forms: dict[str, set[tuple[str, Form]]] = {}
    for lemma in {*verbs, *particles}:
        for form, written in _inflected(lemma, irregular):
            forms.setdefault(written, set()).add((lemma, form))
    light = {
        written
        for lemma in data["words"]["light_verbs"].split()
        for _, written in _inflected(lemma, irregular)
    }
    nouns = {
        written: cast(Act, act)
        for noun, act in data["nouns"].items()
        for written in (noun, _third(noun))
    }
    return Lexicon(
        {lemma: tuple(entries) for lemma, entries in verbs.items()},
        {written: frozenset(kinds) for written, kinds in forms.items()},
        {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in particles.items()},
        nouns,
        frozenset(light),
        frozenset(data["words"]["noun_links"].split()),
        frozenset(data["words"]["impersonal"].split()),
        tuple(phrase.split() for phrase in data["words"]["emerge"]),
    )


def _inflected(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> list[tuple[Form, str]]:
    more: tuple[str, ...] = ()  # second participles: "learnt"
    if lemma in irregular:
        third, past, participle, ing, *rest = irregular[lemma]
        more = tuple(rest)
    else:
        third, past, ing = _third(lemma), _past(lemma), _ing(lemma)
        participle = past
    return [
        ("base", lemma), ("third", third), ("past", past), ("participle", participle), ("ing", ing),
        *(("participle", written) for written in more),
    ]  # fmt: skip


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + "ing"
