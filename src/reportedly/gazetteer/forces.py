"""Governments, armies, police and security forces of every country, composed when asked for.

"Malian army", "Benin police" and "government of Peru" are a country and a body; writing them all
out would make thousands of names. A country whose armed forces stand in the registry is answered
with that row.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reportedly.gazetteer.entries import Entry
from reportedly.gazetteer.fold import fold
from reportedly.gazetteer.governments import governments, own_names
from reportedly.gazetteer.index import Country
from reportedly.plugins import Background
from reportedly.records import Actor

# body -> (its name, the registry's kind, the nouns that follow a demonym or a country's name)
BODIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "government": (
        "Government of {}",
        "government",
        (
            "government", "authorities", "regime", "administration", "military government",
            "interim government", "transitional government", "transitional authorities",
            "caretaker government", "federal government", "central government",
            "military regime", "federal authorities", "presidency", "cabinet",
            "foreign ministry", "ministry of foreign affairs", "interior ministry",
            "ministry of interior", "ministry of the interior", "home ministry",
            "justice ministry", "health ministry",
            "information ministry", "defence ministry", "ministry of defence", "defense ministry",
            "ministry of defense",
        ),
    ),
    "military": (
        "{} military",
        "state_force",
        (
            "army", "military", "armed forces", "troops", "soldiers", "forces", "special forces",
            "air force", "navy", "warplanes", "jets",
            "aircraft", "planes", "drones", "government forces", "government troops",
            "commandos", "army troops", "army soldiers", "military forces", "drones", "warplane",
            "drone", "jet", "fighter jets", "helicopters", "helicopter", "helicopter gunships",
            "gunners", "artillery", "tanks", "gunboats", "marines", "conscripts", "guns",
            "batteries", "battery", "general staff", "side", "gunship", "missiles", "soldier",
            "units",
            "missile", "strike", "strikes", "airstrike", "airstrikes", "air strikes",
            "drone strike", "drone strikes", "missile strikes", "bombs", "glide bombs",
            "attack drones", "junta", "junta forces", "junta troops", "regime forces",
            "regime troops", "ruling junta", "military junta", "federal troops", "federal forces",
            "army forces", "ground forces", "ground troops",
            "paratroopers", "special operations forces", "fighter planes", "air strike",
        ),
    ),
    "police": (
        "{} police",
        "state_force",
        (
            "police", "policemen", "police officers", "police force", "national police",
            "riot police", "military police", "border police", "paramilitary police",
            "secret police", "constables", "policeman",
        ),
    ),
    "security-forces": (
        "{} security forces",
        "state_force",
        (
            "security forces", "security force", "security services", "security personnel",
            "intelligence", "intelligence agency", "intelligence agencies", "intelligence service",
            "intelligence services", "intelligence officers", "intelligence agents",
            "intelligence operatives", "security men", "security agents", "security officers",
            "security operatives",
            "paramilitary forces", "paramilitary troops", "border guards", "gendarmes",
            "gendarmerie", "coast guard",
            "guards", "mobile gendarmes", "national guard", "border guard", "presidential guard",
            "republican guard", "intelligence officials", "intelligence personnel",
            "secret service", "security agencies", "security agency",
            "state security service", "state security",
        ),
    ),
}  # fmt: skip
_NOUNS = {noun: body for body, (_, _, nouns) in BODIES.items() for noun in nouns}
# "Vietnamese Communist authorities", "Elbonian elite troops": what no body is told apart by.
_LOOSE = ("communist", "socialist", "elite", "regular", "occupation")
_TITLE = re.compile(r"(?:president|prime minister|premier|king|general|marshal|emir) ")
_WITH_THE = ("United", "Netherlands", "Philippines", "Maldives", "Bahamas", "Central", "Democratic",
             "Republic", "Czech Republic", "Dominican", "Gambia", "Comoros")  # fmt: skip
_SHORT = {"US": "US", "GB": "UK"}
# By what else newspapers call a country.
_ALSO = {
    "US": ("US", "America"), "GB": ("UK", "Britain"), "AE": ("UAE", "Emirates"), "MM": ("Burma",),
    "CD": ("DR Congo", "DRC", "Democratic Republic of Congo", "Congo"),
    "CG": ("Congo-Brazzaville",),
    "CF": ("CAR",), "CI": ("Côte d'Ivoire",), "SZ": ("Swaziland",), "TL": ("Timor-Leste",),
    "CZ": ("Czechia",), "MK": ("Macedonia",), "NL": ("Holland",), "BA": ("Bosnia",),
    "KR": ("Republic of Korea",), "KP": ("DPRK",), "PG": ("PNG",), "TR": ("Türkiye",),
    "CV": ("Cabo Verde",), "TW": ("Republic of China",),
}  # fmt: skip


class Forces:
    """The bodies of each country by what newspapers call them."""

    def __init__(self, countries: Iterable[Country], rows: Iterable[Mapping[str, Any]]) -> None:
        rows = list(rows)
        self._of: dict[str, list[Country]] = {}
        self._countries = {country.code: country for country in countries}
        self._known = {str(row["id"]) for row in rows}
        for country in self._countries.values():
            words = (country.name, *country.demonyms, *_ALSO.get(country.code, ()))
            for key in dict.fromkeys(map(fold, words)):
                self._of.setdefault(key, []).append(country)
        self._led: dict[str, list[Country]] = {}
        for code, government in governments().items():
            if code in self._countries:
                for leader in government.leaders:
                    self._led.setdefault(fold(leader.name), []).append(self._countries[code])
        self._sat: dict[str, list[Country]] = {}
        for code, government in governments().items():
            if code in self._countries:
                for seat in dict.fromkeys(map(fold, government.seats)):
                    self._sat.setdefault(seat, []).append(self._countries[code])
        self._armies: dict[str, list[str]] = {}
        for row in rows:
            if row.get("armed_forces") and len(row["countries"]) == 1:
                self._armies.setdefault(row["countries"][0], []).append(str(row["name"]))
        self._background: dict[str, Background] = {}

    def armies(self, name: str) -> Sequence[str]:
        """The registry's names of the armed forces that the words mean, one after the other."""
        for body, country in self._parts(name):
            if body == "military" and country.code in self._armies:
                return self._armies[country.code]
        return ()

    def actors(self, name: str) -> Sequence[Actor]:
        """The body that the words mean; two where two countries share a demonym.

        A government goes by its seat ("the Kremlin") and by who leads it ("Xyz's government").
        """
        if found := self._parts(name):
            return tuple(self._actor(body, country) for body, country in found)
        return tuple(
            self._actor("government", country) for country in self._sat.get(fold(name), ())
        )

    def background(self, ref: str) -> Background | None:
        return self._background.get(ref)

    def entry(self, ref: str) -> Entry | None:
        """All that is known of a body that is composed."""
        return next((e for e in self.entries() if e.actor.ref == ref), None)

    def entries(self) -> Iterator[Entry]:
        """The bodies of every country that the registry does not list itself."""
        for country in self._countries.values():
            for body in BODIES:
                actor = self._actor(body, country)
                listed = body == "military" and country.code in self._armies
                if not listed and actor.ref not in self._known:
                    known = Background(countries=(country.code,))
                    yield Entry(actor, known, aliases=self._aliases(body, country))

    def _aliases(self, body: str, country: Country) -> tuple[str, ...]:
        if body == "government":
            return (
                country.capital,
                *(governments()[country.code].seats if country.code in governments() else ()),
            )
        nouns = BODIES[body][2][:3]
        return tuple(f"{self._adjective(country)} {noun}" for noun in nouns)

    def _parts(self, name: str) -> Iterable[tuple[str, Country]]:
        words = fold(name).split()
        if own := own_names().get(" ".join(words)):
            return [
                (body, self._countries[code])
                for known, code, body in own
                if code in self._countries and (name == known or not known.isupper())
            ]
        words = [word for word in words if word not in _LOOSE]
        for size in (4, 3, 2, 1):
            body = _NOUNS.get(" ".join(words[-size:]))
            whose = " ".join(words[:-size])
            found = self._of.get(whose)
            if body and not found and body != "police":
                found = self._led.get(_TITLE.sub("", whose).removesuffix("s")) or self._led.get(
                    whose
                )
            if body and found:
                return [(body, country) for country in found]
        for size in (1, 2, 3):
            body = _NOUNS.get(" ".join(words[:size]))
            rest = words[size:]
            if body and rest[:1] in (["of"], ["in"]):
                rest = rest[2:] if rest[1:2] == ["the"] else rest[1:]
                return [(body, country) for country in self._of.get(" ".join(rest), ())]
        return ()

    def _actor(self, body: str, country: Country) -> Actor:
        pattern, kind, _ = BODIES[body]
        title = f"the {country.name}" if country.name.startswith(_WITH_THE) else country.name
        ref = f"{body}-of-{title}".lower().replace(" ", "-").replace("'", "")
        self._background[ref] = Background(countries=(country.code,))
        parent = None if body == "government" else f"Government of {title}"
        called = title if body == "government" else self._adjective(country)
        return Actor(pattern.format(called), ref=ref, kind=kind, parent=parent)

    def _adjective(self, country: Country) -> str:
        """ "Kenyan"; the country's name where the word is another's too, or of another name."""
        if country.code in _SHORT:
            return _SHORT[country.code]
        word = next(iter(country.demonyms), country.name)
        alone = len(self._of.get(fold(word), ())) == 1
        return word if alone and fold(word)[:2] == fold(country.name)[:2] else country.name
