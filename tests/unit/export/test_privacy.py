"""No private person's name comes out of any format, wherever it stood; what is public stays."""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.invented import account, claim, exactly, on, received, statement, town
from tests.unit.export.frozen import Frozen

from reportedly.codebook.people import kind_of
from reportedly.errors import LeakedName, ProfileError
from reportedly.export import EXPORTERS, export
from reportedly.export.privacy import leaks
from reportedly.export.privacy.covered import covered
from reportedly.export.privacy.matching import MASK, Names, folded, words_of
from reportedly.export.privacy.persons import named, public_role
from reportedly.export.privacy.places import coarser
from reportedly.export.privacy.profile import Profile, profile
from reportedly.export.privacy.shared import Shared
from reportedly.export.privacy.words import words
from reportedly.records import (
    Actor,
    Attribution,
    Code,
    Decision,
    Dispute,
    Finding,
    Incident,
    Masked,
    Place,
    Reading,
    Speaker,
    Text,
    Value,
    cite,
)

PUBLIC, INTERNAL = profile(), profile("internal")
MINISTER = "Odile Marchetaine"
LISTS = ("bodies", "sites", "opening", "calendar", "particles", "public_roles", "honorifics")


class Told(Frozen):
    """One incident, told of in one report, with names where names can stand."""

    def __init__(self, name: str, where: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.where = where or {}

    def _in(self, field: str, usual: str) -> str:
        return self.where.get(field, usual)

    @cached_property
    def readings(self) -> Sequence[Reading]:
        said = self._in("text", f"{self.name} was killed by a bomb in Dulmeck on Tuesday")
        text = (
            f"{said}. The victim's brother, {self.name}, spoke to the Halyard. The interior "
            f"minister, {MINISTER}, said nothing of {self.name}, and {MINISTER} left."
        )
        source = received(
            self._in("file", "halyard-0319"),
            text,
            title=self._in("title", f"Bomb kills {self.name}"),
            publisher="Halyard",
            published=date(2031, 3, 19),
            url=self._in("url", "https://halyard.example/0319"),
        ).report
        spoken = statement(source, self._in("speaker", self.name), "accuse")
        minister = statement(source, MINISTER, id="statement-minister")
        spoken = replace(
            spoken,
            speaker=replace(spoken.speaker, role=self._in("role", "victim's brother")),
            forum=self._in("forum", "a funeral"),
            addressee=self._in("addressee", "reporters"),
            content=cite(source, 0, min(len(text), 200)),
        )
        minister = replace(minister, speaker=Speaker(name=MINISTER, role="interior minister"))
        values: Mapping[str, Value] = {
            "type": Code("bombing"),
            "date": on("2031-03-18"),
            "place": town("Dulmeck"),
            "killed": exactly(1),
            "target": Text(self._in("target", "a house")),
            "perpetrator": Actor(self._in("perpetrator", "gunmen"), kind=self.where.get("kind")),
            "attribution": Attribution("accused", self._in("accuser", self.name)),
        }
        claims = [
            claim(source, field, value, id=f"claim-{field}", voice=self._in("voice", self.name),
                  group=self._in("group", "one person"))
            for field, value in values.items()
        ]  # fmt: skip
        dispute = Dispute(
            id="dispute-1", left=spoken.id, right=minister.id, kind="proposition",
            issue=self._in("issue", "who did it"),
        )  # fmt: skip
        told = account(source, *claims, id="account-1")
        return [
            Reading(
                report=source, extractor="hand/1", accounts=(told,),
                statements=(spoken, minister), disputes=(dispute,),
            )
        ]  # fmt: skip

    def incidents(self) -> list[Incident]:
        (reading,) = self.readings
        findings = tuple(
            Finding(field=one.field, value=one.value, basis=(one.id,), against=(), rule="only",
                    because=self._in("because", "one voice says so"), group=None)
            for one in reading.accounts[0].claims
        )  # fmt: skip
        return [Incident(id="INC-1", accounts=("account-1",), findings=findings,
                         disputes=reading.disputes, voices=1)]  # fmt: skip

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        return [
            Decision(
                id="decision-1", action="accept", subject=("INC-1",), field="status",
                reviewer=self._in("reviewer", "Ana Tessel"), reason=self._in("reason", "agreed"),
                made_at=datetime(2031, 3, 20, tzinfo=UTC),
            )
        ]  # fmt: skip

    def decided(self) -> Sequence[Decision]:
        return [one for incident in self.incidents() for one in self.decisions(incident)]

    def namesake(self, incident: Incident) -> str:
        return "account-1"


def _texts(path: Path) -> Iterator[str]:
    """What a file holds, unpacked; not as the program itself does it."""
    data = path.read_bytes()
    if data[:4] == b"PAR1":
        from pyarrow import parquet

        yield str(parquet.read_table(path).to_pylist())
    elif is_zipfile(BytesIO(data)):
        with ZipFile(path) as packed:
            yield from (packed.read(name).decode() for name in packed.namelist())
    else:
        yield data.decode()


def _written(told: Told, folder: Path, recipient: Profile, formats: Sequence[str]) -> str:
    files = export(told, formats, folder, given=recipient)
    return "\n".join(text for path in files for text in _texts(path))


_LETTERS = string.ascii_lowercase + "àéøłşčñü"
_WORDS = st.builds(
    str.__add__, st.sampled_from(string.ascii_uppercase + "ÉØŁŞČ"),
    st.text(_LETTERS, min_size=3, max_size=8),
)  # fmt: skip
_PERSONS = st.lists(_WORDS, min_size=2, max_size=3).map(" ".join)
_FIELDS: Sequence[tuple[str, Any]] = (
    ("text", "Neighbours wept for {0} in Dulmeck on Tuesday"),
    ("file", "halyard-{slug}"),
    ("title", "{0} is dead"),
    ("url", "https://halyard.example/2031/{slug}.html"),
    ("speaker", "{0}"),
    ("role", "friend of {0}"),
    ("forum", "the funeral of {0}"),
    ("addressee", "{0}"),
    ("target", "the house of {0}"),
    ("perpetrator", "{0}"),
    ("accuser", "{0}"),
    ("voice", "{0}, who saw it"),
    ("group", "sons of {0}"),
    ("issue", "whether {0} is alive"),
    ("because", "{0} says so"),
    ("reason", "spoke to {0}"),
    ("reviewer", "{0}"),
)


def _may_be(name: str) -> bool:
    """False for what chance made a word of the language."""
    parts = words_of(name)
    listed = frozenset().union(*map(words, LISTS))
    return not listed.intersection(parts) and not any(kind_of(part) for part in parts)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(_PERSONS, st.lists(st.sampled_from(_FIELDS), unique=True, max_size=17))
def test_no_name_comes_out_wherever_it_stood(
    tmp_path: Path, name: str, placed: list[tuple[str, str]]
) -> None:
    assume(_may_be(name))
    slug = "-".join(words_of(name))
    where = {field: form.format(name, slug=slug) for field, form in placed}
    out = folded(_written(Told(name, where), tmp_path, PUBLIC, list(EXPORTERS)))
    for form in (folded(name), slug, percent(name.casefold())):
        assert form not in out
    for word in words_of(name):
        assert not [found for found in words_of(out) if found == word]
    assert folded(MINISTER) in out


def test_internal_gives_all_of_it(tmp_path: Path) -> None:
    told = Told("Ysmay Corriander")
    out = _written(told, tmp_path, INTERNAL, ["csv", "jsonl"])
    assert "Ysmay Corriander" in out
    assert "Ana Tessel" in out
    assert MASK * 2 not in out
    assert "- Nothing." in (tmp_path / "LOST.md").read_text("utf-8")


def test_roles_stand_for_names_and_offsets_hold(tmp_path: Path) -> None:
    told = Told("Ysmay Corriander")
    shared = Shared(told, covered(told, PUBLIC))
    (reading,) = shared.told(next(shared.incidents()))
    spoken, minister = reading.statements
    assert (spoken.speaker.name, minister.speaker.name) == ("the victim's brother", MINISTER)
    (raw,) = told.readings
    assert [isinstance(one, Masked) for one in reading.evidence()] == [
        "Corriander" in one.quote for one in raw.evidence()
    ]
    for given_, whole in zip(reading.evidence(), raw.evidence(), strict=True):
        assert (given_.start, given_.end) == (whole.start, whole.end)
        assert len(given_.quote) == len(whole.quote)
    assert reading.report.title == f"Bomb kills {MASK * 16}"
    assert set(reading.report.text) == {MASK}
    assert "Names of private persons" in " ".join(shared.withheld)


def test_quotations_are_cut_where_texts_may_not_be_republished() -> None:
    told = Told("Ysmay Corriander")
    short = replace(PUBLIC, quote_characters=20)
    (reading,) = Shared(told, covered(told, short)).others(())
    quoted = list(reading.evidence())
    assert quoted
    assert all(one.end - one.start == len(one.quote) <= 20 for one in quoted)
    free = replace(short, quote_freely=("Halyard",))
    (reading,) = Shared(told, covered(told, free)).others(())
    assert max(len(one.quote) for one in reading.evidence()) > 100
    assert "The victim's brother" in reading.report.text
    assert "Corriander" not in reading.report.text


SITE = Place("Saltgate market", "site", "Ilvane", "Quessara", "XA", -30.7, -20.4)


@pytest.mark.parametrize(
    ("finest", "name", "precision", "drawn"),
    [
        ("site", "Saltgate market", "site", True),
        ("city", "(place withheld)", "city", True),
        ("admin1", "Ilvane", "admin1", False),
        ("country", "Quessara", "country", False),
    ],
)
def test_places_are_made_coarser_by_rule(
    finest: Any, name: str, precision: str, drawn: bool
) -> None:
    found = coarser(SITE, finest)
    assert (found.name, found.precision, found.lat is not None) == (name, precision, drawn)


def test_a_place_that_is_too_fine_stands_nowhere(tmp_path: Path) -> None:
    out = _written(Told("Ysmay Corriander"), tmp_path, replace(PUBLIC, finest_place="country"),
                   list(EXPORTERS))  # fmt: skip
    assert "Dulmeck" not in out
    assert "(place withheld)" in out


def test_an_embargo_sets_the_time_that_is_asked_about() -> None:
    held = replace(PUBLIC, embargo_days=14)
    today = date(2031, 3, 31)
    assert held.until(None, today) == date(2031, 3, 17)
    assert held.until(date(2031, 3, 20), today) == date(2031, 3, 17)
    assert held.until(date(2031, 3, 1), today) == date(2031, 3, 1)
    assert PUBLIC.until(None, today) is None
    early = datetime(2031, 3, 1, tzinfo=UTC)
    assert held.until(early, today) == early
    with pytest.raises(ProfileError, match="--as-of 2031-03-17"):
        held.until(datetime(2031, 3, 30, tzinfo=UTC), today)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("colour = 1", "colour, which no profile has"),
        ('names = "some"', "one of withhold, keep"),
        ("embargo_days = true", "is a number"),
        ("embargo_days = -2", "is a number"),
        ('known = "Halyard"', "is a list of words"),
        ("names = ", "is no TOML"),
    ],
)
def test_a_profile_that_says_what_none_can(line: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "partner.toml"
    file.write_text(line, "utf-8")
    with pytest.raises(ProfileError, match=says):
        profile(str(file))


def test_a_profile_of_ones_own_is_public_but_for_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "partner.toml"
    file.write_text('known = ["Ysmay Corriander"]\npublic_roles = ["miller"]\n', "utf-8")
    found = profile(str(file))
    assert found == replace(
        PUBLIC, name="partner", known=("Ysmay Corriander",), public_roles=("miller",)
    )
    told = Told("Ysmay Corriander")
    (reading,) = Shared(told, covered(told, found)).others(())
    assert reading.statements[0].speaker.name == "Ysmay Corriander"
    with pytest.raises(ProfileError, match="public and internal"):
        profile("everything")


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("His brother, Ysmay Corriander, was there.", "private"),
        ("A man named Corriander was there.", "private"),
        ("They found Corriander, 34, under a wall.", "private"),
        ("Mr Corriander was there.", "private"),
        ("Ysmay Corriander was there.", "unknown"),
        ("Mayor Ysmay Corriander was there.", "public"),
        ("Police commissioner Ysmay Corriander was there.", "public"),
        ("Ysmay Corriander, the deputy governor of Ilvane, was there.", "public"),
        ("A spokesman for the ministry, Ysmay Corriander, was there.", "public"),
        ("Ysmay Corriander, the minister's driver, was there.", "unknown"),
        ("The minister's brother, Ysmay Corriander, was there.", "private"),
        ("Ysmay Corriander, brother of the minister, was there.", "unknown"),
        ("It was at Ysmay Hill.", None),
        ("The Ysmay Memorial Hospital was there.", None),
        ("On Tuesday the UN Ysmay Group was there.", None),
        ("Corriander was there.", None),
        ("Julie A. Corriander was there.", "unknown"),
        ("Sen. Ysmay Corriander was there.", "public"),
        ("Ilvane and R-Ysmay were there.", None),
        ("Ysmay Corriander Is Not There", None),
        ("It was the third Bastille Day there.", None),
        ("They are Sri Lankan and South Sudanese.", None),
        ("Ysmay Day was there.", "unknown"),
        ("His sister, April Day, was there.", "private"),
        ("Lucian Corriander was there.", "unknown"),
        ("Anna Asp and Corriander Sho were there.", "unknown unknown"),
        ("Gunmen took DSP Ysmay Corriander.", "private"),
    ],
)
def test_who_is_told_of(text: str, standing: str | None) -> None:
    found = list(named(text, lambda word: False))
    assert [one.standing for one in found] == (standing or "").split()
    assert all(words_of(text[one.start : one.end]) == one.words for one in found)


