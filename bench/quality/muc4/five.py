"""A template in the five slots of the later edition of MUC-4: one mention an entity.

Its victims are those with names; instruments and targets are as in the 24 slots.
"""

from collections.abc import Iterable
from typing import Any

from bench.quality.muc4.kinds import incident_type
from bench.quality.muc4.template import Mention, Template


def five_slots(template: Template) -> dict[str, Any]:
    parties = template.perpetrators
    return {
        "incident_type": incident_type(template.kind).lower(),
        "PerpInd": _entities(p.mentions[0] for p in parties if not p.organization),
        "PerpOrg": _entities(p.mentions[0] for p in parties if p.organization),
        "Target": _entities(t.mentions[0] for t in template.targets),
        "Victim": _entities(v.name for v in template.victims if v.name),
        "Weapon": _entities(i.mention for i in template.instruments if i.mention),
    }


def _entities(mentions: Iterable[Mention]) -> list[list[list[Any]]]:
    return [[[mention.words, mention.start]] for mention in mentions]
