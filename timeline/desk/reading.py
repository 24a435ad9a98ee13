"""An article as the desk shows it: each sentence with what is taken, proposed and left."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from django.utils.translation import override
from django_countries import countries

from timeline.desk.finds import finds
from timeline.desk.refused import Refused
from timeline.desk.sentences import Laid, Sentence, State, sentences
from timeline.desk.spellings import known
from timeline.desk.taken import Taken, events_taken, met
from timeline.gazetteer import SCRIPT_OF
from timeline.models import Article, ArticleText, Citation, Dismissal, Edition
from timeline.names import fold
from timeline.suggestions import Proposal, Unknown


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is None where only the reference of the article was entered.

    `proposals` are open, those of the background last; `dismissed` those that somebody said no
    to; `unknown` the names that no list has and nobody said to be none; `cities` the ids of the
    cities that it names.
    """

    article: Article
    text: ArticleText | None
    events: list[Taken] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    proposals: list[Proposal[int]] = field(default_factory=list)
    dismissed: list[Dismissal] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    cities: set[int] = field(default_factory=set)

    @property
    def left(self) -> list[Sentence]:
        """Sentences with a date or a kind that nothing was taken from and nobody dismissed."""
        return [sentence for sentence in self.sentences if sentence.is_left]

    @property
    def used(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.state is State.USED]

    @property
    def with_a_date_left(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.state is State.DATE]

    @property
    def direction(self) -> str:
        """Which way the text runs, as HTML's `dir` says it."""
        script = SCRIPT_OF.get(self.article.language.partition("-")[0])
        return "rtl" if script in {"Arab", "Hebr"} else "ltr"

    def words(self, start: int, end: int) -> str:
        return self.text.body[start:end] if self.text else ""

    def sentence_at(self, place: int) -> Sentence | None:
        return next((one for one in self.sentences if one.start <= place < one.end), None)

    def next_proposal(self, start: int = 0, *, passing: str = "") -> Proposal[int] | None:
        """The first open one that begins at `start` or later, else the first of all.

        Background comes last. `passing` is the key of one that is not meant.
        """
        others = [one for one in self.proposals if one.key != passing]
        later = (one for one in others if not one.background and one.start >= start)
        return next(later, None) or next(iter(others), None)


def reading_of(article: Article) -> Reading:
    """What the desk shows of an article, from its newest text as it stands now."""
    text = article.current_text
    citations = Citation.objects.taken_from([article])
    dismissed = list(article.dismissals.select_related("by"))
    edition = Edition.objects.current()
    return laid_out(article, text, edition, events_taken(citations, text), dismissed)


def laid_out(
    article: Article,
    text: ArticleText | None,
    edition: Edition,
    events: list[Taken],
    dismissed: list[Dismissal],
) -> Reading:
    """The reading that follows from the newest text, what is taken and what was said no to."""
    if text is None:
        return Reading(article, None, events=events, dismissed=dismissed)
    found, refused = finds(article, text, edition), Refused.of(dismissed)
    taken = met(found.proposals, events)
    laid = Laid(
        finds=found,
        events=events,
        proposals=[
            one
            for one in found.proposals
            if one.key not in taken and not refused.has(text.body[one.start : one.end], one.kind)
        ],
        unknown=[
            one
            for one in found.unknown
            if one.name not in refused.names and not is_country(one.name)
        ],
        refused=refused,
        known=known(edition),
    )
    return Reading(
        article,
        text,
        events=events,
        sentences=sentences(text.body, laid),
        proposals=sorted(laid.proposals, key=lambda one: one.background),
        dismissed=dismissed,
        unknown=list(laid.unknown),
        cities={match.key for match in found.cities},
    )


@cache
def _countries() -> set[str]:
    with override("en"):
        return {fold(str(name)) for _code, name in countries}


def is_country(name: str) -> bool:
    """Whether a name is that of a country, which no city is to be added for."""
    return fold(name) in _countries()


def proposal(article: Article, key: str) -> Proposal[int] | None:
    """The proposal of that key in the newest text, whatever became of it."""
    text = article.current_text
    if text is None:
        return None
    proposals = finds(article, text, Edition.objects.current()).proposals
    return next((one for one in proposals if one.key == key), None)