@pytest.mark.parametrize("text", ["d0c", "4d-c1", "claim 7d0c2"])
def test_initials_are_not_found_in_ids(text: str) -> None:
    names = Names()
    names.add(("d", "c"), "(name withheld)")
    assert not list(names.found(text))
    for written in ("D.C.", "d. c.", "D C", "Dulmeck, D.C., 2031"):
        assert list(names.found(written))


def test_of_names_that_begin_alike_the_longest_that_stands_there() -> None:
    names = Names()
    for name in ("Orla Venn", "Orla Venn Tass", "Orla Dray Tass Bell"):
        names.add(words_of(name), name.upper())
    assert names.worded("Orla Venn Tass met ORLA-VENN.") == "ORLA VENN TASS met ORLA VENN."
    assert names.worded("They saw Orla. Dray left with Orla Venn") == (
        "They saw Orla. Dray left with ORLA VENN"
    )
    assert names.worded("Orla    Venn") == "Orla    Venn"


@pytest.mark.parametrize(
    ("role", "public"),
    [
        ("spokesman for the ministry", True),
        ("City police commissioner", True),
        ("head of the National Security Council", True),
        ("victim's brother", False),
        ("driver of the minister", False),
        ("resident", False),
    ],
)
def test_which_roles_are_public(role: str, public: bool) -> None:
    assert public_role(role) is public


