"""A template in MUC-4's 24 slots, as a dictionary in the shape of the benchmark's keys."""

from collections.abc import Iterable, Iterator
from typing import Any

from bench.quality.muc4.dates import incident_date
from bench.quality.muc4.kinds import incident_type, type_of
from bench.quality.muc4.numbers import number
from bench.quality.muc4.pages import Page
from bench.quality.muc4.places import location
from bench.quality.muc4.template import Instrument, Mention, Perpetrator, Target, Template, Victim
from reportedly.plugins import Names
from reportedly.records import Count

Filler = dict[str, Any]
_STAGES = {"accomplished": "ACCOMPLISHED", "attempted": "ATTEMPTED", "threatened": "THREATENED"}
_CONFIDENCE = {
    "claimed": "CLAIMED OR ADMITTED",
    "authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "accused": "SUSPECTED OR ACCUSED",
    "stated": "REPORTED AS FACT",
    "possible": "POSSIBLE",
}
_EFFECTS = {
    "killed": "DEATH",
    "injured": "INJURY",
    "uninjured": "NO INJURY",
    "unharmed": "NO INJURY OR DEATH",
    "freed": "REGAINED FREEDOM",
}
_DAMAGE = {"destroyed": "DESTROYED", "damaged": "SOME DAMAGE", "undamaged": "NO DAMAGE"}
_UNNAMED = "-"  # a cross reference to what the text does not name
_ONE = Count(1, 1, 1, "exact")


def slots(template: Template, page: Page, names: Names, n: int) -> dict[str, Any]:
    """The template as number ``n`` of its page. A slot without fillers is an empty list."""
    day = incident_date(template.when, template.when_words, page.published)
    place = location(template.where, page, names)
    organizations = [p for p in template.perpetrators if p.organization]
    individuals = [p for p in template.perpetrators if not p.organization]
    state = any(p.state for p in template.perpetrators)
    return {
        "template": n,
        "optional": False,
        "incident_date": [_plain(day)] if day else [],
        "incident_location": [_plain(place)] if place else [],
        "incident_type": [_set(incident_type(template.kind))],
        "incident_stage": [_set(_STAGES[template.stage])],
        "incident_instrument_id": [_string(i.mention) for i in template.instruments if i.mention],
        "incident_instrument_type": list(_instruments(template.instruments)),
        "perp_category": [_set("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT")],
        "perp_individual_id": [_string(p.mentions[0]) for p in individuals],
        "perp_organization_id": [_string(p.mentions[0]) for p in organizations],
        "perp_organization_confidence": [_confidence(p) for p in organizations],
        **_things(template.targets),
        **_people(template.victims),
    }


def _things(targets: Iterable[Target]) -> dict[str, list[Filler]]:
    rows = [(t, fold(t.mentions[0])) for t in targets]
    return {
        "phys_tgt_id": [_string(t.mentions[0]) for t, _ in rows],
        "phys_tgt_type": [_set(t.kind or type_of("physical", words), words) for t, words in rows],
        "phys_tgt_number": [_plain(number(t.count), words) for t, words in rows if t.count],
        "phys_tgt_nation": [],
        "phys_tgt_effect": [_set(_DAMAGE[t.damage], words) for t, words in rows if t.damage],
        "phys_tgt_total": [],
    }


def _people(victims: Iterable[Victim]) -> dict[str, list[Filler]]:
    rows = [(v, fold(mention)) for v in victims if (mention := v.name or v.description)]
    return {
        "hum_tgt_name": [_string(v.name) for v, _ in rows if v.name],
        "hum_tgt_description": [
            _string(v.description, fold(v.name) if v.name else None)
            for v, _ in rows if v.description
        ],
        "hum_tgt_type": [
            _set(v.kind or type_of("human", v.description.words if v.description else words), words)
            for v, words in rows
        ],
        "hum_tgt_number": [
            _plain(number(count), words) for v, words in rows
            if (count := _ONE if v.name else v.count)
        ],
        "hum_tgt_nation": [],
        "hum_tgt_effect": [
            _set(_EFFECTS[e], words) for v, words in rows for e in v.effects if e in _EFFECTS
        ],
        "hum_tgt_total": [],
    }  # fmt: skip


def _instruments(instruments: Iterable[Instrument]) -> Iterator[Filler]:
    for used in instruments:
        words = fold(used.mention) if used.mention else _UNNAMED
        if kind := used.kind or type_of("instrument", words):
            yield _set(kind, words)


def _confidence(party: Perpetrator) -> Filler:
    return _set(_CONFIDENCE[party.confidence], fold(party.mentions[0]))


def fold(mention: Mention) -> str:
    """A mention as a string fill: capitals, one space between words."""
    return " ".join(mention.words.upper().split())


def _string(mention: Mention, of: str | None = None) -> Filler:
    filled = _filler(fold(mention), f'"{fold(mention)}"', of)
    return {**filled, "spans": [[mention.start, mention.end]]}


def _set(value: str, of: str | None = None) -> Filler:
    return _filler(value, value, of)


def _plain(value: dict[str, Any], of: str | None = None) -> Filler:
    return _filler(value, value["raw"], of)


def _filler(value: Any, raw: str, of: str | None) -> Filler:
    """``of``: the string fill that this one goes with."""
    return {
        "raw": f'{raw}: "{of}"' if of else raw,
        "opt": False,
        "alts": [value],
        "xref": [of] if of else None,
    }
