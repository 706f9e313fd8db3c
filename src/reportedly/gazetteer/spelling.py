"""How GeoNames' names are printed by English-language newspapers."""

from reportedly.gazetteer.fold import fold

# Romanised from Arabic script in GeoNames, with macrons and dots that no newspaper prints.
_ROMANISED = (
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE"
)
ROMANISED = frozenset(_ROMANISED.split())
_TYPE_WORDS = (
    "province governorate state region district county department prefecture oblast division "
    "municipality zone parish canton wilaya township agency territory republic voivodeship"
)
TYPE_WORDS = frozenset(_TYPE_WORDS.split())
_DOTTED = str.maketrans("āīūēōḩḥşṣţṭḑḍz̧ẕĀĪŪḨŞŢḐ", "aiueohhssttddzzzAIUHSTD")
_SHORTEST = 4  # letters; shorter Latin names are codes of airports and languages
_LATIN_END = 0x250


def printed(name: str, code: str) -> str:
    """The name as English newspapers print it, given the country that it lies in."""
    if code in ROMANISED:
        kept = "".join(c for c in name if c not in "‘’ʻʼ`").translate(_DOTTED)
        kept = kept.replace("\u0327", "").replace("\u0331", "")
        return kept if fold(kept) == fold(name) else name
    return name.replace("ā", "a").replace("ī", "i").replace("ū", "u").replace("ē", "e")


def without_type(name: str) -> str:
    """ "Diyala" for "Diyala Governorate", "Kano" for "State of Kano"."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in TYPE_WORDS:
        words.pop()
    if len(words) > 2 and words[0].casefold() in TYPE_WORDS and words[1].casefold() == "of":
        words = words[2:]
    return " ".join(words)


def is_latin(name: str) -> bool:
    first = next((c for c in name if c.isalpha()), "a")
    return ord(first) < _LATIN_END or 0x1E00 <= ord(first) < 0x1F00


def is_alternate(name: str) -> bool:
    """True for an alternate name worth keeping: in another script, or a name in Latin letters.

    GeoNames mixes codes and machine transliterations in small letters among them.
    """
    if not is_latin(name):
        return len(name) > 1
    return len(name) >= _SHORTEST and name[:1].isupper()
