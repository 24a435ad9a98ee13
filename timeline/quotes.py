"""Quotations in stored texts: finding them to the letter, nearly, and again in a changed text.

Places count code points of the stored text, as `normalise` leaves it; ends are exclusive.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

CONTEXT = 32  # characters kept on either side of an anchored quotation

ALIKE = 0.5
LONGEST_COMPARED = 5_000
WINDOWS_COMPARED = 3
LONGEST_WORD = 60  # beyond that it is not language, and takes long to compare
WORD = re.compile(r"\w+")
FULL_VOTE = 1_000_000
SAME_MARKS = {ord(mark): '"' for mark in "'`´‘’‚‛“”„‟«»‹›′″＂＇"}
SAME_MARKS |= {ord("…"): "..."} | {ord(unseen): "" for unseen in "\u00ad\u200b\u200e\u200f\ufeff"}
TYPED = re.compile(r"(?P<dash>\s*[-‐-―−][-‐-―−\s]*)|(?P<blank>\s+)|(?P<other>.)", re.DOTALL)

# A full stop after these never ends a sentence.
TITLE = re.compile(
    r"Gen|Lt|Col|Maj|Sgt|Capt|Cpt|Cmdr|Adm|Brig|Cpl|Pvt|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Rev|"
    r"Hon|Pres|Amb|St|Mt|Ft|Fig|vs|approx|cf|viz|vol|pp|e\.g|i\.e"
)
# A full stop after these, or after initials, ends one only before a word that begins sentences.
SHORTENED = re.compile(
    r"Inc|Ltd|Co|Corp|Bros|Jr|Sr|Dept|etc|Ph\.D|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|"
    r"Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun"
)
FIRST_WORD = re.compile(
    r"a|an|the|this|that|these|those|it|its|he|his|she|her|they|their|we|our|i|you|there|in|"
    r"on|at|by|for|from|with|of|to|as|after|before|since|until|during|when|while|where|if|"
    r"although|though|because|but|and|or|so|yet|however|meanwhile|also|then|now|not|some|"
    r"many|most|both|several|all|one|two|three|what|who|why|how",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
LAST_WORD = re.compile(r"[\w.]+$")
NEXT_WORD = re.compile(r"\W{0,8}(\w+\.?)")
STOP = re.compile(r"(?<![.!?…؟۔。])(?P<mark>[.!?…؟۔。]++)(?P<closing>[\"'”’»)\]]*+)\s++")
NUMBERING = re.compile(r"[\W\d]{1,6}")
LINE = re.compile(r"\S(?:.*\S)?")
WIDEST_WRAPPED = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text and how like a quotation it is, from 0 to 1.

    1 means that nothing differs but quotation marks, dashes, white space and case.
    """

    start: int
    end: int
    text: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quotation stood: a TextQuoteSelector and the start of a TextPositionSelector.

    After the W3C Web Annotation Data Model; prefix and suffix are up to 32 characters long.
    """

    prefix: str
    exact: str
    suffix: str
    start: int


def normalise(text: str) -> str:
    """Return the text as it is stored: composed (NFC), lines ended by a line feed, else as is."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def locate(quotation: str, text: str) -> list[Place]:
    """Return all places, overlapping ones too, where the quotation stands to the letter.

    White space around the quotation does not count; an empty quotation stands nowhere.
    """
    return _places(normalise(quotation).strip(), text)


def _places(exact: str, text: str) -> list[Place]:
    places = []
    start = text.find(exact) if exact else -1
    while start >= 0:
        places.append(Place(start, start + len(exact)))
        start = text.find(exact, start + 1)
    return places


def anchor(place: Place, text: str) -> Anchor:
    """Return what is needed to find the words at this place again when the text has changed."""
    return Anchor(
        prefix=text[max(0, place.start - CONTEXT) : place.start],
        exact=text[place.start : place.end],
        suffix=text[place.end : place.end + CONTEXT],
        start=place.start,
    )


def reanchor(a: Anchor, text: str, *, taken: Collection[int] = ()) -> Place | None:
    """Return where the anchored words stand now, None if they are gone.

    Of several places the one whose surroundings differ least from those remembered is taken, then
    the one nearest to the old position. Places that begin where others are `taken` do not count.
    """
    free = [place for place in _places(a.exact, text) if place.start not in taken]
    return min(free, key=lambda place: _estrangement(a, place, text), default=None)


