"""Open word classes of the field: titles, roles, organisations, media, happenings."""

from reportedly.extract.statements.grammar import words_of

TITLES = words_of(
    """mr mrs ms miss dr prof professor sir dame lord lady sheikh shaikh imam mullah mawlawi
    maulana ayatollah rabbi rev reverend father bishop archbishop cardinal pope king queen
    prince princess emir sultan president vice-president vice premier prime minister foreign
    interior defence defense home finance justice information secretary undersecretary
    secretary-general undersecretary-general chancellor ambassador envoy consul governor gov
    mayor senator sen representative rep congressman congresswoman deputy assistant acting
    former ex-president chief commander cmdr commissioner inspector insp superintendent supt
    detective det constable sergeant sgt corporal cpl private lieutenant lt captain capt
    major maj colonel col brigadier brig general gen marshal admiral adm commodore spokesman
    spokeswoman spokesperson attorney prosecutor judge justice sheriff officer director
    chairman chairwoman chairperson chair head leader party coordinator representative
    speaker mp mep councillor councilor engineer analyst expert doctor nurse lawyer activist
    resident witness researcher scholar editor reporter correspondent journalist coach
    comrade brother sister pastor priest chaplain vicar rear wing flight staff police army
    press late elder chieftain"""
)


ORGANISATION_WORDS = words_of(
    """state states group army front party movement ministry police agency news times post
    network organization organisation union council command house office bureau government
    taliban association committee centre center university institute department service
    services force forces nations court watch foundation company corporation authority
    authorities commission brigade brigades guard guards militia press radio tv television
    journal herald guardian daily bank fund society church congress parliament senate
    assembly alliance coalition league cross crescent observatory academy campaign project
    haram shabaab al-shabaab qaeda al-qaeda hamas hezbollah hizbullah international amnesty
    media tribune telegraph gazette chronicle reuters kingdom republic federation city
    county district province region navy air corps administration cabinet kremlin pentagon
    white security intelligence mission embassy secretariat board fbi cia monitor presidency
    directorate inter-services relations human rights houthis kurds brotherhood liberation
    hospital clinic infirmary school college seminary bar airline airlines railway railways
    national democratic people’s people's islamic emirate resistance defence defense"""
)


ROLE_NOUNS = words_of(
    """spokesman spokeswoman spokesperson minister president premier chancellor secretary
    official officer commander general colonel major captain chief head director governor
    mayor senator lawmaker deputy ambassador diplomat envoy analyst expert scholar professor
    researcher lecturer economist historian lawyer attorney prosecutor judge doctor surgeon
    nurse medic teacher pupil student farmer trader shopkeeper driver resident villager
    witness survivor relative father mother brother sister son daughter uncle aunt cousin
    widow wife husband neighbour neighbor activist campaigner volunteer worker leader elder
    imam bishop priest pastor cleric monk nun chairman chairwoman chair chairperson
    coordinator representative delegate negotiator mediator adviser advisor aide
    correspondent reporter journalist editor author writer fellow founder member manager
    owner engineer pilot sailor soldier policeman policewoman detective inspector
    superintendent sergeant constable sheriff commissioner administrator undersecretary
    parliamentarian politician candidate counsel source verger headman guard fighter
    militant commandant admiral commodore undersecretary-general secretary-general
    chairperson mp"""
)


HUMANS = ROLE_NOUNS | words_of(
    """man woman boy girl teenager youth person actor actress neighbor cousin suspect gunman
    attacker assailant hostage captive passenger caller victim patient expatriate tourist
    expert rescuer paramedic bystander employee spokesman immigrant refugee"""
)


PARTICLES = words_of(
    """al el bin ibn ben abu abd van von der den de del della da di do dos das du la le ould
    bint y e"""
)


HONORIFIC_FEMALE = words_of(
    """mrs ms miss dame lady queen princess spokeswoman chairwoman policewoman sister mother
    daughter wife widow nun congresswoman aunt actress businesswoman woman girl"""
)


