"""The parts of a question as chips, each of which a reader can take off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import wording
from timeline.filters.parameters import PLACES
from timeline.models import Article
from timeline.models.vocabulary import Family, Grade, Kind

if TYPE_CHECKING:
    from timeline.filters.question import EventFilter

ALL_GRADES = "all"
CHIPPED = {
    "city": gettext_lazy("City"),
    "faction": gettext_lazy("Faction"),
    "members": gettext_lazy("Faction"),
    "with": gettext_lazy("Together with"),
    "held": gettext_lazy("While held by"),
    "kind": gettext_lazy("Kind of event"),
    "certain": gettext_lazy("Dates"),
    "evidence": gettext_lazy("Evidence"),
    "source": gettext_lazy("Source"),
    "article": gettext_lazy("Article"),
    "q": gettext_lazy("Words"),
}
NAMING = {
    "with": gettext_lazy("with %(faction)s"),
    "held": gettext_lazy("while held by %(faction)s"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the question, with the address that asks without it."""

    label: str
    group_label: str
    url: str


def chips(question: EventFilter) -> list[Chip]:
    chips = [_chip(question, name, value) for name, value in question.pairs() if name in CHIPPED]
    if question.first or question.last:
        label = wording.range(question.value("from"), question.value("to"))
        without = question.turned(**{"from": None, "to": None, "certain": None})
        chips.append(Chip(label, _("Dates"), without))
    return chips


def _chip(question: EventFilter, name: str, value: str) -> Chip:
    rest = [pair for pair in question.pairs() if pair != (name, value) and pair[0] not in PLACES]
    if name == "faction" and question.slugs("faction") == [value]:
        rest = _without_first(question, rest)
    label = _label(question, name, value)
    return Chip(label, str(CHIPPED[name]), question.address(rest))


def _without_first(question: EventFilter, rest: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """With no faction left a second one takes its place; groups of none need no leaving out."""
    names = {"with": "faction"}
    if not {"with", "held"} & {name for name, _value in rest}:
        rest = [pair for pair in rest if pair[0] != "members"]
    return question.put_in_order([(names.get(name, name), value) for name, value in rest])


def _label(question: EventFilter, name: str, value: str) -> str:
    if name in {"city", "faction", "source"}:
        return question.words.name(name, value)
    if name in NAMING:
        return NAMING[name] % {"faction": question.words.name(name, value)}
    if name == "kind":
        return str(Family(value).label if value in Family else Kind(value).label)
    if name == "evidence":
        return _("all grades, refuted too") if value == ALL_GRADES else str(Grade(value).label)
    if name == "article":
        article = Article.objects.public().filter(pk=value).first()
        return article.title if article else value
    if name == "q":
        return _("“%(words)s”") % {"words": value}
    return {"certain": _("certainly within"), "members": _("without member groups")}[name]