def _estrangement(a: Anchor, place: Place, text: str) -> tuple[int, int]:
    now = anchor(place, text)
    changes = _changes(a.prefix, now.prefix) + _changes(a.suffix, now.suffix)
    return changes, abs(place.start - a.start)


def nearest(quotation: str, text: str) -> Passage | None:
    """Return the passage of the text most like the quotation, None if none is half like it.

    Quotation marks, dashes, white space and case do not count, other differences count by the
    letter. The passage begins and ends at edges of words. Of a quotation longer than 5,000
    characters only the beginning is looked for.
    """
    wanted = _Plain.of(normalise(quotation).strip()[:LONGEST_COMPARED]).text
    passages = (_best_in(window, wanted, text) for window in _windows(wanted, text))
    best = max(passages, key=lambda passage: passage.likeness, default=None)
    return best if best and best.likeness >= ALIKE else None


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without differences of typing, and where each of its characters, and its end, was."""

    text: str
    origins: list[int]

    @classmethod
    def of(cls, text: str, offset: int = 0) -> "_Plain":
        characters: list[str] = []
        origins: list[int] = []
        for typed in TYPED.finditer(text):
            plain = "-" if typed["dash"] else " " if typed["blank"] else typed["other"].casefold()
            plain = plain.translate(SAME_MARKS)
            characters.append(plain)
            origins.extend([offset + typed.start()] * len(plain))
        return cls("".join(characters), [*origins, offset + len(text)])


def _windows(wanted: str, text: str) -> list[Place]:
    """Return the stretches of the text that share most words with the quotation, best first."""
    width = max(CONTEXT, len(wanted) // 4)
    votes = _votes(wanted, text, width) or _votes(wanted, text, width, letters=3)
    best: list[int] = []
    for window in sorted(votes, key=lambda window: -votes[window]):
        if all(abs(window - other) > 1 for other in best):
            best.append(window)
        if len(best) == WINDOWS_COMPARED:
            break
    reach = len(wanted) + len(wanted) // 4 + 3 * width
    return [Place(max(0, (n - 1) * width), n * width + reach) for n in best]


def _votes(wanted: str, text: str, width: int, letters: int | None = None) -> Counter[int]:
    """Let words and pairs of words both have say near which `n * width` the passage may begin.

    Each has one vote for a place, which weighs more the rarer it is in the text. With `letters`,
    words are taken for the same if they begin with the same letters.
    """
    sought: dict[str, int] = {}
    for words, start in _words_and_pairs(wanted, letters):
        sought.setdefault(words, start)
    found: dict[str, list[int]] = {}
    for words, start in _words_and_pairs(text, letters):
        if words in sought:
            found.setdefault(words, []).append((start - sought[words]) // width)
    votes: Counter[int] = Counter()
    for places in found.values():
        for window in {*places, *(place - 1 for place in places)}:
            votes[window] += FULL_VOTE // len(places)
    return votes


def _words_and_pairs(text: str, letters: int | None) -> Iterator[tuple[str, int]]:
    before, before_start = "", 0
    for found in WORD.finditer(text):
        word, start = found[0].casefold()[:letters], found.start()
        yield word, start
        yield f"{before} {word}", before_start
        before, before_start = word, start


def _best_in(window: Place, wanted: str, text: str) -> Passage:
    plain = _Plain.of(text[window.start : window.end], window.start)
    forwards = list(_changes_up_to(wanted, plain.text, anywhere=True))
    end = forwards.index(min(forwards))
    backwards = list(_changes_up_to(wanted[::-1], plain.text[:end][::-1], anywhere=False))
    start = end - backwards.index(min(backwards))
    place = _at_word_edges(Place(plain.origins[start], plain.origins[end]), text)
    words = text[place.start : place.end]
    return Passage(place.start, place.end, words, _likeness(wanted, _Plain.of(words).text))


def _likeness(one: str, other: str) -> float:
    return 1 - _changes(one, other) / max(len(one), len(other))


def _at_word_edges(place: Place, text: str) -> Place:
    """Widen a place to whole words, and take white space off its ends."""
    start, end = place.start, place.end
    while _inside_word(text, start) and place.start - start < LONGEST_WORD:
        start -= 1
    while _inside_word(text, end) and end - place.end < LONGEST_WORD:
        end += 1
    words = text[start:end]
    return Place(end - len(words.lstrip()), start + len(words.rstrip()))


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(
        character.isalnum() or unicodedata.combining(character)
        for character in text[at - 1 : at + 1]
    )


def _changes(one: str, other: str) -> int:
    """Return the edit distance: how many letters were put in, left out or mistaken."""
    if not one:
        return len(other)
    *_, changes = _changes_up_to(one, other, anywhere=False)
    return changes


def _changes_up_to(pattern: str, text: str, *, anywhere: bool) -> Iterator[int]:
    """Yield the edit distance of a pattern of some length to `text[:0]`, `text[:1]` and so on.

    With `anywhere`, to the best ending of each. One column of the table of distances is kept as
    bits of two integers, those a step up and those a step down: G. Myers, "A fast bit-vector
    algorithm for approximate string matching", 1999, as simplified by H. Hyyrö, 2001.
    """
    at: dict[str, int] = {}
    for bit, character in enumerate(pattern):
        at[character] = at.get(character, 0) | 1 << bit
    every, last = (1 << len(pattern)) - 1, 1 << len(pattern) - 1
    up, down, changes = every, 0, len(pattern)
    yield changes
    for character in text:
        same = at.get(character, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        right_up, right_down = down | (every & ~(diagonal | up)), up & diagonal
        changes += bool(right_up & last) - bool(right_down & last)
        right_up, right_down = right_up << 1 | (not anywhere), right_down << 1
        up = (right_down | ~(diagonal | right_up)) & every
        down = right_up & diagonal & every
        yield changes


def sentences(text: str) -> list[Place]:
    """Return the places of the sentences, in order; together they hold all but white space.

    A headline or another line of its own is a sentence too. Where it cannot be told whether a full
    stop ends a sentence ("in the U.S. Army commanders said"), it does not.
    """
    return [place for paragraph in _paragraphs(text) for place in _sentences_in(paragraph, text)]


def _sentences_in(paragraph: Place, text: str) -> Iterator[Place]:
    start = paragraph.start
    for stop in STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(stop, start):
            yield Place(start, stop.end("closing"))
            start = stop.end()
    yield Place(start, paragraph.end)


def _ends_sentence(stop: re.Match[str], start: int) -> bool:
    text = stop.string
    following = NEXT_WORD.match(text, stop.end())
    next_word = following[1] if following else ""
    if next_word[:1].islower() or NUMBERING.fullmatch(text, start, stop.start()):
        return False
    if stop["mark"] != ".":
        return True
    last_word = LAST_WORD.search(text, max(start, stop.start() - 16), stop.start())
    return not last_word or _ends_after(last_word[0], next_word)


def _ends_after(word: str, next_word: str) -> bool:
    """Tell whether a full stop between two words ends a sentence."""
    if word in {"No", "Nos"}:
        return not next_word[:1].isdigit()
    if SHORTENED.fullmatch(word) or INITIALS.fullmatch(word):
        return bool(FIRST_WORD.fullmatch(next_word))
    return not TITLE.fullmatch(word)


def _paragraphs(text: str) -> Iterator[Place]:
    """Yield the stretches between the line breaks that were made on purpose."""
    lines = [Place(*line.span()) for line in LINE.finditer(text)]
    width = max((line.end - line.start for line in lines), default=0)
    for at, line in enumerate(lines):
        if at == 0 or not _is_wrapped(lines[at - 1], line, text, width):
            start = line.start
        if at + 1 == len(lines) or not _is_wrapped(line, lines[at + 1], text, width):
            yield Place(start, line.end)


def _is_wrapped(line: Place, following: Place, text: str, width: int) -> bool:
    """Tell whether a sentence goes on in the next line: its first word had no room in this one."""
    if width > WIDEST_WRAPPED or text.count("\n", line.end, following.start) > 1:
        return False
    next_word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(next_word) > width
