"""Does a sentence lay violence at somebody's door? "Soldiers shot ...", "... was abducted by X".

An accusation names a culprit, or at least a force that can be found; "gunmen killed nine" names
nobody and remains a plain report.
"""

import re

from reportedly.extract.statements.grammar import (
    AUXILIARIES,
    MONTHS,
    PREPOSITIONS,
    WEEKDAYS,
    is_adverb,
    is_capitalised,
    words_of,
)

DEEDS_ACTIVE = re.compile(
    r"\b(?:attacked|targeted|killed|shot|shelled|bombed|struck|ambushed|raided|fired|detonated|"
    r"executed|abducted|kidnapped|stabbed|beat|tortured|murdered|burned|burnt|"
    r"torched|looted|raped|beheaded|massacred|assaulted|stormed|opened fire|carried out|used|"
    r"planned|"
    r"planted|orchestrated|committed|are whipping|whipped|seized|took|captured|displaced|"
    r"forced|violated|preventing|repatriating|created torture)\b"
)
DEEDS_PASSIVE = re.compile(
    r"\b(?:killed|shot|attacked|abducted|kidnapped|tortured|murdered|detained|arrested|beaten|raped|"
    r"executed|shelled|bombed|carried out|committed|planned|ordered|fired|hit|assaulted|targeted|"
    r"dismembered|burned|destroyed|persecuted|held|planted)(?:\s+[\w’'-]+){0,3}?\s+by\s+(?P<agent>[^.,;]{2,60})"
)
FORCES = words_of(
    """police policemen army military soldiers soldier troops forces fighters militants militia
    militias militiamen rebels insurgents guerrillas gang gangs bandits mob government
    authorities regime terrorists officers paramilitaries commandos separatists extremists
    jihadists agents hooligans fascists kidnappers settlers guards gendarmes junta state
    security cartel pirates supporters protesters colonel captors members
    activists followers loyalists miscreants workers henchmen"""
)
STATE_FORCES = re.compile(
    r"\b(?:[A-Z][\w-]+\s+)?(?:security forces|police(?:men)?|army|military|soldiers?|troops|forces|"
    r"officers|commandos|gendarmes|guards|government|authorities)\b"
)
OWN = re.compile(r"\bforces\b")
ARABIC_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|an|ar)[-‑](?=[A-Z])")
NOBODY = words_of(
    """gunmen gunman attackers attacker assailants assailant men man people unknown
    unidentified somebody someone they he she it we i the a an armed masked suspected who
    suicide bomber bombers raiders robbers"""
)


def names_a_culprit(content: str, *, own_side: bool = False) -> bool:
    """True if a named or identified agent is the subject or the "by" of a violent deed.

    ``own_side``: the state's forces do not count, for it is the state that speaks.
    """
    if own_side:
        content = STATE_FORCES.sub("forces", content)
        return names_a_culprit(OWN.sub("they", content))
    for deed in DEEDS_PASSIVE.finditer(content):
        agent = deed["agent"].split()
        if any(_is_culprit(w) for w in agent[:6]):
            return True
    return any(
        _has_culprit_before(content[: deed.start()], doing=deed.group().endswith("ing"))
        for deed in DEEDS_ACTIVE.finditer(content)
    )


def _has_culprit_before(clause: str, *, doing: bool) -> bool:
    words = re.findall(r"[\w’'-]+|[,.;:“”\"]", clause[-120:])
    index = len(words) - 1
    while index >= 0 and (words[index].lower() in AUXILIARIES or is_adverb(words[index].lower())):
        if not doing and words[index].lower() in {"was", "were", "been", "being", "is", "are"}:
            return False  # a passive: its subject suffers
        index -= 1
    if index >= 0 and words[index].lower() in {"who", "which", "that"}:
        index -= 1
        if index >= 0 and words[index] == ",":
            index -= 1
    if index < 0 or not _is_culprit(words[index]):
        return False
    while index > 0:
        before = words[index - 1]
        of_name = before == "of" and index > 1 and is_capitalised(words[index - 2])
        if not (of_name or _is_named(before) or before.lower() in FORCES):
            break
        index -= 1
    return (
        index == 0
        or words[index - 1].lower() not in PREPOSITIONS | {"and"}
        or _is_force(words[index:])
    )


def _is_culprit(word: str) -> bool:
    low = word.lower().removesuffix("’s").removesuffix("'s")
    if low in NOBODY or low in WEEKDAYS or low in MONTHS:
        return False
    return low in FORCES or (_is_named(word) and len(word) > 1)


def _is_named(word: str) -> bool:
    """True for "Hamas", and for "al-Shabab"."""
    return is_capitalised(ARABIC_ARTICLE.sub("", word))


def _is_force(words: list[str]) -> bool:
    return words[-1].lower() in FORCES if words else False
