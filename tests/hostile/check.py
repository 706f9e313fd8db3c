"""Reads every file of ``FOLDER/expected.jsonl`` and prints, as JSON, what came out otherwise.

Run as a process of its own, so that memory and time can be bounded from outside:

    python tests/hostile/check.py FOLDER [SECONDS-A-FILE]
"""

import json
import resource
import sys
import time
from hashlib import sha256
from pathlib import Path

from reportedly.read.sources import read_sources
from reportedly.records import Received


def check(folder: Path, expected: dict[str, list[str]], file: str) -> list[str]:
    """What is wrong, in words; nothing if all is as expected."""
    texts: list[str] = []
    failures: list[str] = []
    wrong: list[str] = []
    for item in read_sources([str(folder / "files" / file)]):
        if isinstance(item, Received):
            text = item.report.text
            texts.append(sha256(text.encode()).hexdigest())
            wrong += [f"lacks {part!r}" for part in expected["contains"] if part not in text]
            wrong += [f"shows {part!r}" for part in expected["lacks"] if part in text]
        else:
            failures.append(item.reason)
    if expected["contains"]:
        if len(texts) != 1:
            wrong.append(f"{len(texts)} reports")
    elif texts != expected["texts"]:
        wrong.append(f"{len(texts)} reports, not the {len(expected['texts'])} expected")
    told = zip(expected["failures"], failures, strict=False)
    if len(failures) != len(expected["failures"]) or not all(part in f for part, f in told):
        wrong.append(f"failures {failures}, expected {expected['failures']}")
    return wrong


def main(folder: Path, seconds: float) -> None:
    number, slowest, problems = 0, (0.0, ""), {}
    for line in (folder / "expected.jsonl").read_text().splitlines():
        expected = json.loads(line)
        start = time.monotonic()
        wrong = check(folder, expected, expected["file"])
        took = time.monotonic() - start
        slowest = max(slowest, (took, expected["file"]))
        if took > seconds:
            wrong.append(f"took {took:.1f} s")
        if wrong:
            problems[expected["file"]] = wrong
        number += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    report = {"files": number, "slowest": slowest, "peak_bytes": peak, "problems": problems}
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 30.0)