HONORIFIC_MALE = words_of(
    """mr sir lord king prince spokesman chairman policeman brother father son husband imam
    priest bishop monk congressman uncle businessman man boy sheikh ayatollah mullah"""
)


# What a "statement" can be: the noun stands for its author.
MEDIA = words_of(
    """statement statements video videos letter letters report reports post posts message
    messages email e-mail emails tweet tweets leaflet leaflets communique communiqué note
    recording audio article interview broadcast document documents press release bulletin
    claim text complaint affidavit indictment survey study poll account"""
)


FORUM_NOUNS = MEDIA | words_of(
    """conference briefing speech address call telephone phone hearing testimony session
    meeting parliament court radio television tv twitter facebook telegram instagram x
    whatsapp youtube website blog channel newspaper summit sermon rally podcast magazine
    interviews remarks condition anonymity comments page feed account platform media social
    online person writing lawsuit papers filing memo editorial op-ed column communiqué
    newsletter thread"""
)


# What happens does not speak: "the attack highlighted", "such violence threatens to".
HAPPENINGS = words_of(
    """attack attacks carnage violence blast blasts bombing bombings explosion explosions
    killing killings incident incidents move moves decision rise fall death deaths strike
    strikes raid raids clash clashes fighting war conflict crisis situation shooting
    shootings massacre event events toll figure figures number numbers case cases trend
    development developments operation operations offensive assault protest protests unrest
    instability murder execution executions arrest arrests drugs money weapons insecurity
    tension tensions abduction kidnapping kidnappings visit deal"""
)

# "The statement said": its author did. A report or a survey may be a source of its own.
VOICELESS = words_of("""statement message communique communiqué release tweet post note posting""")
# "The group": a body that was named before.
COLLECTIVES = words_of(
    """group organization organisation militants movement party agency charity company network
    rebels insurgents union militia outfit"""
)
# Whose name may follow as an apposition is a body too: "the operator, Lake Lines, said".
BODY_NOUNS = COLLECTIVES | words_of(
    "firm operator carrier airline broadcaster ministry hospital bank"
)

# A rank stands before a name; beside an office ("spokesman Colonel Roe") it is no part of it.
RANKS = words_of(
    """col gen lt maj capt cmdr sgt cpl brig adm colonel general lieutenant major captain
    commander sergeant corporal brigadier admiral commodore inspector insp supt
    superintendent dr prof mr mrs ms professor sheikh imam bishop rev father sister cllr
    councillor judge sir"""
)
# These say how to address somebody, not what somebody is.
HONORIFICS = words_of("mr mrs ms miss dr sir dame lord lady")
# Titles that are no office by themselves: "interior", "former", "police".
HALF_TITLES = words_of(
    """prime foreign interior defence defense home finance justice information vice party police
    army press late wing rear flight staff"""
)
# Words of organisations that by themselves name a field or a place, not a body.
FIELDS = words_of(
    """security media press white human rights relations national democratic islamic international
    daily state states city county district province region air liberation resistance defence
    defense intelligence people's republic bar"""
)
# These name a body only as the last word of a longer name: "the Coast Guard", "Rights Watch".
KINDS = words_of(
    """watch service services force front navy corps television radio tv news times post guard
    guards project campaign mission journal monitor cross crescent"""
)
# "minister for X", "envoy for X": X is what they deal with, not whom they serve.
PORTFOLIO_HOLDERS = words_of(
    """minister secretary undersecretary undersecretary-general commissioner envoy
    representative rapporteur adviser advisor ombudsman coordinator under-secretary-general"""
)
# "who heads X" states an office; "who had given a toll" does not.
OFFICE_VERBS = words_of(
    """heads headed chairs chaired leads led runs ran directs directed commands commanded
    represents represented teaches taught studies studied researches monitors follows tracks
    covers edits owns works worked serves served oversees manages presides advises speaks
    coordinates founded co-founded specialises specializes heading leading"""
)
# What a "Dr" is likely to be called.
MEDICAL = words_of("hospital clinic infirmary medical doctor surgeon medic physician health ward")
