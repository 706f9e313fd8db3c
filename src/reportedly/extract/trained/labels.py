"""What the trained reader can say: the order of its outputs. Changing a line needs a new training.

Three families of labels, each learnt from texts that carry that annotation: ``incidents`` (our own
invented reports), ``muc`` (the MUC-4 keys, with their own idea of who counts), ``statements``.
"""

INCIDENT_TAGS = (
    "event", "perp", "target", "victim", "killed", "injured", "abducted", "missing", "freed",
    "detained", "attackers", "weapon", "place", "time",
)  # fmt: skip
MUC_TAGS = (
    "muc_person",
    "muc_group",
    "muc_target",
    "muc_name",
    "muc_role",
    "muc_weapon",
    "muc_place",
)
STATEMENT_TAGS = ("cue",)
TAGS = (*INCIDENT_TAGS, *MUC_TAGS, *STATEMENT_TAGS)

FAMILY = {
    **dict.fromkeys(INCIDENT_TAGS, "incidents"),
    **dict.fromkeys(MUC_TAGS, "muc"),
    **dict.fromkeys(STATEMENT_TAGS, "statements"),
}
ROLES_OF_CUE = ("source", "content")  # tagged once more for every cue, in its light

CLASSES: dict[str, tuple[str, ...]] = {
    "type": (
        "bombing", "suicide_bombing", "armed_assault", "vehicle_ramming", "kidnapping",
        "assassination", "airstrike_shelling", "battle", "arson", "hijacking", "mob_violence",
        "other",
    ),
    "role": ("main", "background", "aggregate"),
    "status": ("completed", "attempted", "foiled", "threatened", "retracted"),
    "responsibility": ("claimed", "authorities", "others", "stated", "suspected", "denied"),
    "figure": ("whole", "part", "old"),
    "scene": ("here", "elsewhere"),  # of a place or a time: of what the report is news of, or not
    "act": (
        "assert", "deny", "claim_responsibility", "accuse", "confirm", "warn", "urge", "estimate",
        "assess", "predict", "promise", "doubt",
    ),
    "muc_stage": ("ACCOMPLISHED", "ATTEMPTED", "THREATENED"),
    "muc_confidence": (
        "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED",
        "REPORTED AS FACT", "POSSIBLE",
    ),
    "muc_target_type": (
        "OTHER", "COMMERCIAL", "TRANSPORT VEHICLE", "ENERGY", "GOVERNMENT OFFICE OR RESIDENCE",
        "ORGANIZATION OFFICE", "COMMUNICATIONS", "CIVILIAN RESIDENCE", "FINANCIAL",
        "DIPLOMAT OFFICE OR RESIDENCE", "TRANSPORTATION ROUTE",
        "POLITICAL FIGURE OFFICE OR RESIDENCE", "LAW ENFORCEMENT FACILITY",
    ),
    "muc_target_effect": ("SOME DAMAGE", "DESTROYED", "NO DAMAGE"),
    "muc_human_type": (
        "CIVILIAN", "POLITICAL FIGURE", "GOVERNMENT OFFICIAL", "LAW ENFORCEMENT",
        "LEGAL OR JUDICIAL", "ACTIVE MILITARY", "SECURITY GUARD", "FORMER GOVERNMENT OFFICIAL",
        "FORMER ACTIVE MILITARY", "DIPLOMAT",
    ),
    "muc_human_effect": (
        "DEATH", "INJURY", "NO INJURY OR DEATH", "NO INJURY", "REGAINED FREEDOM",
    ),
    "muc_weapon_type": (
        "BOMB", "GUN", "EXPLOSIVE", "DYNAMITE", "MACHINE GUN", "VEHICLE BOMB", "RIFLE", "MORTAR",
        "GRENADE", "AERIAL BOMB",
    ),
}  # fmt: skip
MUC_TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")
WHOLE_TEXT = ("incident", "muc_relevant", *MUC_TYPES)  # yes or no of the whole text
PAIRS = ("same_incident", "same_entity")  # yes or no of two spans
