"""Builders: the rows a test speaks about; what it leaves out is chosen for it.

Rows are made as editors make them: texts join a series, quotations are placed in them, events are
published by the action. Names count up where none is given, so that unique columns stay unique.
"""

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils.text import slugify
from psycopg.types.range import DateRange

from timeline import dates
from timeline.actions import articles, cities, events, factions, permits
from timeline.models import (
    Allegiance,
    Article,
    Citation,
    City,
    CityName,
    ControlSpan,
    Event,
    Faction,
    FactionName,
    Figure,
    Outlet,
    Participation,
    User,
)
from timeline.models.vocabulary import (
    ControlState,
    FactionKind,
    Kind,
    Measure,
    NameKind,
    Relation,
    Role,
)

QUOTATION = "The last fighters laid down their arms"
BODY = f"On Tuesday the fighting stopped. {QUOTATION} before noon, a spokesman said.\n"
DAY = date(2017, 10, 17)

_number = count(1)


def reporter(username: str = "reporter") -> User:
    return member(permits.REPORTER, username)


def editor(username: str = "editor") -> User:
    return member(permits.EDITOR, username)


def administrator(username: str = "administrator") -> User:
    return member(permits.ADMINISTRATOR, username)


def member(role: str, username: str) -> User:
    """The user of that name, made on first asking; signs in with the name as password."""
    found = User.objects.filter(username=username).first()
    if found:
        return found
    if not Group.objects.filter(name=role).exists():
        call_command("setup_roles", verbosity=0, stdout=_Silence())
    made = User.objects.create_user(username, password=username, is_staff=True)
    made.groups.add(Group.objects.get(name=role))
    return made


class _Silence:
    def write(self, text: str) -> None:
        """Takes what a command prints."""


def city(name: str = "", *, spellings: Iterable[str] = (), **columns: Any) -> City:
    name = name or f"City {next(_number)}"
    made = City.objects.create(name=name, **{"slug": slug(name), **columns})
    for spelling in spellings:
        CityName.objects.create(city=made, name=spelling)
    cities.saved(made, by=None)
    return made


def faction(name: str = "", *, spellings: Iterable[str] = (), **columns: Any) -> Faction:
    name = name or f"Faction {next(_number)}"
    given = {"slug": slug(name), "kind": FactionKind.REBEL_GROUP, **columns}
    made = Faction.objects.create(name=name, **given)
    for spelling in spellings:
        FactionName.objects.create(faction=made, name=spelling)
    factions.saved(made, by=None)
    return made


def spelled(
    thing: City | Faction,
    name: str,
    *,
    language: str = "ar",
    kind: NameKind = NameKind.OFFICIAL,
) -> None:
    """One more spelling, saved with the city or faction."""
    if isinstance(thing, City):
        CityName.objects.create(city=thing, name=name, language=language, kind=kind)
        cities.saved(thing, by=None)
    else:
        FactionName.objects.create(faction=thing, name=name, language=language, kind=kind)
        factions.saved(thing, by=None)
    thing.refresh_from_db()


def allegiance(
    member: Faction,
    other: Faction,
    relation: Relation = Relation.PART_OF,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    source: str = "a test",
) -> Allegiance:
    """A relation saved with its faction; days as they are, or as printed: “2015-10”, “2016”."""
    made = Allegiance(faction=member, other=other, relation=relation, source=source)
    for end, day in (("since", since), ("until", until)):
        when = dates.read(str(day)) if day else None
        setattr(made, f"{end}_printed", str(day or ""))
        setattr(made, f"{end}_earliest", when.earliest if when else None)
        setattr(made, f"{end}_latest", when.latest if when else None)
    made.save()
    factions.saved(member, by=None)
    return made


def held(
    city: City,
    *holders: Faction,
    first: date | None = None,
    last: date | None = None,
    state: ControlState = ControlState.HELD,
    coming: Iterable[Faction] = (),
) -> ControlSpan:
    """A stretch of days, inclusive, None open, in which these factions held the city.

    It stands until somebody publishes an event there, in place of what followed from events.
    """
    during = DateRange(first, last, "[]")
    ControlSpan.objects.filter(city=city, during__overlap=during).delete()
    return ControlSpan.objects.create(
        city=city,
        during=during,
        state=state,
        holders=[holder.pk for holder in holders],
        coming=[faction.pk for faction in coming],
    )


def outlet(name: str = "", **columns: Any) -> Outlet:
    name = name or f"Outlet {next(_number)}"
    return Outlet.objects.create(name=name, **{"slug": slug(name), **columns})


def article(
    title: str = "",
    *,
    published_on: date = DAY,
    body: str = BODY,
    by: User | None = None,
    **columns: Any,
) -> Article:
    """An article with one text; `body=""` leaves it without."""
    if "outlet" not in columns:
        columns["outlet"] = outlet()
    title = title or f"Article {next(_number)}"
    made = Article.objects.create(title=title, published_on=published_on, **columns)
    articles.entered(made, by=by or editor(), body=body)
    return made


def event(
    headline: str = "",
    *,
    when: str | dates.When | None = "2017-10-17",
    kind: Kind = Kind.CAPTURED,
    factions: Iterable[tuple[Faction, Role]] = (),
    taken_from: Article | None = None,
    quotation: str = QUOTATION,
    published: bool = False,
    by: User | None = None,
    **columns: Any,
) -> Event:
    """A draft, or a published event, with one citation; `quotation=""` leaves it without any.

    `grade` is set as an editor does; left out, it follows from the accounts.
    `when` is read against the article's day; None leaves the date unknown. Quotations other than
    the usual one need an article whose text has them.
    """
    by = by or editor()
    if "grade" in columns:  # whatever the accounts give
        columns = {"grade_reason": "a test", **columns, "grade_set": columns.pop("grade")}
    source = taken_from or (article() if quotation else None)
    made = Event(headline=headline or f"Event {next(_number)}", kind=kind, **columns)
    made.read_on = source.published_on if source else DAY
    if when is not None:
        made.when = read(when, made.read_on)
    made.save()
    for party, role in factions:
        Participation.objects.create(event=made, faction=party, role=role)
    if source and quotation:
        citation(made, source, quotation)
    events.entered(made, by=by)
    if published:
        events.publish(made, by=by)
    return made


def read(when: str | dates.When, published: date) -> dates.When:
    return dates.read(when, published=published) if isinstance(when, str) else when


def citation(
    event: Event, article: Article, quotation: str = QUOTATION, **columns: Any
) -> Citation:
    made = Citation(event=event, article=article, quotation=quotation, **columns)
    events.place_quotation(made)
    made.save()
    return made


def figure(
    citation: Citation, low: int | None, high: int | None, measure: Measure = Measure.KILLED
) -> Figure:
    printed = f"{low}" if low == high else f"{low} to {high}"
    return Figure.objects.create(
        citation=citation, measure=measure, low=low, high=high, printed=printed
    )


def withdrawn(headline: str = "", *, note: str = "It did not happen.", **given: Any) -> Event:
    """An event that was published and withdrawn again."""
    made = event(headline, published=True, **given)
    events.withdraw(made, by=editor(), note=note)
    return made


def slug(name: str) -> str:
    return slugify(name, allow_unicode=True) or f"n{next(_number)}"
