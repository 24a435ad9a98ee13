"""How long it takes to propose the events of a text of 1,000 words, beside 3,000 spellings."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path
from statistics import median

from timeline.names import Matcher
from timeline.suggestions import propose

WORDS = 1_000
SPELLINGS = 3_000
RUNS = 25
PUBLISHED = date(2025, 1, 28)


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds of the processor: the first time in a process, then the median of more runs.

    The first time compiles the patterns; the matchers of names are built beforehand.
    """

    first: float
    median: float


def measure(paths: Sequence[Path]) -> Speed:
    """The speed for a text made of these articles; all else the process did counts as warming."""
    text, (cities, factions) = thousand_words(paths), matchers()
    times = []
    for _ in range(1 + RUNS):
        begin = time.process_time()
        propose(text, published=PUBLISHED, cities=cities, factions=factions)
        times.append((time.process_time() - begin) * 1000)
    return Speed(first=times[0], median=median(times[1:]))


def thousand_words(paths: Sequence[Path]) -> str:
    """The first paragraphs of all articles, then the second ones, until there are enough words."""
    articles = (path.read_text("utf-8").split("\n\n") for path in paths)
    chosen, missing = [], WORDS
    for paragraph in chain.from_iterable(zip_longest(*articles, fillvalue="")):
        words = paragraph.split(" ")[:missing]
        missing -= len(" ".join(words).split())
        chosen.append(" ".join(words))
        if missing <= 0:
            break
    return "\n\n".join(filter(None, chosen))


def matchers() -> tuple[Matcher[str], Matcher[str]]:
    """Names of cities and factions, of which the articles tell hardly any."""
    spellings = [(f"Town{n} of Place{n}", f"town {n}") for n in range(SPELLINGS // 2)]
    groups = ((f"Group{n} Front", f"group {n}") for n in range(SPELLINGS // 2))
    return Matcher([("Goma", "Goma"), *spellings]), Matcher(groups)
