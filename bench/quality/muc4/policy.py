"""Which incidents MUC-4 wants a template for.

Its guidelines leave out fighting between armed sides, attacks on armed forces alone (the reader's
victims and targets are without them already), and what is long past.
"""

from datetime import date, timedelta

from bench.quality.muc4.template import Template

_RECENT = timedelta(days=92)  # older incidents are background to what the report is about
_LEFT_OUT = frozenset({"battle", "mob_violence"})


def wanted(template: Template, published: date | None, *, bare: bool = False) -> bool:
    """True where MUC-4's guidelines would have a template.

    ``bare``: also of an incident of which no more is known than its kind. The 24 slots cannot be
    matched to a key without people or things; in the five the kind is worth a point.
    """
    if template.kind in _LEFT_OUT:
        return False
    if published and template.when and template.when.latest < published - _RECENT:
        return False
    killed = any("killed" in victim.effects for victim in template.victims)
    if template.kind == "other":
        return killed
    if template.victims or template.targets or bare:
        return True
    return any(not party.state for party in template.perpetrators)
