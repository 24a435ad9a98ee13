"""Names in texts: a key under which all ways of writing a name meet, and a matcher that finds them.

A text is read as words. Apostrophes and the signs for ayn and hamza vanish inside a word; hyphens,
quotation marks and white space part words; any other punctuation parts them for good, so that
"in the Islamic. State media" does not name the Islamic State. Offsets count code points of the
text as it was given, and ends are exclusive. Scripts that do not part words are not read.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)

APOSTROPHES = "'`´‘’‚‛′＇"
AYN_AND_HAMZA = "ʹʻʼʽʾʿˀˁˈꞌ"
TATWEEL = "ـ"
VARIANTS = {
    ord(variant): letter
    for letter, variants in (
        *(("ا", "ٱ"), ("ي", "ىیێې"), ("و", "ۆۇ"), ("ه", "ةەہۃھ"), ("ك", "ک"), ("", "ء")),
        *(("i", "ı"), ("l", "ł"), ("o", "ø"), ("d", "đ"), ("h", "ħ"), ("t", "ŧ")),
    )
    for variant in variants
}

# Before a sun letter the "l" of the article is spoken, and often written, as that letter.
SUN_LETTERS = ("r", "z", "s", "sh", "d", "dh", "t", "th", "n")
ARTICLES = {vowel + sun: sun for vowel in "ae" for sun in SUN_LETTERS}
ARTICLES |= {"ud": "d", "uz": "z", "al": "", "el": "", "ul": ""}
# Standing alone these are more often English words than the article.
ENGLISH_WORDS = frozenset({"an", "as", "at"})
ARABIC_ARTICLE = re.compile(r"^(?:ال)+(?=..)")

# "And" or "then", and "in", "like" or "to", are written onto an Arabic word, in this order;
# "to" swallows the alef of the article. The shortest prefix is the likeliest: وبغداد is Baghdad.
AND, IN, REST = r"[وف][\Wـ]*", r"(?:ل[\Wـ]*ل|[بكل])[\Wـ]*", r"(?=(?:\w\W*){3})"
ARABIC_PREFIXES = [re.compile(prefix + REST) for prefix in (AND, IN, AND + IN)]

ACRONYM_LETTERS = 5
SHORT_NAME_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Match(Generic[K]):
    """A name that stands in a text from `start` to before `end`, and how the list spells it."""

    start: int
    end: int
    key: K
    spelling: str


def fold(text: str) -> str:
    """Return the search key of a name: what is left when only its words count.

    Case, marks, Arabic vowel signs, variants of Arabic letters, the article in either script,
    apostrophes, hyphens, the dots of initials and the width of gaps make no difference. Folding a
    key gives the key again. It is empty only for a text without a letter or digit.
    """
    return " ".join(word.key for word in _words(text))


class Matcher(Generic[K]):
    """Finds all the given spellings in a text; build it once, use it on many texts.

    - Only whole words count, and of the names that begin at a word the longest wins.
    - A spelling in capitals whose words have at most five letters (IS, SAA, YPG/YPJ) is found in
      capitals alone, with or without dots (I.S.). To find "Isis" beside "ISIS", list both.
    - A single word of at most three letters (Hit), or one that lacks the article it is listed
      with (al-Tall), is not found where it begins with a small letter: "hit", "tall".
    - A possessive "'s" lies outside the match. So do the prefixes و ف ب ك ل of an Arabic word and
      the لل that joins "to" and "the"; a whole article before the name lies inside.
    - A spelling given for several keys yields one match for each of them at the same place. Where
      several spellings of one key fit, the match names the first of them.
    - A spelling without a letter or digit names nothing and is passed over.
    """

    def __init__(self, spellings: Iterable[tuple[str, K]]) -> None:
        self._root: _Node[K] = _Node({}, [])
        for spelling, key in spellings:
            self._add(spelling, key)

    def find(self, text: str) -> list[Match[K]]:
        """Return the names in the text from left to right; no two places overlap."""
        found: list[Match[K]] = []
        words = _words(text)
        at = 0
        while at < len(words):
            matches, length = self._longest_in_any_reading(text, words, at)
            found.extend(matches)
            at += length
        return found

    def _add(self, spelling: str, key: K) -> None:
        words = _words(spelling)
        if not words:
            return
        node = self._root
        for word in (words[0].unled(), *words[1:]):
            node = node.onward.setdefault(word.step, _Node({}, []))
        node.names.append(
            _Name(spelling, key, _is_acronym(words, spelling), _is_shy(words, spelling))
        )

    def _longest_in_any_reading(
        self, text: str, words: "list[_Word]", at: int
    ) -> tuple[list[Match[K]], int]:
        """Return the matches beginning with a word, and how many words they (or none) take up."""
        written = text[words[at].start : words[at].end]
        if words[at].key not in self._root.onward and written.isascii() and written.isalnum():
            return [], 1  # most words: no name begins so, no prefix or possessive to take off
        for first in _readings(words[at], text):
            matches, length = self._longest(text, words, at, first)
            if matches:
                return matches, length
        return [], 1

    def _longest(
        self, text: str, words: "list[_Word]", at: int, first: "_Word"
    ) -> tuple[list[Match[K]], int]:
        best: tuple[list[Match[K]], int] = ([], 1)
        node, word, length = self._root, first.unled(), 1
        while True:
            for ending in _endings(word, text):
                names = node.onward[ending.step].names if ending.step in node.onward else []
                if matches := _matches(names, text, first, ending.end):
                    best = (matches, length)
            if word.step not in node.onward or at + length == len(words):
                return best
            node, word, length = node.onward[word.step], words[at + length], length + 1


class _Name(NamedTuple, Generic[K]):
    spelling: str
    key: K
    acronym: bool
    shy: bool

    def fits(self, written: str, *, with_article: bool) -> bool:
        if self.acronym:
            return written.isupper()
        return not self.shy or with_article or not written[0].islower()


class _Node(NamedTuple, Generic[K]):
    """A place in the tree of spellings, one step a word."""

    onward: "dict[str, _Node[K]]"
    names: list[_Name[K]]


class _Word(NamedTuple):
    """A word of a text, its key, and the gap before it: "-", " " or, at punctuation, ",".

    `opening` is where the article begins that was taken off before it, else `start`.
    """

    start: int
    end: int
    key: str
    gap: str
    opening: int

    @property
    def step(self) -> str:
        return "," + self.key if self.gap == "," else self.key

    def unled(self) -> "_Word":
        return self._replace(gap=" ")


def _matches(names: list[_Name[K]], text: str, first: _Word, end: int) -> list[Match[K]]:
    written, with_article = text[first.start : end], first.opening < first.start
    fitting: dict[K, Match[K]] = {}
    for name in names:
        if name.key not in fitting and name.fits(written, with_article=with_article):
            fitting[name.key] = Match(first.opening, end, name.key, name.spelling)
    return list(fitting.values())


def _is_acronym(words: list[_Word], spelling: str) -> bool:
    return spelling.isupper() and all(len(word.key) <= ACRONYM_LETTERS for word in words)


def _is_shy(words: list[_Word], spelling: str) -> bool:
    """Tell whether in small letters the name would be taken for an ordinary word."""
    first = words[0]
    telling = len(first.key) > SHORT_NAME_LETTERS and first.opening == first.start
    return len(words) == 1 and not telling and not spelling[first.start].islower()


def _readings(word: _Word, text: str) -> Iterator[_Word]:
    """Yield the word, then what is left of it without an Arabic prefix."""
    yield word
    written = text[word.start : word.end]
    for prefix in ARABIC_PREFIXES:
        if found := prefix.match(written):
            start = word.start + found.end()
            key = _key(text[start : word.end])
            yield word._replace(start=start, opening=start, key=key)


def _endings(word: _Word, text: str) -> Iterator[_Word]:
    """Yield the word without a possessive "'s", if it has one, then the word."""
    written = text[word.start : word.end]
    if len(written) > 2 and written[-2] in APOSTROPHES + AYN_AND_HAMZA and written[-1] in "sS":
        yield word._replace(end=word.end - 2, key=_key(written[:-2]))
    yield word


class _Shapes(dict[int, str]):
    """Gives each character the letter of its part in words, and remembers it.

    w letter, d digit, m mark, s sign for ayn or hamza, ' vanishes inside a word, - and blank part
    words, full stop and comma (all other punctuation) part them for good.
    """

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


def _shape(character: str) -> str:
    category = unicodedata.category(character)
    if character in AYN_AND_HAMZA:
        return "s"
    if character in APOSTROPHES or character == "_" or category == "Cf":
        return "'"
    if character == TATWEEL or category[0] == "M":
        return "m"
    if character.isalnum():
        return "w" if character.isalpha() else "d"
    if category == "Pd":
        return "-"
    if character in '/"' or category in {"Pi", "Pf"} or character.isspace():
        return " "
    return "." if character == "." else ","


SHAPES = _Shapes()
INITIALS = r"w(?:\.w)+\.?(?![wdm])"
WORD = re.compile(rf"{INITIALS}|s?[wd](?:[s']*[wdm])*s?")


def _words(text: str) -> list[_Word]:
    """Return the words of a text; articles are no words of their own, but the last word is."""
    kept: list[_Word] = []
    for word in reversed(list(_written_words(text))):
        if kept and _is_article(word.key, kept[-1].key):
            kept[-1] = _with_article(kept[-1], word)
        else:
            kept.append(word)
    kept.reverse()
    return kept


def _written_words(text: str) -> Iterator[_Word]:
    shape = text.translate(SHAPES)
    before = 0
    for found in WORD.finditer(shape):
        start, end = found.span()
        gap = shape[before:start]
        gap = gap if gap == "-" else "," if "," in gap or "." in gap else " "
        yield _Word(start, end, _key(text[start:end]), gap, start)
        before = end


def _is_article(key: str, following: str) -> bool:
    return key in ARTICLES and following.startswith(ARTICLES[key])


def _with_article(word: _Word, article: _Word) -> _Word:
    has_one = word.opening < word.start
    alone = word.gap == "," or (word.gap == " " and article.key in ENGLISH_WORDS)
    opening = word.opening if has_one or alone else article.start
    gap = "," if "," in (word.gap, article.gap) else article.gap
    return word._replace(opening=opening, gap=gap)


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    """Fold one word; a lone hamza stays, so that no word has an empty key."""
    bare = _letters(_letters(word).casefold())
    return ARABIC_ARTICLE.sub("", bare.translate(VARIANTS)) or bare or word


def _letters(word: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", word)
        if character.isalnum() and character != TATWEEL and character not in AYN_AND_HAMZA
    )
