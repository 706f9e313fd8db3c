"""Capitals that stand for a government where they are no subject of a verb of speech.

"Talks between Washington and Kolo", "it angered Ankara", "the demands of Moscow", "Tehran's
allies", "ties with Kabul": nothing of this can be done to a town. "The attack on Kolo" is a place.
"""

import re

_NAME = r"[A-Z][\w’'.-]+(?: [A-Z][\w.-]+)?"
# Dealings that states have with each other.
_DEALINGS = (
    r"(?i:talks|discussions?|negotiations?|relations(?:hips?)?|ties|tensions?|disputes?|rows?|"
    r"rivalry|dialogue|cooperation|co-operation|alliances?|agreements?|deals?|pacts?|treaty|"
    r"accords?|understanding|war of words|diplomacy|rapprochement|mistrust|contacts|standoff|"
    r"friction|rifts?|truces?)"
)
# What comes from a government, or is asked of one.
_WORDS_OF = (
    r"(?i:demands?|criticisms?|condemnations?|pressure|support|backing|approval|wishes|orders|"
    r"instructions|permission|blessing|denials?|denunciations?|objections?|protests?|threats?|"
    r"warnings?|claims?|accusations?|policy|policies|position|interests?|influence|involvement|"
    r"sanctions|funding|recognition|consent|reactions?|response|concessions?|loyalty|allegiance|"
    r"aid|assistance|arms|weapons|money|messages?|signals?|appeals?|calls?|campaign|complaints?|"
    r"allegations?|charges|concerns?)"
)
_MOVED = (
    r"(?:infuriat(?:e|es|ed|ing)|anger(?:s|ed|ing)?|enrag(?:e|es|ed|ing)|irritat(?:e|es|ed|ing)|"
    r"annoy(?:s|ed|ing)?|alarm(?:s|ed|ing)?|embarrass(?:es|ed|ing)?|antagoni[sz](?:e|es|ed|ing)|"
    r"provok(?:e|es|ed|ing)|reassur(?:e|es|ed|ing)|appeas(?:e|es|ed|ing)|"
    r"accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|persuad(?:e|es|ed|ing)|"
    r"counter(?:s|ed|ing)?|challeng(?:e|es|ed|ing)|"
    r"convinc(?:e|es|ed|ing)|pressur(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|"
    r"condemn(?:s|ed|ing)?|thank(?:s|ed|ing)?|defy|defies|defied|defying|isolat(?:e|es|ed|ing)|"
    r"upset(?:s|ting)?|prompt(?:s|ed|ing)?|forc(?:es|ed|ing)|push(?:es|ed|ing)|lobb(?:ies|ied|ying))"
)
_BEFORE = re.compile(
    rf"\b{_DEALINGS} (?:\w+ )?(?:between|with) (?:both )?(?:{_NAME},? and )?$"
    rf"|\b{_WORDS_OF} (?:of|from|by|to|on|against|over) (?:{_NAME},? and )?$"
    rf"|\b(?:ally|allies|enemies|rivals|foes|proxies|friends|critics?|critical|wary|suspicious|"
    rf"supportive|mistrustful|independent|on behalf) of (?:{_NAME} and )?$"
    rf"|\b(?:loyalty|allegiance) (?:[\w’']+,? ){{1,9}}?to $"
    rf"|\b{_MOVED} (?:both )?(?:{_NAME},? and )?$"
    rf"|\b(?:loyal|beholden|hostile|close|closer|subservient|accountable|friendly) to "
    rf"(?:{_NAME} and )?$"
    rf"|\b(?:support|backing|aid|arms|weapons) for (?:{_NAME} and )?$"
    r"|\b(?:sid(?:es?|ed|ing)|negotiat(?:e|es|ed|ing)|cooperat(?:e|es|ed|ing)|broken?|"
    rf"align(?:ed|ing)?|deal(?:t|s|ing)?|agreed) with (?:{_NAME} and )?$"
    rf"|\b(?:backed|supported|funded|sponsored|ordered|authori[sz]ed|recogni[sz]ed|approved|"
    rf"imposed|whipped up|led|armed|trained|financed|propped up|taken|made|seen|viewed|accused|"
    rf"denied|rejected|opposed|dictated|engineered|orchestrated|offered|proposed|brokered) by "
    rf"(?:{_NAME} and )?$"
    rf"|\b(?:trusts?|trusted|obey(?:s|ed|ing)?|helps?|helped|tells?|told|warns?|warned|asks?|asked|"
    rf"fears?|resents?|resented|answers? to|with respect to|eyes of|hands of) (?:{_NAME} and )?$"
)
# "the Arvo-Kolo talks"
_PAIRED = re.compile(rf"^[-–]{_NAME} (?:\w+ )?{_DEALINGS}\b|^ (?:\w+ )?{_DEALINGS}\b")
_HYPHENED = re.compile(rf"{_NAME}[-–]$")
# "between Washington and Kolo" shows at the second name, or at the first before "and".
_AFTER = re.compile(
    r"[’']s? (?:(?:main|close|closest|key|own|new|old|former|staunch|western|regional|arab)"
    r" )*(?:allies|ally|alliance|relations|ties|interests|enemies|rivals?|foreign policy|backing|"
    r"proxy|proxies|influence|role|stance|ambitions?|envoys?|efforts|plans?|war|tactics|leadership|"
    r"rule|sovereignty|agenda|strategy|approach|position|aims|hands|behalf|intentions?|annexation|"
    r"invasion|intervention|military|troops|forces|nuclear|crackdown|"
    r"(?:recent )?(?:attempts|bid|push)|reactions?|refusal|insistence|relationships?|"
    r"handling|treatment|attitude|failure|willingness|unwillingness|concerns?|fears|obligations|"
    r"arsenal|weapons|missile|diplomats?|(?:geopolitical|diplomatic|regional|economic) \w+|ire|"
    r"anger|dominance|grip|abuses?|impact|bureaucracy|denials?|decision|move|moves|claims?|version|"
    r"account|offer|proposals?|demands?|threats?|warnings?|sanctions|veto|support|blessing|pledges?|"
    r"promises?|response|messages?|patience|hostility|tactics|propaganda|orders?|orbit|pressure|"
    r"argument|priorities|calculations?|mediation|recognition|condemnation|criticism|silence|"
    r"(?:foreign|security|trade|human rights) \w+|hawks|elites?|empire|endless wars?)\b"
    r"|[-–](?:backed|sponsored|funded|aligned)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:,? which)? (?:is|was|has been|had been)(?: \w+ly| also| still| now| long)* (?:accused of|"
    r"backing|supporting|arming|seeking|trying|pushing|wary|concerned|opposed|believed to|ready|"
    r"prepared|willing|determined|keen|under pressure|eager|reluctant|unlikely to|likely to)\b|"
    r"(?:, which)?(?: (?!early|nearly)\w+ly| only| now| still| also| in turn| then)* "
    r"(?:cancell?ed|imposed|expelled|recalled|lifted|froze|slapped|retaliated|hailed|welcomed|resisted|relented|"
    r"(?:has|had)(?: also| long| \w+ly)* (?:taken|sought|tried|made clear|given|cut|been (?:trying|"
    r"pushing|seeking|pressing|wary|reluctant))|replies|replied|responds|reacted|reacts|"
    r"countered|counters|retorted|shrugged|hit back|fired back|vows|threatens|demands|wants|seeks|"
    r"exploits|deceives|took (?:this|that|the)|passed (?:a|the|its)|used|uses|intends|aims|hopes|"
    r"argues|recogni[sz]es|fearing|claims|needs to|brokered|mediated|broke off|"
    r"cut (?:off )?(?:its|all|ties|relations)|has no|had no|cares|treats|opted|chose|chooses|plans|"
    r"(?:has|had) (?:been )?(?:used|imposed|accused|blamed|shut|shutting|passed|refused|"
    r"pledged|promised|offered|backed|supported|armed|denied|rejected|called|warned|threatened|"
    r"ordered|demanded|agreed|decided|insisted|vowed|urged|invoked|drawn|helped|kept|long)|"
    r"(?:is|was) (?:spying|arming|funding|pressing|pushing|plotting|preparing|planning|paying|"
    r"providing|supplying|not to be trusted|behind)|"
    r"(?:can|could|may|might|must|should|will|would|does|did|do)"
    r"(?: not|n[’']t)?(?: \w+ly| also| now)* "
    r"(?:pay|use|accept|agree|allow|back|support|impose|respond|retaliate|want|recogni[sz]e|offer|"
    r"negotiate|send|provide|supply|arm|fund|withdraw|refuse|reject|tolerate|seek|try|decide|"
    r"consider|know|need|help|pressure|demand|insist|intervene|act|answer|honou?r|lift|order)|"
    r"sought|fears|maintains|insists|denies|accuses|blames|considers|regards|supports|opposes)\b"
)
_TOWN = re.compile(r"\b(?:the )?(?:capital|city|town|downtown|in|at|near|to|from) (?:of )?$")


