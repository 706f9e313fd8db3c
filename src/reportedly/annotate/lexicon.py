"""Word lists for finding names in running text. All in small letters."""


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
CALENDAR = frozenset(
    (*WEEKDAYS, *MONTHS, *(d[:3] for d in WEEKDAYS), *(m[:3] for m in MONTHS), "sept", "tues",
     "thurs", "christmas", "easter", "ramadan", "eid", "ashura")
)  # fmt: skip

# Capitalised only because they begin a sentence: never the first word of a name.
FUNCTION_WORDS = listed("""
    a about above according across after afterwards again against all almost along already also
    although amid among an and another any anyone are around as asked at away back be because been
    before behind being below beside besides between beyond both but by can can't could despite
    did do does during each earlier early either even eventually every everyone few finally first
    following for former from further had has have he hello her here hers him his how however i if
    i'm in including indeed inside instead into is it it's its itself last late later least less
    like local many meanwhile members men might more moreover most much my near nearly neither never
    nevertheless new next no nobody none nor not nothing now of off officials on once one only or
    other others our out outside over per perhaps please prior rather recently reports
    residents see she should since so some somebody someone soon still such than that thanks the
    their them then there therefore these they this those though three through throughout thus to
    today together tomorrow tonight too two under unidentified unknown until unlike up upon us very
    via was we well were what when whenever where whereas whether which while who whom whose why
    will with within without witnesses women would yes yesterday yet you your four five six seven
    eight nine ten eleven twelve dozens hundreds thousands several survivors police troops soldiers
    authorities militants gunmen rebels insurgents attackers suspected armed photo image file video
    read watch updated breaking published editor's source sources
    """)
