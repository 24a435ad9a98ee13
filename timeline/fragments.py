"""Links that land on the very words of a page: text directives.

After “URL Fragment Text Directives” (WICG): `#:~:text=prefix-,start,end,-suffix`. A browser looks
for the first place where whole words match, without regard to case, and marks them. One term
stays within a paragraph; from `start` to `end` may go over several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

LONGEST_WHOLE = 300  # characters; of longer quotations only both ends are named
FEWEST_AT_ENDS, MOST_AT_ENDS = 4, 12  # words
MOST_AROUND = 8  # words of context that tell two places apart
DELIMITER = ":~:"

_BLANKS = re.compile(r"\s+")


def link(url: str, body: str, start: int, end: int) -> str:
    """The address that lands on the words from `start` to before `end` of a page with this text.

    `body` is the stored text of the page, offsets count its code points. A fragment that the
    address has already stays.
    """
    if not url or not body[start:end].strip():
        return url
    page, _hash, fragment = url.partition("#")
    return f"{page}#{fragment.partition(DELIMITER)[0]}{DELIMITER}{directive(body, start, end)}"


def directive(body: str, start: int, end: int) -> str:
    """`text=…` for the words from `start` to before `end`, which are not all blanks.

    What is named is no longer than is needed to land there: words around them are added only where
    the same words stand elsewhere in the text, too.
    """
    passage = _passage(body, start, end)
    if len(passage.words) <= LONGEST_WHOLE and not passage.has_breaks:
        return _whole(passage)
    return _from_to(passage)


@dataclass(frozen=True, slots=True)
class _Passage:
    """Whole words, and what stands before and behind them, all with single blanks.

    `first` and `last` are the beginning and the end of the words within one paragraph each.
    """

    before: str
    words: str
    after: str
    first: str
    last: str

    @property
    def has_breaks(self) -> bool:
        return self.first != self.words

    @property
    def text(self) -> str:
        return _joined(self.before, self.words, self.after)

    @property
    def at(self) -> int:
        return len(self.before) + bool(self.before)


def _passage(body: str, start: int, end: int) -> _Passage:
    while start > 0 and body[start - 1].isalnum() and body[start].isalnum():
        start -= 1
    while end < len(body) and body[end - 1].isalnum() and body[end].isalnum():
        end += 1
    lines = body[start:end].strip().splitlines()
    before, words, after = (
        _BLANKS.sub(" ", part).strip() for part in (body[:start], body[start:end], body[end:])
    )
    first, last = (_BLANKS.sub(" ", line).strip() for line in (lines[0], lines[-1]))
    return _Passage(before, words, after, first, last)


def _whole(passage: _Passage) -> str:
    prefix, suffix = _around(passage, passage.words, passage.at)
    return _written(passage.words, prefix=prefix, suffix=suffix)


def _from_to(passage: _Passage) -> str:
    """Both ends, longer where the same words stand elsewhere before what is meant."""
    text, at = passage.text, passage.at
    stop = at + len(passage.words)
    for head, tail in _ends(passage):
        begins = next(_places(head, text), at) == at
        closes = next(_places(tail, text, at + len(head)), stop) + len(tail) == stop
        if begins and closes:
            return _written(head, tail)
    prefix, _suffix = _around(passage, head, at)
    _prefix, suffix = _around(passage, tail, stop - len(tail))
    return _written(head, tail, prefix=prefix, suffix=suffix)


def _ends(passage: _Passage) -> Iterator[tuple[str, str]]:
    """The first and the last words, more and more of them; they never meet."""
    first, last = passage.first.split(), passage.last.split()
    most = MOST_AT_ENDS if passage.has_breaks else min(MOST_AT_ENDS, len(first) // 2)
    for number in range(min(FEWEST_AT_ENDS, most) or 1, max(most, 1) + 1):
        yield " ".join(first[:number]), " ".join(last[-number:])


def _around(passage: _Passage, words: str, at: int) -> tuple[str, str]:
    """Words before or behind, or both, that stand around this place only; "" where none need be."""
    text = passage.text
    plain = _folded(text)
    places = list(_places(words, text))
    if len(places) < 2:
        return "", ""
    before, after = text[:at].split(), text[at + len(words) :].split()
    prefix = suffix = ""
    for number in range(1, MOST_AROUND + 1):
        prefix, suffix = " ".join(before[-number:]), " ".join(after[:number])
        for ahead, behind in ((prefix, ""), ("", suffix), (prefix, suffix)):
            left = [place for place in places if _stands(ahead, words, behind, plain, place)]
            if len(left) == 1 and _has_words(ahead, behind):
                return ahead, behind
    return prefix, suffix


def _has_words(*around: str) -> bool:
    """Browsers compare words: a full stop alone tells nothing apart."""
    return all(any(sign.isalnum() for sign in each) for each in around if each)


def _stands(prefix: str, words: str, suffix: str, plain: str, place: int) -> bool:
    end = place + len(words)  # one blank may stand between
    ahead = plain[max(0, place - len(prefix) - 1) : place].rstrip()
    behind = plain[end : end + len(suffix) + 1].lstrip()
    return ahead.endswith(_folded(prefix)) and behind.startswith(_folded(suffix))


def _places(words: str, text: str, start: int = 0) -> Iterator[int]:
    """Where the words stand as whole words, in any case."""
    wanted, plain = _folded(words), _folded(text)
    at = plain.find(wanted, start)
    while at >= 0:
        if not _inside_word(plain, at) and not _inside_word(plain, at + len(wanted)):
            yield at
        at = plain.find(wanted, at + 1)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _folded(text: str) -> str:
    """Without regard to case, each character still in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _written(start: str, end: str = "", *, prefix: str = "", suffix: str = "") -> str:
    terms = [_encoded(start)]
    if prefix:
        terms.insert(0, f"{_encoded(prefix)}-")
    if end:
        terms.append(_encoded(end))
    if suffix:
        terms.append(f"-{_encoded(suffix)}")
    return "text=" + ",".join(terms)


def _encoded(words: str) -> str:
    """Hyphen, comma and ampersand separate the terms, so that they are written as %2D, %2C, %26."""
    return quote(words, safe="").replace("-", "%2D")
