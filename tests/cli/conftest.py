"""A small store made by hand, so that the commands are tested apart from what extraction finds."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from reportedly.cli.app import run
from reportedly.records import (
    Account,
    Act,
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Evidence,
    Failure,
    Horizon,
    Place,
    Reading,
    Received,
    Report,
    Speaker,
    Statement,
    Value,
    When,
    cite,
    receive,
)
from reportedly.store import open_store

DAY = When(date(2031, 3, 18), date(2031, 3, 18), "day")
TOWN = Place("Dulmeck", "city", "Ilvane", "Quessara", "XA", -30.7, -20.4)
Stated = tuple[str, Value, str, str | None]  # field, value, its words, whose words


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def reportedly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ran]:
    """Run a command in an empty folder, as from the command line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run_it(*arguments: str) -> Ran:
        status = run(list(arguments))
        return Ran(status, *capsys.readouterr())

    return run_it


def _received(name: str, publisher: str, day: int, text: str) -> Received:
    return receive(
        text.encode(),
        "text/plain",
        name=name,
        text=text,
        title=f"Title of {name}",
        publisher=publisher,
        published=date(2031, 3, day),
        language="en",
    )


def _words(report: Report, quote: str) -> Evidence:
    start = report.text.index(quote)
    return cite(report, start, start + len(quote))


def _reading(
    report: Report,
    stated: Sequence[Stated],
    said: Sequence[tuple[str, Act, str]] = (),
    failures: Sequence[Failure] = (),
) -> Reading:
    claims = tuple(
        Claim(
            id=f"{report.name}-{n}",
            field=field,
            value=value,
            evidence=(_words(report, quote),),
            voice=voice,
            group="people" if isinstance(value, Count) else None,
        )
        for n, (field, value, quote, voice) in enumerate(stated)
    )
    account = Account(
        id=f"account-{report.name}",
        report=report.id,
        index=0,
        role="main",
        mentions=claims[0].evidence,
        claims=claims,
    )
    statements = tuple(
        Statement(
            id=f"{report.name}-said-{n}",
            report=report.id,
            speaker=Speaker(name=speaker),
            act=act,
            mode="indirect",
            content=_words(report, quote),
            rebuts=(f"{report.name}-said-{n - 1}",) if act == "deny" else (),
            horizon=Horizon(None, date(2031, 4, 1)) if act == "warn" else None,
        )
        for n, (speaker, act, quote) in enumerate(said)
    )
    return Reading(
        report=report,
        extractor="hand/1",
        accounts=(account,),
        statements=statements,
        failures=tuple(failures),
    )


MINISTRY_TEXT = (
    "A bomb tore through the Saltgate market in Dulmeck on Tuesday, killing seven people, the "
    "interior ministry said. The ministry warned of more attacks before April."
)
HOSPITAL_TEXT = (
    "Twelve people died in the bombing of the market in Dulmeck on Tuesday, the hospital director "
    "said. The ministry denied that twelve had died."
)
HOSTILE_TEXT = (
    "At least 15 people died in Dulmeck on Tuesday, \x1b[2Jsaid \u202ea man in the bomb squad."
)


def _common(day: str = "Tuesday") -> list[Stated]:
    return [
        ("type", Code("bombing"), "bomb", None),
        ("date", DAY, day, None),
        ("place", TOWN, "Dulmeck", None),
    ]


@pytest.fixture
def market() -> list[tuple[Received, Reading]]:
    """Three voices on one incident, one of them in two outlets; a denial; hostile characters."""
    ministry = _received("ministry", "Halyard", 18, MINISTRY_TEXT)
    hospital = _received("hospital", "Halyard", 19, HOSPITAL_TEXT)
    copy = _received("copy", "Mercury", 20, HOSPITAL_TEXT)
    witness = _received("witness", "Sextant", 20, HOSTILE_TEXT)
    twelve = Count(12, 12, 12, "exact")
    hospital_says: list[Stated] = [
        *_common(),
        ("killed", twelve, "Twelve people died", "the hospital director"),
    ]
    denial: list[tuple[str, Act, str]] = [
        ("The hospital director", "assert", "Twelve people died"),
        ("The ministry", "deny", "twelve had died"),
    ]
    return [
        (
            ministry,
            _reading(
                ministry.report,
                [
                    *_common(),
                    ("killed", Count(7, 7, 7, "exact"), "seven people", "the interior ministry"),
                    ("perpetrator", Actor("Ilvane Ridge Front"), "ministry", None),
                    ("attribution", Attribution("accused", "the interior ministry"), "said", None),
                ],
                [("The ministry", "warn", "more attacks before April")],
            ),
        ),
        (hospital, _reading(hospital.report, hospital_says, denial)),
        (copy, _reading(copy.report, hospital_says, denial)),
        (
            witness,
            _reading(
                witness.report,
                [
                    *_common(),
                    ("killed", Count(15, 15, None, "at_least"), "At least 15 people", "a man"),
                ],
            ),
        ),
    ]


@pytest.fixture
def db(market: list[tuple[Received, Reading]], tmp_path: Path) -> str:
    """The address of a store that holds the market and one failure."""
    address = f"sqlite:///{tmp_path / 'market.db'}"
    with open_store(address) as store:
        for received, reading in market:
            store.add_received(received)
            store.add_reading(reading)
        store.add_failures([Failure("torn.pdf", "read", "is no PDF")])
    return address


@pytest.fixture
def ministry_reading(market: list[tuple[Received, Reading]]) -> Reading:
    return market[0][1]


@pytest.fixture
def hospital_reading(market: list[tuple[Received, Reading]]) -> Reading:
    return market[1][1]


@pytest.fixture
def in_terminal() -> Callable[[Sequence[str], Path], str]:
    """Run a program in a pseudo-terminal and return what it wrote there."""
    pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

    def run_it(command: Sequence[str], folder: Path) -> str:
        import subprocess

        mine, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(mine, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        process.wait(60)
        os.close(mine)
        return seen.decode()

    return run_it
