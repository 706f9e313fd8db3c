"""Which names of a release are withheld: one pass over its readings, before anything is written.

A name that is public in one report is public in all. What stands in small letters somewhere is a
word; the names of places, actors and outlets are no persons'.
"""

from collections.abc import Callable
from functools import cached_property

from reportedly.export.privacy.matching import Names, Words, folded, words_of
from reportedly.export.privacy.persons import named, public_role
from reportedly.export.privacy.places import PLACE, coarser
from reportedly.export.privacy.profile import Profile
from reportedly.export.privacy.words import words
from reportedly.records import Actor, Place, Reading, Speaker, Value

NAME = "(name withheld)"
_NAMED = "named "  # before a field: what follows is a name
_SHORTEST = 3  # letters of a word of a name that is looked for by itself


class Withheld:
    """Gathers what is known of each name; :meth:`names` is what follows from it all."""

    def __init__(self, profile: Profile, listed: Callable[[str], bool]) -> None:
        """``listed``: True for the name of a place or an actor that a gazetteer knows."""
        self._profile = profile
        self._listed = listed
        self._roles = frozenset(folded(word) for word in profile.public_roles)
        self._known = {word for name in profile.known for word in words_of(name)}
        self._small: set[str] = set()  # words that stand in small letters
        self._names: dict[Words, tuple[str, bool]] = {}  # as written; something says: a person
        self._heard: set[tuple[str, str | None]] = set()  # speakers and their roles
        self._public: set[Words] = set()
        self._others: set[str] = set()  # words of the names of places, actors and outlets
        self._bodies: set[str] = set()  # words of what speakers belong to
        self._whole: set[Words] = set()  # the names of actors
        self._places: set[Words] = set()  # that are finer than the profile allows
        self._roles_of: dict[str, str] = {}  # of speakers, by their names as written

    def take(self, reading: Reading) -> None:
        """Note what a reading says. Of texts only what may be names is kept."""
        report = reading.report
        for account in reading.accounts:
            for claim in account.claims:
                self._value(claim.value)
        if self._profile.names == "keep":
            return
        self._small.update(filter(str.islower, report.text.split()))
        self._others.update(words_of(report.publisher or ""))
        for told in reading.actors:
            self._value(told.actor)
            if _is_listed(told.actor):
                quoted = (one.quote for one in (*told.mentions, *told.aliases))
                self._others.update(word for quote in quoted for word in words_of(quote))
        for statement in reading.statements:
            self._speaker(statement.speaker)
        self._text(report.text)

    def _value(self, value: Value) -> None:
        """Note whether a value names a place or an actor."""
        match value:
            case Place() if value.precision != "name":
                for name in (value.name, value.admin1, value.country):
                    self._others.update(words_of(name or ""))
                if coarser(value, self._profile.finest_place) != value:
                    self._places.add(words_of(value.name))
            case Actor() if _is_listed(value):
                self._others.update(words_of(value.name))
                self._whole.add(words_of(value.name))
            case Actor():
                self._person(value.name, None)

    def _text(self, text: str) -> None:
        for one in named(text, _is_particle):
            if one.standing == "public" or self._held(text, one.start):
                self._public.add(one.words)
            else:
                self._private(one.words, text[one.start : one.end], one.standing == "private")

    def _held(self, text: str, start: int) -> bool:
        """True where a role of the profile stands before a name."""
        before = words_of(text[max(0, start - 30) : start])
        return bool(before) and before[-1] in self._roles

    def _speaker(self, speaker: Speaker) -> None:
        self._bodies.update(words_of(speaker.affiliation or ""))
        who = (speaker.name or "", speaker.role)
        if speaker.name and not speaker.ref and who not in self._heard:
            self._heard.add(who)
            self._person(*who)

    def _person(self, name: str, role: str | None) -> None:
        """Note the persons in a field that is there to name somebody."""
        if role:
            self._roles_of.setdefault(name, role)
        head = words_of(role.split(" of ")[0].split(" for ")[0])[-1:] if role else ()
        public = bool(role) and (public_role(role or "") or bool(self._roles.intersection(head)))
        for one in named(f"{_NAMED}{name}", _is_particle):
            if len(one.words) == 1 and one.words != words_of(name):
                continue  # "Several outlets"
            if public:
                self._public.add(one.words)
            else:
                self._private(
                    one.words, name[one.start - len(_NAMED) : one.end - len(_NAMED)], True
                )

    def _private(self, name: Words, written: str, certain: bool) -> None:
        _, before = self._names.get(name, ("", False))
        self._names[name] = written, certain or before

    @cached_property
    def names(self) -> Names:
        """The names to withhold, and what stands in their place. Ask when all was taken."""
        found = Names()
        for place in self._places:
            found.add(place, PLACE)
        for name in self._names:
            self._settle(found, name)
        return found

    def also(self, text: str) -> None:
        """Withhold the names in what a person wrote, too: a reason, a value."""
        for one in named(text, _is_particle):
            if one.standing != "public" and one.words not in self._names:
                self._private(one.words, text[one.start : one.end], one.standing == "private")
                self._settle(self.names, one.words)

    def called(self, name: str) -> str | None:
        """What a speaker is called in place of the name: "a resident"."""
        role = self._roles_of.get(name)
        return _with_article(role) if role else None

    @cached_property
    def _public_words(self) -> set[str]:
        return {word for name in self._public for word in name}

    def _settle(self, found: Names, name: Words) -> None:
        if name in self._public or self._is_other(name):
            return
        found.add(name, NAME)
        told = (self._small, self._known, self._others, self._public_words)
        no_names = (*told, words("particles"), words("calendar"))
        _, certain = self._names[name]
        for word in name[0 if certain else -1 :] if len(name) > 1 else ():
            plain = any(word in some for some in no_names)
            if not plain and len(word) >= _SHORTEST and (certain or not self._listed(word.title())):
                found.add_word(word, NAME)

    def _is_other(self, name: Words) -> bool:
        """True for what is no private person's name after all that was read."""
        written, certain = self._names[name]
        if set(name) <= self._known or name in self._whole:
            return True
        if len(name) == 1:
            return name[0] in self._small | self._others | self._public_words
        if certain:
            return False
        told = (self._small, self._public_words, self._others, self._bodies, words("calendar"))
        return all(any(word in some for some in told) for word in name) or self._listed(written)


def _with_article(role: str) -> str:
    """ "resident" is "a resident", "victim's brother" is "the victim's brother"."""
    first = role.split()[0].lower()
    if first in ("a", "an", "the", "one", "his", "her", "its", "their", "my", "our"):
        return role
    if first.endswith(("'s", "’s", "s'", "s’")):
        return f"the {role}"
    return f"an {role}" if first[0] in "aeiou" else f"a {role}"


def _is_particle(word: str) -> bool:
    return word in words("particles")


def _is_listed(actor: Actor) -> bool:
    """True for an actor of a registry, or one that a report names as a body or a kind of people."""
    return actor.ref is not None or actor.kind is not None
