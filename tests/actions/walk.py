"""A newsroom that does at random whatever its editors can do."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from tests import make
from timeline.actions import articles, comparing, events, factions, merging, restoring
from timeline.models import (
    Allegiance,
    Article,
    Citation,
    City,
    Event,
    Faction,
    Outlet,
    Participation,
    Revision,
)
from timeline.models.vocabulary import (
    ClaimantKind,
    Grade,
    Kind,
    PlacePrecision,
    Relation,
    Role,
    Stance,
    Status,
)

T = TypeVar("T")
NOTE = "So that it follows."
KINDS = (Kind.CAPTURED, Kind.CAPTURED, Kind.WITHDREW, Kind.BESIEGED, Kind.CLASH, Kind.SURRENDER)
ROLES = (*(Role.CAPTOR, Role.FORMER_HOLDER) * 2, Role.HOLDER, Role.DEFENDER, Role.PARTICIPANT)
LINKS = (Relation.PART_OF, Relation.PART_OF, Relation.MERGED_INTO, Relation.SUCCESSOR_OF)


class Walk:
    """Steps of a newsroom, chosen by chance from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.by = make.editor()
        for _ in range(3):
            make.city()
        for _ in range(5):
            make.faction()
        for _ in range(3):
            make.article()
        for _ in range(3):
            self.enters()

    def one(self, model: type[Any]) -> Any:
        return self.chance.choice(list(model.objects.order_by("pk")))

    def maybe(self, model: type[Any]) -> Any:
        return self.chance.choice([None, self.one(model)])

    def of(self, *choices: T) -> T:
        return self.chance.choice(choices)

    def day(self) -> date:
        return date(2014, 1, 1) + timedelta(days=self.chance.randrange(20))

    def when(self) -> str:
        first, last = sorted((self.day(), self.day()))
        return self.of(f"{first}", f"{first}", f"[{first}..{last}]", f"{first}/{last}", "2014-01~")

    def event(self) -> Event:
        return Event(
            kind=self.of(*KINDS),
            city=self.one(City),
            locality=self.of("", "", "", "the bridge"),
            place_precision=self.of(*(PlacePrecision.TOWN,) * 3, PlacePrecision.NEAR),
        )

    def name_parties(self, event: Event) -> None:
        for _ in range(self.chance.randint(1, 3)):
            party = {"faction": self.one(Faction), "role": self.of(*ROLES)}
            side = self.of(None, None, 1, 2)
            Participation.objects.get_or_create(event=event, **party, defaults={"side": side})

    def told(self, event: Event) -> Citation:
        return Citation(
            event=event,
            article=self.one(Article),
            quotation=make.QUOTATION,
            stance=self.of(*(Stance.ASSERTS,) * 4, *Stance),
            claimant_kind=self.of(ClaimantKind.MEDIA, *ClaimantKind),
            claimant_faction=self.of(None, self.one(Faction)),
        )

    def saved(self, event: Event, *, note: str = NOTE) -> None:
        if event.is_published:
            events.correct(event, by=self.by, note=note)
        else:
            events.changed(event, by=self.by)

    def editable(self) -> Event:
        return self.chance.choice(
            list(Event.objects.exclude(status=Status.WITHDRAWN).order_by("pk")) or [self.enters()]
        )

    def enters(self) -> Event:
        drawn = self.event()
        columns = ("kind", "city", "locality", "place_precision")
        made = make.event(
            when=self.when(),
            taken_from=self.one(Article),
            **{name: getattr(drawn, name) for name in columns},
        )
        self.name_parties(made)
        events.changed(made, by=self.by)
        if self.chance.random() < 0.8:
            events.publish(made, by=self.by)
        return made

    def corrects(self) -> None:
        event, drawn = self.editable(), self.event()
        columns = ("kind", "city", "locality", "place_precision")
        for name in self.chance.sample(columns, 2):
            setattr(event, name, getattr(drawn, name))
        if self.chance.random() < 0.3:
            event.when = make.read(self.when(), make.DAY)
        event.save()
        self.saved(event)

    def names_others(self) -> None:
        event = self.editable()
        row = event.participations.order_by("pk").first()
        if row and self.chance.random() < 0.5:
            row.delete()
        self.name_parties(event)
        self.saved(event)

    def grades_by_hand(self) -> None:
        event = self.editable()
        event.grade_set, event.grade_reason = self.of("", *Grade), self.of("", "An inquiry.")
        event.grade_reason = event.grade_reason if event.grade_set else ""
        event.save()
        self.saved(event)

    def attaches(self) -> None:
        event = self.editable()
        comparing.attach(event, self.told(event), by=self.by)

    def tells_otherwise(self) -> None:
        row = self.one(Citation)
        if row.event.status == Status.WITHDRAWN:
            return
        drawn = self.told(row.event)
        for name in ("stance", "claimant_kind", "claimant_faction"):
            setattr(row, name, getattr(drawn, name))
        row.save()
        self.saved(row.event)

    def withdraws(self) -> None:
        events.withdraw(self.one(Event), by=self.by, note=NOTE)

    def restores(self) -> None:
        event = self.editable()
        earlier = list(Revision.objects.of(event).order_by("number"))
        restoring.restore(event, self.chance.choice(earlier), by=self.by, note=NOTE)

    def publishes(self) -> None:
        events.publish(self.editable(), by=self.by)

    def copies(self) -> None:
        article = self.one(Article)
        retold = self.maybe(Article)
        article.retells = None if retold == article else retold
        if self.chance.random() < 0.3:
            article.outlet = self.one(Outlet)
        article.save()
        articles.changed(article, by=self.by, body="")

    def runs(self) -> None:
        outlet = self.one(Outlet)
        outlet.run_by, outlet.scale = self.maybe(Faction), self.of("national", "new_media")
        outlet.save()
        articles.outlet_saved(outlet, by=self.by)

    def belongs(self) -> None:
        member, other = self.one(Faction), self.one(Faction)
        if member != other:
            since, until = sorted((self.day(), self.day()))
            bounds = {"since_earliest": since, "since_latest": since}
            if self.chance.random() < 0.3:
                bounds |= {"until_earliest": until, "until_latest": until}
            link = self.of(*LINKS)
            Allegiance.objects.create(faction=member, other=other, relation=link, **bounds)
            factions.saved(member, by=self.by)

    def leaves(self) -> None:
        if Allegiance.objects.exists():
            row = self.one(Allegiance)
            row.delete()
            factions.saved(row.faction, by=self.by)

    def merges_events(self) -> None:
        merging.merge_events(self.editable(), into=self.editable(), by=self.by, note=NOTE)

    def merges_factions(self) -> None:
        if self.chance.random() < 0.4:
            merging.merge_factions(self.one(Faction), into=self.one(Faction), by=self.by, note=NOTE)
            make.faction()

    def merges_cities(self) -> None:
        if self.chance.random() < 0.4:
            merging.merge_cities(self.one(City), into=self.one(City), by=self.by, note=NOTE)
            make.city()

    def steps(self) -> list[Callable[[], object]]:
        often = [self.enters] * 4 + [self.corrects] * 3 + [self.belongs] * 2
        return [
            *often,
            *(self.names_others, self.grades_by_hand, self.attaches, self.tells_otherwise),
            *(self.withdraws, self.restores, self.publishes, self.copies, self.runs, self.leaves),
            *(self.merges_events, self.merges_factions, self.merges_cities),
        ]

    def go(self) -> str:
        """Does one thing, unless it is refused; what it was."""
        step = self.chance.choice(self.steps())
        try:
            with transaction.atomic():
                step()
        except ValidationError as refused:
            return f"{step.__name__} refused: {refused.messages[0][:40]}"
        return step.__name__
