"""The actors of a report, each with every name the report itself gives it."""

from reportedly.records import ActorInText, Annotated, Evidence, cite


def actors_in_text(annotated: Annotated) -> tuple[ActorInText, ...]:
    """Listed actors by registry id, others by name, in the order of their first mention."""
    report = annotated.report
    found: dict[str, ActorInText] = {}
    for mark in annotated.actors:
        if mark.actor.kind == "unnamed":
            continue
        key = mark.actor.ref or mark.actor.name.casefold()
        mention = cite(report, mark.start, mark.end)
        known = found.get(key)
        mentions = (*known.mentions, mention) if known else (mention,)
        aliases = known.aliases if known else ()
        for alias in annotated.aliases:
            for here, other in ((alias.name, alias.alias), (alias.alias, alias.name)):
                if here[0] <= mark.start < here[1]:
                    aliases = _with(aliases, cite(report, *other))
        actor = known.actor if known else mark.actor
        found[key] = ActorInText(actor=actor, mentions=mentions, aliases=aliases)
    return tuple(found.values())


def _with(aliases: tuple[Evidence, ...], alias: Evidence) -> tuple[Evidence, ...]:
    return aliases if alias in aliases else (*aliases, alias)
