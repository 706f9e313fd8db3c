"""When, where and to whom a statement was made, from the words around its cue."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.records import Sentence, TimeMark, When

FORUM_HEADS = (
    r"statement|press conference|news conference|conference|briefing|speech|address|interview|"
    r"hearing|testimony|letter|report|video|audio recording|recorded message|message|post|tweet|"
    r"telegram|twitter|facebook|x|whatsapp|instagram|tiktok|youtube|television|tv|radio|phone|"
    r"telephone|email|e-mail|rally|summit|sermon|communiqu[eé]|bulletin|website|newsletter|op-ed|"
    r"editorial|court|parliament"
)
FORUM = re.compile(
    r"\b(?:in|at|during|on|via|through|by)\s+(?P<forum>(?:(?:a|an|the|his|her|its|their)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{FORUM_HEADS}))\b",
    re.IGNORECASE,
)
SPEAKING_TO = re.compile(
    r"\b(?:speaking|talking|testifying|addressing|briefing)\s+(?:(?:to|before|at|in)\s+)?"
    r"(?P<forum>(?:the\s+)?[^,.;“”\"]{2,80}?)(?=\s+(?:on|in|at|after|during|last|this|early|late|"
    r"about|by|from|following|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)\b"
    r"|[,.;“”\"])",
    re.IGNORECASE,
)
# An addressee of this kind is the place of the speech as well.
BODIES = re.compile(
    r"\b(?:council|committee|parliament|assembly|congress|senate|court|conference|commission|"
    r"tribunal|inquiry|summit|meeting|briefing|hearing|bundestag|knesset|duma|majlis|lawmakers)\b",
    re.IGNORECASE,
)
WIDEST = 1000  # code points of a clause that are searched for a forum


class Settings:
    """Looks up the occasion of the statements of one text."""

    def __init__(self, text: str, times: Sequence[TimeMark]) -> None:
        self._text = text
        self._times = sorted(times, key=lambda m: m.start)
        self._starts = [m.start for m in self._times]

    def date(self, sentence: Sentence, content: tuple[int, int]) -> When | None:
        """The resolved time that stands in the sentence but outside the reported words."""
        for mark in self._times[bisect_left(self._starts, sentence.start) :]:
            if mark.end > sentence.end:
                break
            outside = mark.end <= content[0] or mark.start >= content[1]
            if outside and mark.when is not None and mark.type in {"date", "time"}:
                return mark.when
        return None

    def forum(
        self, sentence: Sentence, content: tuple[int, int], addressee: str | None
    ) -> str | None:
        """ "the UN Security Council", "a news conference": from the clause outside the content."""
        before = self._text[max(sentence.start, content[0] - WIDEST) : content[0]]
        after = self._text[content[1] : min(sentence.end, content[1] + WIDEST)]
        for pattern in (SPEAKING_TO, FORUM):
            for words in (before, after):
                if found := pattern.search(words):
                    return " ".join(found["forum"].split())
        return addressee if addressee and BODIES.search(addressee) else None