# May stand in small letters inside a name of a place.
PARTICLES = listed(
    "al el ar as ash ad an at az ul ur of the and de del la le les da do dos das di du des en "
    "et e i "
    "y sur sous bin ibn abu upon on am an der den van von zu ez es ed a l d"
)
DIRECTIONS = listed(
    "north south east west northern southern eastern western central upper lower northeast "
    "northwest southeast southwest northeastern northwestern southeastern southwestern "
    "north-east north-west south-east south-west greater mid inner outer downtown"
)
# Between a preposition and the name of a place: "in nearby Kolo".
NEIGHBOURING = listed(
    "the neighbouring neighboring nearby restive troubled besieged embattled adjacent adjoining "
    "distant remote"
)
DIVISION_NOUNS = listed(
    "province provinces district districts state states region county governorate department "
    "prefecture oblast division municipality zone parish canton wilaya township agency territory "
    "lga subdistrict sub-district commune raion tehsil woreda"
)
SETTLEMENT_NOUNS = listed(
    "village villages town towns city hamlet settlement suburb neighbourhood neighborhood "
    "quarter camp area locality community"
)
FACILITIES = listed(
    "airport airfield airbase base hotel hospital clinic university college school seminary "
    "madrasa mosque church cathedral synagogue temple shrine monastery market bazaar mall stadium "
    "prison jail bridge station terminal port harbour harbor square park palace barracks "
    "checkpoint embassy consulate restaurant cafe theatre theater museum cinema nightclub club "
    "centre center academy refinery plant mine supermarket dormitory roundabout junction "
    "crossroads chowk apartments "
) | (STREETS := listed("highway road street avenue boulevard drive lane parkway terrace"))
OF_STREETS = listed("block intersection corner")  # "the 300 block of Lagos" is a street's
QUARTERS = listed("neighbourhood neighborhood section quarter")  # of a town: "the Paris quarter"
# Named after the town that they are in; a street, a park or a school is named after anything.
TOWN_FACILITIES = listed(
    "airport airfield airbase base hospital university market bazaar stadium prison jail station "
    "port harbour harbor barracks embassy consulate cathedral"
)
# The same in small letters: "Kabul airport".
SITE_NOUNS = listed(
    "airport airfield airbase hospital university prison jail stadium market mosque church "
    "cathedral terminal bazaar zoo junction checkpoint camp bridge"
)
ORGANISATIONS = listed(
    "post times tribune herald gazette journal chronicle guardian news press radio tv television "
    "agency bank ministry police army navy military council committee party front movement court "
    "parliament assembly group association institute department office commission force forces "
    "command airlines airways company corp inc ltd fc united authority administration government "
    "foundation union federation league brigade brigades battalion regiment corps guard guards "
    "security service services house congress senate supreme federal republic coalition alliance "
    "network organisation organization society fund programme program project conference summit "
    "accord agreement treaty declaration convention rights watch human observatory media center "
    "centre bureau intelligence resistance liberation defence defense cup olympics spring war "
    "watch mission act plan"
)
TITLES = listed(
    "mr mrs ms miss dr prof professor sir lord lady president premier chancellor minister "
    "secretary "
    "governor mayor senator sen rep congressman congresswoman gen general col colonel lt "
    "lieutenant "
    "capt captain maj major sgt sergeant cpl corporal adm admiral brig brigadier commander chief "
    "king queen prince princess emir sheikh sheik imam mullah maulana ayatollah pope bishop "
    "archbishop cardinal rabbi rev reverend father judge justice ambassador spokesman spokeswoman "
    "spokesperson director chairman chairwoman deputy superintendent inspector constable officer "
    "detective sheriff attorney prosecutor pastor brother sister comandante comrade"
)
# Role nouns in small letters that stand right before a person's name.
ROLES = TITLES | listed(
    "analyst researcher lawyer doctor journalist reporter activist resident witness teacher "
    "student author expert leader aide envoy candidate son daughter wife husband uncle survivor "
    "actor singer player coach surgeon mother nurse victim suspect gunman"
)
LOCATIVES = listed(
    "in at near from to into toward towards outside around across throughout inside through via "
    "off within between beyond beside above over along entering leaving reaching reached left "
    "northeast northwest southeast southwest of onto amid surrounding"
)
FIRM_LOCATIVES = listed("in at near from outside around across throughout inside into")
# Before a name that no list holds they mark a place; "in" alone may also come before a month, a
# language or an organisation.
SURE_LOCATIVES = listed("near outside around")
# "in" and "at" do so where the name ends its phrase, and so do other words after a verb or noun.
PLACING = listed("in at onto off entering leaving entered invaded reached besieged")
PLACED = {
    "on": listed(
        "fell fallen rained landed dropped bombs shells attack assault raid strike fired "
        "advanced marched descended"
    ),
    "of": listed(
        "capture fall siege shelling bombing bombardment storming burning outskirts market"
    ),
    "between": listed("road highway track"),
    "to": listed("drove came went marched"),
    "for": listed("fighting battle"),
}
AFTER_PLACE = FUNCTION_WORDS | listed(
    "killed killing wounded wounding injured injuring leaving burned burnt late set which said says"
)
POSSESSIVES = frozenset({"'s", "’s"})
NOT_PLACES = listed(
    "islam christianity judaism hinduism parliament congress senate english arabic french spanish "
    "russian pashto dari urdu persian hausa swahili pidgin kurdish turkish chinese "
    "facebook twitter whatsapp telegram youtube "
    "christmas easter ramadan eid god allah court army navy police internet web"
)
# Abbreviations of US states that are words or names without their stop.
DOTTED = listed(
    "ala ariz ark cal calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo "
    "mont neb "
    "nev okla ore pa tenn tex va vt wash wis wyo me"
)

# Bodies of one town or county: who is named before them is where they are.
LOCAL_BODIES = listed(
    "police sheriff sheriff's sheriff’s fire firefighters coroner coroner's coroner’s "
    "metropolitan municipal"
)

SPEECH = listed(
    "said says say saying denied denies deny accused accuses accuse blamed blames blame warned "
    "warns warn claimed claims claim insisted insists insist rejected rejects reject condemned "
    "condemns condemn announced announces announce told tells urged urges urge called calls "
    "confirmed confirms confirm acknowledged acknowledges admitted admits vowed vows pledged "
    "pledges promised promises threatened threatens demanded demands agreed agrees refused refuses "
    "maintained maintains argued argues believes believed hopes hoped wants wanted considers "
    "designated recognised recognized recognises launched launches carried conducted ordered "
    "responded responds retaliated supports supported backs backed opposes opposed signed "
    "declared declares stated states suspended expelled imposed summoned severed deployed sent "
    "withdrew offered offers expects fears sees views regards describes described dismissed "
    "dismisses disputes disputed"
)
AUXILIARIES = listed(
    "has have had also is was will would could did does may might must never repeatedly again "
    "strongly since long officially later then still not yet should publicly already previously "
    "formally reportedly initially"
)
