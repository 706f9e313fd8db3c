"""What a recipient is given: a few lines of TOML, ``public`` unless another is asked for."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from reportedly.errors import ProfileError

Finest = Literal["site", "city", "admin1", "country"]
BUILT_IN = ("public", "internal")
_CHOICES: dict[str, tuple[str, ...]] = {
    "names": ("withhold", "keep"),
    "reviewers": ("number", "keep"),
    "finest_place": get_args(Finest),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The lines of ``public.toml`` say what each field means."""

    name: str
    names: Literal["withhold", "keep"]
    public_roles: tuple[str, ...]
    known: tuple[str, ...]
    reviewers: Literal["number", "keep"]
    finest_place: Finest
    embargo_days: int
    quote_characters: int
    quote_freely: tuple[str, ...]

    @property
    def open(self) -> bool:
        """True where nothing is withheld."""
        return (
            (self.names, self.reviewers, self.finest_place) == ("keep", "keep", "site")
            and self.quote_characters < 0
        )  # fmt: skip

    def until(self, as_of: date | datetime | None, today: date) -> date | datetime | None:
        """The time that may be asked about: no later than the embargo allows.

        Raises ProfileError for a moment of the store's own history that is later.
        """
        last = today - timedelta(self.embargo_days)
        if not self.embargo_days:
            return as_of
        if isinstance(as_of, datetime):
            if as_of.date() > last:
                raise ProfileError(
                    f"profile {self.name!r} holds back the last {self.embargo_days} days: ask "
                    f"for --as-of {last} or before"
                )
            return as_of
        return last if as_of is None else min(as_of, last)


def profile(name: str = "public") -> Profile:
    """A built-in profile by its name, or one from a .toml file. Raises ProfileError, OSError."""
    given = _read(name)
    if name not in BUILT_IN:
        given = {**_read("public"), "name": Path(name).stem, **given}
    return _checked(name, given)


def _read(name: str) -> dict[str, Any]:
    if name in BUILT_IN:
        text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    elif name.endswith(".toml"):
        text = Path(name).read_text(encoding="utf-8")
    else:
        raise ProfileError(
            f"no profile {name!r}: there are {' and '.join(BUILT_IN)}, or name a .toml file"
        )
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{name} is no TOML: {error}") from error


def _checked(source: str, given: dict[str, Any]) -> Profile:
    kinds = {one.name: one.type for one in fields(Profile)}
    if unknown := given.keys() - kinds.keys():
        raise ProfileError(f"{source} sets {', '.join(sorted(unknown))}, which no profile has; "
                           f"there are {', '.join(kinds)}")  # fmt: skip
    for name, value in given.items():
        if name in _CHOICES and value not in _CHOICES[name]:
            raise ProfileError(f"{source}: {name} is one of {', '.join(_CHOICES[name])}, "
                               f"not {value!r}")  # fmt: skip
        if kinds[name] is int and (type(value) is not int or value < -1):
            raise ProfileError(f"{source}: {name} is a number, not {value!r}")
        if kinds[name] == tuple[str, ...]:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise ProfileError(f"{source}: {name} is a list of words, not {value!r}")
            given = {**given, name: tuple(value)}
    return Profile(**given)
