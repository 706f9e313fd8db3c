"""Word lists for actors: forces, kinds of armed people, and the words that hedge. Small letters."""

from reportedly.annotate.lexicon import listed

# May follow a demonym or a group's name in small letters and still belong to the name.
NAME_NOUNS = listed("""
    army military armed forces force troops soldiers special security government authorities regime
    police policemen officers national riot air navy warplanes warplane jets
    aircraft planes drones commandos
    services service paramilitary group movement rebels fighters militants insurgents militia
    militias
    coalition network cartel gang front junta administration party brigade brigades branch affiliate
    drone jet jets helicopter helicopters gunship gunships gunners artillery tanks gunboats marines
    conscripts guns batteries battery staff general defence defense ministry side fighter guards
    guard gendarmes mobile coast border soldier constables units missiles missile strike strikes
    airstrike airstrikes bombs glide attack federal interim transitional caretaker ruling central
    wing organisation organization council military-led led intelligence agency agencies agents
    operatives personnel men officials interior foreign home justice information health ministry
    ministries presidency cabinet operations presidential republican communist socialist
    elite regular occupation affairs constables gendarmerie
    """)
# Names that are written in small letters after their hyphen, or altogether: "anti-balaka".
HYPHENED_FIRST = listed("anti mai")
HYPHENED = listed("balaka mai")
# One word for people who attack, with no name to them.
UNNAMED = listed("""
    gunman gunmen militant militants attacker attackers assailant assailants bandit bandits
    insurgent
    insurgents rebel rebels fighter fighters bomber bombers herder herders herdsman herdsmen
    pastoralists pirate pirates kidnapper kidnappers abductors captors extremist extremists jihadist
    jihadists jihadi jihadis islamists terrorist terrorists militiaman militiamen militia militias
    mob mobs vigilante vigilantes rioters separatist separatists guerrilla guerrillas paramilitaries
    robbers hijackers hijacker cultists raiders assassins shooters shooter sniper snipers
    perpetrators hostage-takers gangsters gang gangs arsonists knifeman attackers' cattle-rustlers
    rustlers mercenaries settlers settler
    """)
COMMUNAL = listed("settlers settler")  # of a people or a place that is named: "Israeli settlers"
# "X rebel forces", "the X militant group": words that belong to the name before them.
ATTRIBUTES = listed("rebel militant insurgent guerrilla separatist jihadist jihadi extremist armed")
ATTRIBUTED = listed("forces group movement organisation organization network")
RULE = listed("government authorities regime administration")  # "the Houthi authorities"
# "armed men", "masked youths": the adjective makes the attacker.
ARMED_ADJECTIVES = listed("armed masked hooded unidentified unknown heavily-armed")
ARMED_NOUNS = listed("men man youths group groups persons people individuals assailants")
SUICIDE = listed("suicide car truck")  # before "bomber"
# State forces named by kind alone.
STATE = {
    "police": "police", "policemen": "police", "policeman": "police", "soldiers": "military",
    "soldier": "military", "troops": "military", "army": "military", "military": "military",
    "gendarmes": "security-forces", "gendarmerie": "security-forces", "navy": "military",
    "junta": "military", "regime": "government", "government": "government",
    "authorities": "government",
    "constables": "police", "marines": "military",
    "guardsmen": "security-forces",
}  # fmt: skip
STATE_PAIRS = {
    ("security", "forces"): "security-forces", ("security", "force"): "security-forces",
    ("special", "forces"): "military", ("armed", "forces"): "military",
    ("air", "force"): "military",
    ("junta", "forces"): "military", ("junta", "troops"): "military",
    ("regime", "forces"): "military", ("regime", "troops"): "military",
    ("government", "forces"): "military", ("government", "troops"): "military",
    ("security", "men"): "security-forces", ("security", "agents"): "security-forces",
    ("security", "officers"): "security-forces", ("security", "operatives"): "security-forces",
    ("security", "personnel"): "security-forces", ("security", "services"): "security-forces",
    ("police", "officers"): "police", ("riot", "police"): "police",
    ("coast", "guard"): "security-forces", ("border", "guards"): "security-forces",
    ("border", "guard"): "security-forces", ("national", "guard"): "security-forces",
    ("presidential", "guard"): "security-forces", ("national", "guardsmen"): "security-forces",
    ("interior", "ministry"): "government", ("foreign", "ministry"): "government",
    ("defence", "ministry"): "government", ("defense", "ministry"): "government",
}  # fmt: skip
# "the local government" is no country's.
LOCAL = listed(
    "local regional health judicial religious civil military electoral port tax "
    "traditional competent relevant law election immigration school prison customs provincial "
    "state city municipal county district shadow tribal student parallel "
    "self world open good big small limited central-local"
)
# "government employees", "the government repression": the word describes another noun.
NOT_BEFORE_OF_GOVERNMENT = listed(
    "employees employee workers worker buildings building offices office repression minister "
    "ministers ministry ministries agency agencies policy policies sector schools school hospitals "
    "compound complex property funds funding money contracts contract data figures statistics "
    "service services servants job jobs house houses quarters department departments press party "
    "crackdown critics opponents supporters delegation funds lawyers prosecutors loyalists"
)
# "Military base", "army uniform": the word describes another noun. (A police chief is police.)
NOT_BEFORE = listed("""
    station stations base bases post posts checkpoint checkpoints convoy convoys barracks
    headquarters camp academy vehicle vehicles report statement car van truck hospital
    operation operations action intervention coup junta council court custody aid training
    outpost outposts shirt shirts jacket jackets insignia tunic van vans jeep jeeps helmets
    cell cells uniform uniforms uniformed fatigues camouflage clothing gear escort patrol patrols
    """)
# "US military aid": the words name no body that could do something.
ADJECTIVE = listed("military")
DESCRIBED = listed(
    "aid assistance advisers advisors hardware equipment budget spending technology presence "
    "dictatorship rule regime coup bases doctrine expenditure"
)
AIRCRAFT = listed("jet jets plane planes aircraft bomber")  # "fighter jet": nobody who fights
HEDGES = {
    "suspected": "suspected", "presumed": "suspected", "alleged": "alleged", "allegedly": "alleged",
    "purported": "alleged", "supposed": "alleged", "apparent": "suspected",
}  # fmt: skip
LINKING = listed("linked affiliated aligned allied inspired associated connected tied affiliate")
# "Taliban-held", "Hamas-run": describes a place or body, not somebody who acts.
DESCRIBING = listed(
    "held controlled run led backed occupied dominated ruled sponsored funded declared style era "
    "administered supporting free"
)
OPPOSING = listed("anti pro ex non counter post")  # "anti-Taliban" mentions no actor
