"""One text that became another, told word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORD = re.compile(r"\S+\s*|\s+")
ALIKE = 0.4  # of two texts that share less, the whole is told
MOST_WORDS = 1_000  # a comparison takes the square of it


@dataclass(frozen=True, slots=True)
class Piece:
    words: str
    state: Literal["kept", "gone", "new"]


def pieces(before: str, after: str) -> list[Piece]:
    """Both texts in one, in reading order: without the new it is `before`, without the gone
    `after`, but for white space at a seam. Texts with little in common are not mixed.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return whole(before, after)
    matcher = SequenceMatcher(a=bare(old), b=bare(new), autojunk=False)
    if matcher.ratio() < ALIKE:
        return whole(before, after)
    told = []
    for change, i, j, k, m in matcher.get_opcodes():
        if change == "equal":
            # The last word of a text has no space after it that one in its middle has.
            told.append(
                Piece("".join([*new[k : m - 1], max(old[j - 1], new[m - 1], key=len)]), "kept")
            )
        else:
            told += whole("".join(old[i:j]), "".join(new[k:m]))
    return told


def whole(before: str, after: str) -> list[Piece]:
    both = (Piece(before, "gone"), Piece(after, "new"))
    return [piece for piece in both if piece.words]


def bare(words: list[str]) -> list[str]:
    """Words without the space that follows them, by which the last of a text would differ."""
    return [word.rstrip() for word in words]
