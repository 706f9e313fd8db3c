"""Words so common in reports on violence that sharing them says nothing."""

STOPWORDS = frozenset(
    word
    for line in (
        "about above according across added after again against ago all almost along already also",
        "although always among and another any anyone are area around asked away back became",
        "because been before began behind being believed below between both but called came can",
        "carried case cases city claimed come comes control could country day days dead death",
        "deaths did died does done down during each early earlier east eastern either else end",
        "even evening ever every everyone far few fire first five following for force former",
        "found four from full further gave get give given going gone got government group groups",
        "had has have having he her here hers him himself his hit home hours how however hundreds",
        "including injured injuries inside into its itself just killed killing killings kind knew",
        "know known large last late later latest lead least leave left less like little living",
        "local long longer look made main major make man many may media members men might",
        "military minister ministry minute minutes month months more morning most move much must",
        "name near nearby nearly need never new news next night nine north northern nor nothing",
        "now number off office officer officers official officials often old once one only open",
        "order other others our out outside over own part people per perhaps person place places",
        "point police possible president press put quickly quite rather reached read ready report",
        "reported reportedly reporters reports responsibility responsible right said same saw say",
        "saying says scene second security see seen set seven several shall she should shot show",
        "shown side since site six small soldiers some someone soon south southern spokesman",
        "spokeswoman spokesperson state statement still take taken ten than that the",
        "their them themselves then there these they thing things think third this those though",
        "thousands three through time times today together told too took toward towards town",
        "troops turn twice two under until upon use used using very victims violence was way week",
        "weeks well went were west western what when where whether which while who whom whose why",
        "will with within without witness witnesses women word words work working world would",
        "wounded year years yesterday yet you young your attack attacked attackers attacks armed",
        "monday tuesday wednesday thursday friday saturday sunday january february march april",
        "june july august september october november december",
    )
    for word in line.split()
)
