"""Made-up articles: which events they tell, in which sentences, and where those stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from timeline.importers.synthetic.happenings import Happening, make_sentence
from timeline.importers.synthetic.words import NOTICE
from timeline.importers.synthetic.world import World, zipf
from timeline.models import Outlet
from timeline.models.vocabulary import Measure
from timeline.quotes import Anchor, Place, anchor

EVENTS_AN_ARTICLE = 8
# Besides the article of its own days, an event is told by the next, or the next but one, so often.
TOLD_AGAIN, TOLD_LATE = 0.35, 0.12
FIGURES = {"people were wounded": Measure.INJURED, "dead": Measure.KILLED}
FIGURE = re.compile(rf"(\d+) ({'|'.join(FIGURES)})")


@dataclass(slots=True)
class Account:
    """A sentence about an event, and the number of dead or wounded in it, if it has one."""

    happening: Happening
    sentence: str

    @property
    def figure(self) -> tuple[Measure, int] | None:
        match = FIGURE.search(self.sentence)
        return (FIGURES[match[2]], int(match[1])) if match else None


@dataclass(slots=True)
class Piece:
    """An article in the making."""

    outlet: Outlet
    published_on: date
    accounts: list[Account] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"{self.accounts[0].happening.headline}, and other news"

    @property
    def body(self) -> str:
        return "\n\n".join([*(account.sentence for account in self.accounts), NOTICE])

    def anchored(self) -> Iterator[tuple[Account, Anchor]]:
        """Each account with its place in the body."""
        body, start = self.body, 0
        for account in self.accounts:
            end = start + len(account.sentence)
            yield account, anchor(Place(start, end), body)
            start = end + len("\n\n")


def make_pieces(world: World, happenings: list[Happening], chance: Random) -> list[Piece]:
    """Articles that tell all of these events, which come in the order of their days."""
    weights = zipf(len(world.outlets), 0.7)
    pieces = [
        Piece(
            outlet=chance.choices(world.outlets, cum_weights=weights)[0],
            published_on=happenings[start : start + EVENTS_AN_ARTICLE][-1].day
            + timedelta(days=chance.choice((0, 1, 1, 2))),
        )
        for start in range(0, len(happenings), EVENTS_AN_ARTICLE)
    ]
    for index, happening in enumerate(happenings):
        own = index // EVENTS_AN_ARTICLE
        later = [own + 1] * (chance.random() < TOLD_AGAIN) + [own + 2] * (
            chance.random() < TOLD_LATE
        )
        for number in [own, *(number for number in later if number < len(pieces))]:
            pieces[number].accounts.append(Account(happening, make_sentence(happening, chance)))
    return pieces