# A country that is held to have done it, or that does it: "blamed Arvo", "Arvo struck a convoy".
_VIOLENT = (
    r"(?:attacks?|strikes?|air ?strikes?|raids?|bombings?|bombardments?|shelling|killings?|"
    r"assaults?|invasion|missiles?|rockets?|drones?|operations?)"
)
_HELD = re.compile(
    rf"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)) (?:both )?(?:{_NAME},? and )?$"
    r"|\b(?:blamed|pinned) (?:[\w’'-]+ ){0,4}?on (?:both )?$"
    r"|\b(?:attributed|ascribed) (?:[\w’'-]+ ){0,3}?to $|\b(?:finger|fingers) at $"
    r"|\b(?:carried out|launched|fired|conducted|committed|ordered|perpetrated|claimed|staged) by $"
    rf"|\b{_VIOLENT} by (?:both )?$"
)
_NOT_SUBJECT = re.compile(
    r"\b(?:in|at|of|from|into|to|on|near|across|inside|within|over|through|throughout|against|with|for|"
    r"by|around|outside|between|toward|towards|via|than|like|as|and|,)\s+(?:the\s+)?$|,\s*$"
)
_DOES = re.compile(
    r"^ (?:(?:has|have|had|also|then|later|again|itself|reportedly|allegedly) )*(?:carried out|"
    r"(?:struck|bombed|bombarded|shelled|attacked|raided|targeted|pounded|assassinated|killed|murdered|"
    r"invaded|abducted|shot down|fired (?:\w+ ){0,4}?(?:at|on|into))\b|"
    rf"(?:launched|staged|mounted|conducted|fired|unleashed) (?:[\w’'-]+ ){{0,4}}?{_VIOLENT}\b|"
    r"(?:was|is) (?:\w+ )?behind\b)"
)


def does_violence(before: str, after: str) -> bool:
    """True if the words on either side of a country hold it to have done violence."""
    if _HELD.search(before):
        return not re.match(r"[’']s?\b|-", after)
    return not _NOT_SUBJECT.search(before) and bool(_DOES.match(after))


def stands_for_government(before: str, after: str) -> bool:
    """True if the words on either side of a capital speak of its government."""
    if _BEFORE.search(before):
        return True
    if _TOWN.search(before):
        return False
    if after.startswith(("-", "–")) or _HYPHENED.search(before):
        return bool(_PAIRED.match(after) or _AFTER.match(after))
    return bool(_AFTER.match(after) or _ANSWERS.match(after))


def is_told_as_town(before: str) -> bool:
    """True for "the capital Kolo": said of the town, whatever verb comes after."""
    return (
        re.search(r"\b(?:the|its) (?:\w+ )?(?:capital|city|town)(?: of| city)?,? $", before)
        is not None
    )
