"""A row of another coder as linking sees an account, so that the two can be compared by one score.

A row has no words, names or day of publication: these comparisons have nothing to go by and say
nothing. Its toll counts the dead of all sides, as GED, ACLED and GTD do; without the attackers too,
where these are coded. A toll of 0 says little, as some coders put it for "not reported", and is not
compared.
"""

from reportedly.link.profile import Profile
from reportedly.link.words import tokens
from reportedly.records import Coded, CodedRow


def profile_of(row: CodedRow) -> Profile:
    """``account`` is the coder's id of the event, ``report`` the file's."""
    event = row.event
    places = (event.place,) if event.place else ()
    actors = (*event.one.actors, *event.other.actors)
    named = tuple(actor for actor in actors if actor.kind != "civilian")
    words = [f"{p.name} {p.admin1 or ''} {p.country or ''}" for p in places]
    return Profile(
        account=event.key,
        report=row.file,
        index=0,
        role="main",
        published=None,
        dates=(event.when,) if event.when else (),
        places=places,
        types=frozenset((event.type,) if event.type else ()),
        actors=named,
        counts={field: found for field in ("killed", "injured") if (found := _tolls(event, field))},
        things=frozenset(),
        words={},
        names=frozenset(),
        own=frozenset(w for text in (*words, *(a.name for a in named)) for w in tokens(text)),
        ages=frozenset(),
        numbers=frozenset(),
        said=0,
    )


def _tolls(event: Coded, field: str) -> frozenset[int]:
    dead = event.killed.best if event.killed else None
    if field == "injured":
        return frozenset((event.injured,) if event.injured else ())
    victims = dead - event.attackers if dead and event.attackers else None
    return frozenset(n for n in (dead, victims) if n is not None and n > 0)
