"""Names among the phrases for whoever did it, as the invented reports mark them.

Only a group, a force, a state or a person known by name is a named perpetrator: "gunmen", "a man
in a Land Cruiser" and "Sunni herders" are not.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly.gazetteer import Gazetteer, open_names

_WORD = r"(?!\d+-(?:year|mm))[A-ZÀ-Þ0-9](?:\w|['’](?!s\b)|[.‐-](?=\w))*"
_FIRST = rf"(?:(?:al|el|an|as|ash|ad|ar)-)?{_WORD}"
_SMALL = "of the|of|for the|for|de la|del?|d[ao]s?|la|e|and|y|in the"
_NAME = re.compile(rf"(?<![\w’'-]){_FIRST}(?:(?:,? (?:{_SMALL}) |['’]s | ){_FIRST})*")
# Words that are capitalised at the head of a sentence only.
_LEADING = re.compile(
    r"(?:The|An?|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Both|One|Our|My|His|Its|These|Those"
    r"|This|That|Their|Several|Dozens|Hundreds|Suspected|Alleged|Mr|Mrs|Ms|General|Colonel|Major"
    r"|Forces|Elements|Members|Remnants|Fighters|Soldiers|Men|Supporters|Units)(?: of(?: the)?)? "
)
_HEAD_ONLY = re.compile(
    r"(?:Un\w+|Armed|Masked|Hooded|Heavily|Young|Angry|Around|About|Security|Special|Riot|Joint"
    r"|Government|Fighter|Local|State|People|They|It|We|Who|[A-Z][a-z]+(?:men|ers|ists|ors|ants|ents|ees)"
    r"|Gunm[ae]n|Men|Youths?|Police|Troops|Soldiers?|Militants?|Rebels|Bandits|Somebody|Someone|Inmates"
    r"|Warplanes|Helicopters?|Jets|Drones?|Villagers|Residents)$"
)
# A name after one of these tells where or with what somebody came, not who they are.
_BESIDE = re.compile(
    r"\b(?:in|on|with|near|at|riding|driving|wearing|against|aboard|than|before) "
    r"(?:an? |the |their |his )?$"
)
# "Ron boys", "Sunni herders", "the Tebu minority": a people, not a body.
_PEOPLE = re.compile(
    r"[ -](?:m[ae]n|women|boys?|youths?|bandits|herders|herdsmen|farmers|clans?|clansmen|minority"
    r"|tribes(?:men)?|villagers|community|people|side of|mob|crowd|students?|traders|morans"
    r"|raiders)\b"
)
_PEOPLES = frozenset(
    "Sunni Shia Shiite Muslim Christian Hindu Islamist Kurdish Arab Buddhist I We They".split()
)
_KINDS = (
    r"(?:armed forces|security forces|security services|special forces|air force|navy|coast ?guard|"
    r"border guards?|gendarmes|gendarmerie|riot police|national guard|army|military|police(?:men)?|"
    r"soldiers|troops|government forces|government troops|marines|commandos)"
)
_FORCE = re.compile(
    rf"^(?:(?:the|a|an|some|our|its|their|uniformed|several|unidentified|two|three) )?"
    rf"(?P<name>(?:[A-Z][\w’'-]+ )?"
    rf"(?:(?:federal|national|regional|state|local|elite|special|provincial|regular) )?{_KINDS})\b"
    r"(?! (?:uniform|fatigues|camouflage|who deserted|deserters?|and hooded))",
    re.I,
)
_ARMED = (
    "army",
    "military",
    "forces",
    "armed forces",
    "air force",
    "security forces",
    "police",
    "troops",
    "soldiers",
)


@cache
def _names() -> Gazetteer:
    return open_names()


def named(phrases: list[str], country: str | None) -> list[str]:
    """The names in the phrases for whoever did it, each with its other forms; most often none."""
    found: list[str] = []
    for phrase in phrases:
        found.extend(_in_phrase(" ".join(phrase.split()).strip("\"“”'‘’,"), country))
    return list(dict.fromkeys(found))


def _in_phrase(phrase: str, country: str | None) -> Iterator[str]:
    force = _FORCE.match(phrase)
    if force:
        yield force["name"]
        yield from _of_country(country, force["name"].lower())
    for match in _NAME.finditer(phrase):
        name = _bare(phrase, match)
        if name is None:
            continue
        state = _state(re.sub(r" \d+$", "", name))
        if state:
            yield name
            yield from _of_country(state, "army")
        elif not _PEOPLE.match(phrase, match.end()) or " " in name or "-" in name:
            yield name


def _bare(phrase: str, match: re.Match[str]) -> str | None:
    """A name without what stands before it, or None if it is none."""
    name = match.group()
    if _BESIDE.search(phrase[: match.start()]):
        return None
    while match.start() == 0 and (lead := _LEADING.match(name)):
        name = name[lead.end() :]
    whole = name == match.group()
    if match.start() == 0 and (_HEAD_ONLY.match(name) or _LEADING.match(name + " ")):
        return None
    if (
        match.start() == 0
        and whole
        and " " not in name
        and phrase[match.end() :].startswith(" ")
        and not _capital_known(name)
    ):
        return None
    if name.isdigit() or _is_people(name):
        return None
    return name


def _capital_known(name: str) -> bool:
    """True for the first word of a phrase that is more than a capitalised small word."""
    names = _names()
    return bool(
        names.actors(name) or names.demonyms(name) or names.places(name)
        or name.isupper() or "-" in name
    )  # fmt: skip


def _is_people(name: str) -> bool:
    return name in _PEOPLES


def _state(name: str) -> str | None:
    """The country that a name means: "Moscow", "Eritrean", "Russian"."""
    of_people = [p.country for p in _names().demonyms(name) if p.country]
    if of_people:
        return of_people[0]
    for place in _names().places(name):
        if place.precision == "country" or (
            name == place.name and _names().background(place.ref or "").capital
        ):
            return place.country
    return None


def _of_country(country: str | None, kind: str) -> Iterator[str]:
    if not country or country == "null":
        return
    yield country
    yield f"Government of {country}"
    for body in dict.fromkeys((kind, *_ARMED)):
        yield f"{country} {body}"
        yield from (actor.name for actor in _names().actors(f"{country} {body}"))
