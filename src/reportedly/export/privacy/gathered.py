"""What a release says of each name in it: one pass over its readings, before all else."""

from reportedly.export.privacy.matching import Words, folded, words_of
from reportedly.export.privacy.persons import named, public_role
from reportedly.export.privacy.places import coarser
from reportedly.export.privacy.profile import Profile
from reportedly.export.privacy.words import words
from reportedly.records import Actor, Naming, Place, Speaker

_NAMED = "named "  # before a field: what follows is a name


class Gathered:
    """Of texts only what may be names is kept."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._roles = frozenset(folded(word) for word in profile.public_roles)
        self.known = {word for name in profile.known for word in words_of(name)}
        self.small: set[str] = set()  # words that stand in small letters
        self.names: dict[Words, tuple[str, bool]] = {}  # as written; something says: a person
        self._heard: set[tuple[str, str | None]] = set()  # speakers and their roles
        self.public: set[Words] = set()
        self.others: set[str] = set()  # words of the names of places, actors and outlets
        self.bodies: set[str] = set()  # words of what speakers belong to
        self.actors: set[Words] = set()  # the names of actors
        self.countries: set[Words] = set()
        self.places: set[Words] = set()  # that are finer than the profile allows
        self.roles_of: dict[str, str] = {}  # of speakers, by their names as written

    def take(self, told: Naming) -> None:
        """Note what a report says of names."""
        for value in told.values:
            self._value(value)
        if self._profile.names == "keep":
            return
        self.small.update(filter(str.islower, told.text.split()))
        self.others.update(words_of(told.publisher or ""))
        for actor, quoted in told.actors:
            self._value(actor)
            if _is_listed(actor):
                self.others.update(word for quote in quoted for word in words_of(quote))
        for speaker in told.speakers:
            self._speaker(speaker)
        self._text(told.text)

    def _value(self, value: Actor | Place) -> None:
        """Note whether a value names a place or an actor."""
        match value:
            case Place() if value.precision != "name":
                for name in (value.name, value.admin1, value.country):
                    self.others.update(words_of(name or ""))
                if value.country:
                    self.countries.add(words_of(value.country))
                if coarser(value, self._profile.finest_place) != value:
                    self.places.add(words_of(value.name))
            case Actor() if _is_listed(value):
                self.others.update(words_of(value.name))
                self.actors.add(words_of(value.name))
            case Actor():
                self._person(value.name, None)

    def _text(self, text: str) -> None:
        for one in named(text, _is_particle):
            if one.standing == "public" or self._held(text, one.start):
                self.public.add(one.words)
            else:
                self._private(one.words, text[one.start : one.end], one.standing == "private")

    def _held(self, text: str, start: int) -> bool:
        """True where a role of the profile stands before a name."""
        if not self._roles:
            return False
        before = words_of(text[max(0, start - 30) : start])
        return bool(before) and before[-1] in self._roles

    def _speaker(self, speaker: Speaker) -> None:
        self.bodies.update(words_of(speaker.affiliation or ""))
        who = (speaker.name or "", speaker.role)
        if speaker.name and not speaker.ref and who not in self._heard:
            self._heard.add(who)
            self._person(*who)

    def _person(self, name: str, role: str | None) -> None:
        """Note the persons in a field that is there to name somebody."""
        if role:
            self.roles_of.setdefault(name, role)
        head = words_of(role.split(" of ")[0].split(" for ")[0])[-1:] if role else ()
        public = bool(role) and (public_role(role or "") or bool(self._roles.intersection(head)))
        for one in named(f"{_NAMED}{name}", _is_particle):
            if len(one.words) == 1 and one.words != words_of(name):
                continue  # "Several outlets"
            if public:
                self.public.add(one.words)
            else:
                self._private(
                    one.words, name[one.start - len(_NAMED) : one.end - len(_NAMED)], True
                )

    def _private(self, name: Words, written: str, certain: bool) -> None:
        _, before = self.names.get(name, ("", False))
        self.names[name] = written, certain or before

    def add(self, other: "Gathered") -> None:
        """What was gathered elsewhere, afterwards."""
        for mine, more in (
            (self.small, other.small),
            (self.others, other.others),
            (self.bodies, other.bodies),
        ):
            mine |= more
        self.public |= other.public
        self.actors |= other.actors
        self.countries |= other.countries
        self.places |= other.places
        for name, (written, certain) in other.names.items():
            self._private(name, written, certain)
        self.roles_of = other.roles_of | self.roles_of

    def written(self, text: str) -> None:
        """Note the names in what a person wrote: a reason, a value."""
        for one in named(text, _is_particle):
            if one.standing != "public" and one.words not in self.names:
                self._private(one.words, text[one.start : one.end], one.standing == "private")


def _is_particle(word: str) -> bool:
    return word in words("particles")


def _is_listed(actor: Actor) -> bool:
    """True for an actor of a registry, or one that a report names as a body or a kind of people."""
    return actor.ref is not None or actor.kind is not None
