"""English words and personal names that are also the names of places somewhere.

Such a word is taken for a place only where the words around it say so ("in Reading"). The words
were counted in news text: entries of the place index that stand in small letters about as often
as not; the personal names are common given names and surnames.
"""

from reportedly.annotate.lexicon import listed

COMMON = listed("""
    aaron abdullah abigail abu acre acreage act adam afar agri ahmed airport akin al alan
    albert alexander alexis ali alice allah allen alley alliance alma along altar alter amanda
    amber amir amy an anderson andrea andrew anew angela anger angered angle angles ann anna annex
    ant anthem anthony antique apace apples apt arabic are area arenas army arsenal arthur as
    asbestos ash ashley ask assad assumption auditorium aura austin awash awe aziz ba bacon bad
    bag bail bailey bam banana band bang banged bangs bank banks banner banning bar barbara barber
    bare barking barn barnes barrage barren base bashir basic basing bat battle battlefield
    battleground bay beaches beachside bear bed bee beer beers beg began begun bell ben bend
    bender benjamin bennett bent berry best betty beverly bid biden billed billy bin bint bites
    biting bled bloom bluff bobby bode bond bone boom boon boos boot booth bore born borne
    boundary bow bowling box bradley bran branch brand brandon brash brass breakers brenda brewer
    brian brick bride bridge bright brittany bro broke brooks brown bruce brush bryan bucks bullet
    bully bungalow bureau burst bury bush busing bust butler butterfly butts buy cab cache cafe
    cage cal calamity caller camp campbell can canal cane canes canning cannon caper capital
    captain car carbon care cargo carl carol carolyn carry cars carter carver casino casinos
    castle cat cathedral catherine cave caves celebration cell center central centre cents cereal
    chagrin chair chamber chambers champion chance change charge charles charlotte chase chat
    cherry cheryl chin chipping choir chop christian christina christine christmas church cite
    city clarion clark clay climax clinch clinton cloud coal coast coffee cognac coin college
    collins colon colonel colony coma come comfort commander commerce common commonwealth communal
    concession confederation confines congress conquest conservation consolation content
    conversion convoy cook cooling cooper corners coronation corral cottage cotton countryside
    court cox coyote crater craven creek crest cross crossing crossings crossroads crystal cube
    cue cut cutoff cynthia da damp daniel danielle daoud dare darling date david davis dawn day de
    deal deborah debra defiance del deli delta delve denise dennis dent diana diane dick dig
    dining dire divide do doc dodge dole dollar don donald donna doom door doris dorothy dos
    douglas dour downs downside downtown drama drew driver drone drug drum du dual duffel dug
    dylan eagle ear early earnest east easter eastern echo economy edward edwards egg eid eke el
    elbow elizabeth emblem emily emma empire engineer english enter enterprise entrance era eras
    erdogan eric erode ethan eugene evans evelyn ever exchange exhibition eye eyebrow facebook
    faisal falls fare farmers fate federal federation fell fellowship fines fireworks first fiscal
    fisher flashing fleet flocking fore foremost forest forge forget fort forth fortune foster
    fountain frances frank free freedom freshwater friendly friendship from frontier frost fully
    gabriel gala gaming gamut gang gap garcia garden gardens garner garrison gary gates gateway
    gay gaze general genes george gerald gers give glad globe gloria go god goes going gold golden
    gonna gonzalez goodwill google gosh got governor grab grabs grace grad graft grain gram grand
    grandson grant grants grass grave graves gray green greens gregory grenade grey grin grit
    grove guise gulf gunning guns gutierrez ha habib had haidar hail halfway hall ham hamid hamza
    hand hang hannah haram harbor hard harold harris harvest hassan hat haven hazard headquarters
    healing heard heather heel heist helen hell henry heritage hernandez hey highways hill hills
    hillside hindu hire hit holder hole holiday holler hollow homeland honey hood hook hope horn
    hose hospital hot hour howard hub human humble hunt hunter hurricane hussein ibn ibrahim idris
    il ill imam imperial independence industry ins iron is isa isabella islam island islands
    ismail jaber jack jackson jacob jacqueline jam jamal james janet janice jar jason jean jeffrey
    jenkins jennifer jeremy jerry jesse jessica jewish jihad joan job joe john johnny johnson
    jonathan jones jordan jose joseph joshua joyce juan judith judy julie junction justice justin
    kamal karen karim karma katherine kathleen kathryn kayla keen keith kelly kenneth kent kevin
    khalid khan kill kimberly kin kinda king kings kissing knock koran kyle la lab labyrinth lack
    lag lake lakes lakeside lame landing landmark lane larry las lash laura lauren law lawn
    lawrence lazy le leader leap lee legacy legal lemon lend lender lens lent level lever levy
    lewis liberal liberation liberty lieutenant light limit linda line linger lion lisa list lit
    lively lives loans locking log logan logo logos lone long lookout loop loose lopez lori los
    loss lot lottery louis love loving luck lucky lure mad made madison mafia mahmoud main major
    male malik mama man manage manga mano mansion mansour many marathon march marches margaret
    maria marie marilyn marines maritime mark marker market marks marrow marshal martha martin
    martinez mary mason mass massacre massing matthew maverick may me media meeting mega megan
    mehdi melissa men mending mentor mere merit met metro michael michelle mile miles milestone
    mill miller mine miner mineral mining minister ministry minus miss mission mitchell mobile
    model modern modi mohamed mohammed mojo mold monster monument moore moorings mop morales more
    morgan morris mosquito most mould mound mountain much mud muhammad murphy musa muslim muslims
    mussel mustafa mute nails name nancy nasser natal natalie nathan naval navy neck needle
    needles nelson neo net never nice nicholas nicole nine noah noble nods noisy non none nor
    normal north northeast northeastern northern northward northwest nose obama occasion ocean of
    officer okay olds olivia omar on ono opportunity or oral orange orchard ortiz os osman otter
    outer outlook over own pace pacing pack page pains painter pale pals pamela panic paper par
    para paramount park parker parliament parole parse pashto passage pat patch patience patricia
    patrick patrol paul pay peak pearl peel peer pen penal pencil pepper per perez perk perm perry
    perseverance person peter peterson petit petroleum pets philip phillips pierce piles pill pine
    pioneer pipes plain plains plan planes plaque plate plaza plenty plunge point poking police
    poll polling pond pool pop pope porches pore port porter posing possession post powell power
    president price prince principal pristine proclamation progress prospect prosper prosperous
    proven punch putin qasim quarter quran race rachel rahim rahman raiding rail rain rainbow
    rains rake ralph ramadan ramirez rams ran randy range ransom rapid rashid rate ray raymond
    reach reading real rebecca receiving red redemption reed refuge region rehab rein repose
    republic research reserve reservoir rest retirement retreat retrieve reunion reuters revival
    rib rice rich richard richardson rid riding rifle ring rise risen river rivera riverbank
    rivers robert roberts robinson rock rocks rod rode rodeo rodriguez roger rogers roles ronald
    root roses ross rote rouse roy rude run rung ruse rush russell rust ruth ryan sac sack sad
    sadiq saga said saint sake sale saleh sales salim salon salt samantha same samir samuel san
    sanchez sand sanders sandra sandwich sane sang santa sara sarah sauce savage save say scott se
    sean seaside sector see seem seen semi senate send sense sent sergeant settle sham shaping
    share sharia sharif sharma sharon sharp sheikh shell shia shields shiite shin shipyard shirley
    shone shoreline shot shut side sides siding sikh silly simmering sin since sing singh sins sir
    sis ski slaughter slide slope smile smith snow sober soften sole solo son song sophia sore
    sort soul sour south southeastern southern southwest soy spa spat spike split spoken spray
    spring spy st stains stall standard star stark stave steadfast steep stephanie stephen steps
    sterling steven stewart stock stoke stone store story strand street success sue sues sullivan
    sultan summer summers summit sunni sunrise sunset sunshine superior sur surprise susan swallow
    swamp swan swat sway swift switch tactic tag tahir taker tale talent tales tall tame
    tank tape tapes taping tapping taps tariq tat taylor telegram tell teller tells temple ten
    tender tendon tenor tent teresa terry than them theresa thomas thompson til till tilt time
    timothy tin tire tit titan to toll tone tongue tore torn torrent torres tour tours tower town
    towns trail train tranquility trans transit trap treasure triangle tribune trim trip trooper
    trump tube tumble tune tunes turn turner tussling twin twist twitter tyler umar un union unity
    university uptown urban urdu used uses usher valley valor van vanguard vans varsity vary
    veteran veto vice victor victoria villa village villages vincent virginia vis von waging wah
    waits wake walk walker wall walter wandering wanna ward warden warner warns wash washer
    waterfront waterways watson wave wayne ways we wedding week welcome well wells were west
    western whatsapp wheeling white whitewater wilderness will william williams willie wilson wing
    winters wise wood woods wool worms worth wright wrist ya ye yell yoga young younis youtube
    yusuf zachary zaki zero zoo
    """)
