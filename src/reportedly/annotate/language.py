"""Which language a text is in, as far as the tool must know: English, or not yet read.

Function words decide: they are the commonest words of any running text, and few languages share
them. A text too short to tell is taken at its source's word.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # code points: a text's language shows early
_FUNCTION_WORDS = {
    "en": "the of and to in a is that for it was on with as he by at from his an be are this have "
    "were not which had said has but they their who after its one been will or two also more over",
    "fr": "le la les de des du et en un une est que qui dans pour au aux par sur pas plus avec ce "
    "ont été à selon son ses il ils elle sont",
    "es": "el la los las de del y en un una es que por con para se al su como más no lo ha fue "
    "sus este según sobre entre pero",
    "pt": "o a os as de do da dos das e em um uma é que por com para se ao no na mais não foi "
    "sua seu como são nos segundo",
    "de": "der die das und in den von zu mit ist im auf für nicht ein eine dem des sich auch es "
    "an werden bei nach wurde wurden",
    "it": "il lo la i gli le di del della e in un una è che per con non si da al sono più ha "
    "nel alla dei delle secondo",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ancak göre ise",
    "id": "yang dan di ke dari untuk dengan pada ini itu dalam tidak akan oleh juga telah orang",
    "sw": "ya wa na kwa ni katika la za kuwa hiyo huo watu cha baada kama alisema",
    "nl": "de het een van en in is op te dat die voor met zijn niet aan er om ook werd bij",
}
_SETS = {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}
_ENOUGH_WORDS = 8
_ENOUGH_SHARE = 0.12


def language(text: str) -> str | None:
    """An ISO 639-1 code, ``"und"`` for a text of no language known here, None if too short."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return None
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters[:2_000])
    if latin * 2 < min(len(letters), 2_000):
        return "und"
    words = [w.lower() for w in _WORD.findall(sample)]
    if len(words) < _ENOUGH_WORDS:
        return None
    shares = {code: sum(w in known for w in words) / len(words) for code, known in _SETS.items()}
    code = max(shares, key=lambda c: (shares[c], c == "en"))
    return code if shares[code] >= _ENOUGH_SHARE else "und"
