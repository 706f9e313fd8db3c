"""What each voice says of one field, and the sentence around what it says. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reportedly import wording
from reportedly.annotate.sentences import sentences
from reportedly.pipeline import Explanation, Told
from reportedly.records import Account, Claim, Count, Evidence, Report
from reportedly.records.totals import live, totals


@dataclass(frozen=True, slots=True)
class Said:
    """One voice's latest value, how many outlets print it, and what it said before."""

    voice: str
    words: str
    outlets: int
    earlier: tuple[str, ...] = ()

    def __str__(self) -> str:
        copies = f" ({self.outlets} outlets, one voice)" if self.outlets > 1 else ""
        before = f", earlier {', '.join(self.earlier)}" if self.earlier else ""
        return f"{self.voice} {self.words}{copies}{before}"


def voice(told: Told) -> str:
    """Who speaks; an outlet that names no source speaks for itself."""
    return f"{told.voice} itself" if told.own else told.voice


def by_voice(explanation: Explanation, accounts: Sequence[Account]) -> list[Said]:
    """What each voice says, in order of first mention; the parts of a count are added up.

    Of a voice that gave several values, the one last published counts.
    """
    told = {t.claim.id: t for t in (*explanation.basis, *explanation.against, *explanation.rest)}
    outlets: dict[str, dict[str, set[str]]] = {}
    last: dict[str, tuple[date, str]] = {}
    for account in accounts:
        for claims, words in _values(account, explanation.field, told):
            one = told[claims[0].id]
            outlet = one.report.publisher or one.report.name
            outlets.setdefault(voice(one), {}).setdefault(words, set()).add(outlet)
            day = one.report.published or date.min
            if voice(one) not in last or day >= last[voice(one)][0]:
                last[voice(one)] = day, words
    return [
        Said(
            who, last[who][1], len(said[last[who][1]]), tuple(w for w in said if w != last[who][1])
        )
        for who, said in outlets.items()
    ]


def _values(
    account: Account, field: str, told: dict[str, Told]
) -> Iterator[tuple[Sequence[Claim], str]]:
    claims = [claim for claim in live(account.of(field)) if claim.id in told]
    if any(isinstance(claim.value, Count) for claim in claims):
        for count, parts in totals(claims, lambda claim: voice(told[claim.id])).values():
            yield parts, wording.count(count)
    else:
        for claim in claims:
            yield [claim], wording.say(claim.value)


def in_sentence(report: Report, evidence: Evidence) -> tuple[str, str, str]:
    """The sentence around a quotation: the words before it, the quotation, the words after it."""
    if evidence.part == "title":
        title = report.title or ""
        return title[: evidence.start], evidence.quote, title[evidence.end :]
    first = _stretch(report.text, evidence.start)[0]
    last = _stretch(report.text, evidence.end - 1)[1]
    return report.text[first : evidence.start], evidence.quote, report.text[evidence.end : last]


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((sentence.start, sentence.end) for sentence in sentences(text))


def _stretch(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence at an offset; between sentences, that character alone."""
    spans = _sentences(text)
    at = bisect_right(spans, (offset, len(text))) - 1
    if at >= 0 and spans[at][0] <= offset < spans[at][1]:
        return spans[at]
    return offset, offset + 1
