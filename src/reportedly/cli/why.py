"""``reportedly why ID FIELD``: one value with every sentence, source and the rule."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import wording
from reportedly.cli.options import AsOf, Db, Json, Rule

if TYPE_CHECKING:
    from reportedly.cli.screen import Screen
    from reportedly.pipeline import Explanation, Told

    Groups = dict[tuple[str, str], list[Told]]  # by voice and value


def command(
    id: Annotated[str, typer.Argument(metavar="ID", help="An incident, such as INC-3.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="A field, such as killed.")],
    rule: Rule = None,
    as_of: AsOf = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show where a value comes from.

    What was chosen, by which rule and why, and every sentence for it and against it.
    """
    from reportedly import pipeline
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json
    from reportedly.wording import programs

    with opened.release(db, rule=rule, as_of=as_of) as release:
        explanation = pipeline.explain(release, id, field)
    if as_json:
        write_json(programs.explanation(explanation))
        return
    screen = Screen()
    explain(screen, explanation)
    screen.show()


def explain(screen: "Screen", explanation: "Explanation") -> None:
    """What was chosen, by which rule and why; every sentence for it; every sentence against it."""
    from reportedly.cli.screen import amber, faint, strong
    from reportedly.wording import decided

    name = f"{explanation.incident.id} {explanation.field.replace('_', ' ')}"
    if not explanation.findings:
        told = "no rule chose a value" if explanation.rest else "no report states it"
        screen.line([strong(f"{name}: {wording.UNKNOWN}"), f", {told}"])
    for finding in explanation.findings:
        screen.line(strong(f"{name}: {wording.say(finding.value)}"))
        made = next((d for d in explanation.decided if d.id == finding.rule), None)
        if made is not None:
            screen.line([faint("decided: "), decided.signed(made)], indent=2)
        else:
            screen.line([faint(f"rule {finding.rule}: "), finding.because], indent=2)
        if finding.heard > 1 and "voice" not in finding.because:
            screen.line(faint(wording.voices(finding)), indent=2)
    for one in explanation.differing:
        chosen = one.decision in explanation.decided
        words = decided.machine(one) if chosen else decided.differs(one)
        screen.line(amber(words), indent=2)
    for finding in explanation.groups:
        said = f"{finding.group}: {wording.say(finding.value)}"
        screen.line([strong(said), faint(f" ({finding.because})")], indent=2)
    if any(d.field == explanation.field for d in explanation.incident.disputes):
        screen.line(amber("disputed: not all of this can be right"), indent=2)
    basis, against, rest = _groups(explanation)
    _sayings(screen, "Chosen from", basis)
    _sayings(screen, "Not chosen", against)
    _sayings(screen, "Not weighed: part of a figure above, replaced later, or rejected", rest)


def _groups(explanation: "Explanation") -> tuple["Groups", "Groups", "Groups"]:
    """By voice and value: chosen, not chosen, and what was not weighed.

    A claim that was not weighed because the same voice says the same elsewhere stands with it.
    """
    basis: Groups = {}
    against: Groups = {}
    rest: Groups = {}
    for told, groups in ((explanation.basis, basis), (explanation.against, against)):
        for one in told:
            groups.setdefault(_key(one), []).append(one)
    for one in explanation.rest:
        repeated = one.claim.superseded_by is None and one.claim.part_of is None
        home = next((g for g in (basis, against) if repeated and _key(one) in g), rest)
        home.setdefault(_key(one), []).append(one)
    return basis, against, rest


def _key(told: "Told") -> tuple[str, str]:
    from reportedly.wording.heard import voice

    return voice(told), wording.say(told.claim.value)


def _sayings(screen: "Screen", heading: str, groups: "Groups") -> None:
    """Each value with its voice; under it every sentence, once, with all who print it."""
    from reportedly.cli.card import claim_value
    from reportedly.cli.screen import faint, strong
    from reportedly.wording.heard import in_sentence

    if groups:
        screen.line()
        screen.line(faint(heading))
    for (voice, _), told in groups.items():
        screen.line([strong(claim_value(told[0].claim)), f" · {voice}"], indent=2)
        printed: dict[tuple[str, str, str], list[str]] = {}
        for one in sorted(told, key=lambda one: one.report.published or date.max):
            day = f", {wording.day(one.report.published)}" if one.report.published else ""
            outlet = f"{one.report.publisher or one.report.name}{day}"
            for evidence in one.claim.evidence:
                printed.setdefault(in_sentence(one.report, evidence), []).append(outlet)
        for sentence, outlets in printed.items():
            screen.line(faint("; ".join(dict.fromkeys(outlets))), indent=4)
            screen.quotation(*sentence, indent=6)
