"""The demo corpus under other names: places and people renamed, numbers reworded, order shuffled.

What is derived from it must not change, or it was never derived from the texts.
"""

import json
import random
import re
import shutil
from pathlib import Path

# Every name of the corpus that the derivation could lean on, and another of the same kind.
NAMES = {
    "Quessaran": "Brandovalan",
    "Quessara": "Brandoval",
    "Ilvane": "Ostrelle",
    "Corrath": "Hemmick",
    "Meshaval": "Tarduin",
    "Dulmeck": "Pravnor",
    "Vathren": "Kolsaga",
    "Orrinvale": "Umberwick",
    "Sollamby": "Fennartha",
    "Pellowick": "Dravelin",
    "Tessamar": "Iskerra",
    "Keddrin": "Moltharp",
    "Ullascar": "Zembrano",
    "Marrabine": "Coralinth",
    "Zanterro": "Vespuria",
    "Brenlock": "Tarngate",
    "Saltgate": "Woolgate",
    "Ilvane Ridge Front": "Ostrelle Valley Front",
    "IRF": "OVF",
    "Black Heron Brigade": "White Osprey Brigade",
    "Heron": "Osprey",
    "Grey Lantern": "Blue Candle",
    "Halyard": "Spinnaker",
    "Sextant World": "Compass Globe",
    "Sabrecht": "Holtwick",
    "Askeval": "Branthorpe",
    "Delvey": "Corstane",
    "Vaskell": "Murrane",
    "Teskel": "Droven",
    "Ostrey": "Pelling",
    "Tellwright": "Ashgrove",
    "Aldovar": "Quintrell",
    "Volquist": "Sandmark",
    "Kestavane": "Brookvale",
    "Tormalin": "Greywick",
}  # fmt: skip
WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
IN_WORDS = {str(n): word for n, word in enumerate(WORDS, 2)}
IN_DIGITS = {word: str(n) for n, word in enumerate(WORDS, 2)}
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Days, years, clock times, hyphenated and decimal figures are no numbers of people.
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<n>\d{{1,2}}|{'|'.join(WORDS)})(?![\w:/-]|[.,]\d| {_MONTH})"
)
_AFTER_MONTH = re.compile(rf"{_MONTH} $")


def renamed(text: str) -> str:
    """The text with every name exchanged, longer names first."""
    for old in sorted(NAMES, key=len, reverse=True):
        for form in (str, str.upper):
            text = re.sub(rf"\b{re.escape(form(old))}\b", form(NAMES[old]), text)
    return text


def reworded(text: str) -> str:
    """Small numbers in words for those in digits, and the other way about."""

    def other(match: re.Match[str]) -> str:
        if _AFTER_MONTH.search(text[: match.start()]):
            return match.group()
        number = match["n"]
        return IN_WORDS.get(number) or IN_DIGITS.get(number) or number

    return _NUMBER.sub(other, text)


def rewrite(source: Path, target: Path, seed: int) -> None:
    """Write corpus, places and actors of ``source`` anew into ``target``."""
    shutil.copytree(source, target)
    for name in ("places.csv", "actors.jsonl"):
        path = target / name
        path.write_text(renamed(path.read_text("utf-8")), "utf-8")
    rows = []
    for path in sorted((target / "corpus").iterdir()):
        if path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                row = json.loads(line)
                row = {
                    k: renamed(v) if k != "id" and isinstance(v, str) else v for k, v in row.items()
                }
                rows.append({**row, "text": reworded(row["text"])})
            path.unlink()
        else:
            path.write_text(renamed(path.read_text("utf-8")), "utf-8")
    random.Random(seed).shuffle(rows)
    for n, row in enumerate(rows):  # one file each, so that their order is the shuffled one
        line = json.dumps(row, ensure_ascii=False)
        (target / "corpus" / f"{n:02}.jsonl").write_text(line + "\n", "utf-8")