@pytest.mark.parametrize("suffix", [".csv", ".json", ".zip", ".xml"])
def test_a_name_that_came_through_is_found(suffix: str, tmp_path: Path) -> None:
    names = Names()
    names.add(words_of("Ysmaé Corriander"), "(name withheld)")
    path = tmp_path / f"out{suffix}"
    text = {
        ".csv": "id,x\n1,by YSMAÉ\nCorriander",
        ".json": '{"x": "Ysma\\u00e9 Corriander"}',
        ".xml": "<t>Ysma&eacute; Corriander</t>",
        ".zip": "seen at ysmae-corriander",
    }[suffix]
    if suffix == ".zip":
        with ZipFile(path, "w") as packed:
            packed.writestr("inner.txt", text)
    else:
        path.write_text(text, "utf-8")
    with pytest.raises(LeakedName, match=f"stands in out{suffix}"):
        leaks.check([path], names)
    path.write_text("nobody", "utf-8")
    leaks.check([path], names)


def test_nothing_is_written_where_a_name_came_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Shared, "_quoted", lambda self, one: one)
    with pytest.raises(LeakedName, match=r"line \d+: nothing was written"):
        export(Told("Ysmay Corriander"), ["csv"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_word_of_the_codebook_is_no_name(tmp_path: Path) -> None:
    """It stands in titles that the program makes itself."""

    class Struck(Frozen):
        @cached_property
        def readings(self) -> Sequence[Reading]:
            first, *others = super().readings
            said = f"{first.report.text} His brother Hijacking, 31, and his son Orrin, 9, fled."
            return [replace(first, report=replace(first.report, text=said)), *others]

    hidden = covered(Struck(), PUBLIC).names
    assert not list(hidden.found("Hijacking"))
    assert list(hidden.found("Orrin"))
    assert export(Struck(), ["jsonld"], tmp_path)


def test_a_country_is_nobody() -> None:
    """Even where words around it seem to say that it is."""

    class Crossed(Frozen):
        @cached_property
        def readings(self) -> Sequence[Reading]:
            first, *others = super().readings
            accounts = tuple(
                replace(
                    told,
                    claims=tuple(
                        replace(c, value=replace(c.value, country="Upper Vane"))
                        if isinstance(c.value, Place)
                        else c
                        for c in told.claims
                    ),
                )
                for told in first.accounts
            )
            said = f"{first.report.text} His brother, Upper Vane, and his son, Upper Orrin, fled."
            report = replace(first.report, text=said)
            return [replace(first, report=report, accounts=accounts), *others]

    hidden = covered(Crossed(), PUBLIC).names
    assert list(hidden.found("Upper Orrin"))
    assert not list(hidden.found("Upper Vane", parts=False))
