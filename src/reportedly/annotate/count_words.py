"""Word lists for numbers of people. All in small letters."""

from reportedly.annotate.lexicon import listed

# Cannot stand between a number and the people it counts.
BREAKS = listed("""
    a an the and or but of in on at to from for by with as than that which who whom whose when
    where while after before since until during into over under near against between was were is
    are be been being has have had do did does said say says told killed wounded injured dead
    died hurt missing kidnapped abducted arrested detained freed released not no also still if
    because including among per people
""")
# After a bare number: it counts no people.
UNITS = listed("""
    % percent per-cent per cent years year months month weeks week days day hours hour minutes
    minute seconds miles mile kilometers kilometres km kilometer kilometre metres meters feet foot
    inches acres hectares tonnes tons kilograms kilogrammes kg kilos pounds dollars euros naira
    rupees pesos rubles million billion trillion am a.m pm p.m gmt degrees rounds times
    points seats votes barrels vehicles cars trucks houses homes buildings attacks bombs blasts
    incidents explosions rockets missiles shells shops villages schools weapons rifles
    strikes raids bombings shootings plots operations countries states provinces districts
    block blocks towns cities camps places locations sites decades centuries occasions cases
""")
# After a word for one person, which then only describes them: "a militant assault".
DESCRIBED = listed("""
    assault attack raid ambush offensive strike operation bombing group network organisation
    organization faction militia army stronghold base camp compound hideout cell station
    headquarters convoy patrol post checkpoint vehicle
""")
# Before one person: "a soldier", "her husband".
SINGULAR = listed("a an one another his her their the")
# What such a word may stand before without telling of one person: "the dead".
NO_ONE = listed("dead wounded injured deceased missing killed life death injury other family")
# Capitalised at the start of a sentence, and not the first word of a name.
NOT_NAMES = listed("""
    the a an he she it they we i you who this that these those there all some many most several
    both one two three four five six seven eight nine ten at in on no police officials authorities
    others dozens hundreds monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december troops forces
""")
PREMODIFIERS = 5  # words between a number and its noun: "two off-duty Turkish police officers"
# Before the noun of people that they describe: "police officers", "crew members".
COLLECTIVE = listed("police personnel crew staff security army team")
# "A crew of 12": people who are many, though the word is one.
BODIES = listed("crew family group team party couple pair staff police gang squad force public")
# "A couple was killed": two people.
PAIRS = listed("couple pair duo")
# What befell "another", whom no noun names.
HARMED = listed("was is remains injured wounded hurt killed missing abducted died")
# Before "one" and "the other", who are people then: "killed one and wounded the other".
KILLING = listed("killing wounding injuring")
HARMING = KILLING | listed("killed wounded injured")
# "A father of four": what follows counts children.
PARENTS = listed("father mother parent dad mum mom grandfather grandmother parents")
