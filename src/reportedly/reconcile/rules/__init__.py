"""How one count is chosen from several voices' figures: one function a rule, named in the field.

Every rule sees the latest figure of each independent voice, victims only, and returns None where
its practice would leave the cell empty. Sources are cited where the rule was taken from.
"""

from collections.abc import Mapping

from reportedly.errors import CodebookError
from reportedly.reconcile.rules.choice import Choice, CountRule, Figures
from reportedly.reconcile.rules.preferred import source_priority
from reportedly.reconcile.rules.single import acled, aoav, gtd, latest, majority
from reportedly.reconcile.rules.spread import range_of_figures, ucdp

__all__ = ["COUNT_RULES", "PRIORITY", "Choice", "CountRule", "Figures", "count_rule"]

COUNT_RULES: Mapping[str, CountRule] = {
    "range": range_of_figures,
    "acled": acled,
    "ucdp": ucdp,
    "gtd": gtd,
    "aoav": aoav,
    "latest": latest,
    "majority": majority,
}
PRIORITY = "source-priority"


def count_rule(name: str) -> CountRule:
    """A rule by its name, or the rule of ``source-priority:ministry of health,un``.

    Raises CodebookError for a name that is no rule for counts, and for an order without sources.
    """
    rule, _, listed = name.partition(":")
    if rule == PRIORITY:
        order = [source.strip() for source in listed.split(",") if source.strip()]
        if not order:
            example = f"{PRIORITY}:health ministry,hospital"
            raise CodebookError(f"{PRIORITY} needs your sources, the best first: {example}")
        return source_priority(order)
    if name in COUNT_RULES:
        return COUNT_RULES[name]
    known = ", ".join([*COUNT_RULES, f"{PRIORITY}:SOURCE,SOURCE"])
    raise CodebookError(f"no rule {name!r} for counts; there are: {known}")
