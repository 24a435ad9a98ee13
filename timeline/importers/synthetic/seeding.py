"""Writing made-up events in bulk, with all that a published event rests on and is read by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils.text import slugify

from timeline.actions import control
from timeline.actions.revisions import check_promises
from timeline.evidence import Account as RuleAccount
from timeline.evidence import Case, assess
from timeline.importers.synthetic.articles import Account, Piece, make_pieces
from timeline.importers.synthetic.copying import copy_in
from timeline.importers.synthetic.happenings import (
    Campaign,
    Happening,
    make_campaigns,
    make_days,
    make_happenings,
)
from timeline.importers.synthetic.world import World, make_world
from timeline.models import (
    Article,
    ArticleText,
    Citation,
    City,
    Dataset,
    Edition,
    Event,
    Faction,
    Figure,
    Outlet,
    Participation,
)
from timeline.models.dataset import SYNTHETIC
from timeline.models.search import CONFIG
from timeline.models.vocabulary import ClaimantKind, Measure, Reading, Status
from timeline.names import fold
from timeline.quotes import Anchor

MADE_UP = "made up"
BLOCK = 2000  # events written at once


class Held(NamedTuple):
    """What a database holds: how it was seeded ("" if it was not), and whether anything else."""

    seeded: str
    others: bool


def held() -> Held:
    dataset = Dataset.objects.filter(slug=SYNTHETIC).first()
    tables = (Event, Article, City, Faction, Outlet)
    others = any(
        table._default_manager.exclude(dataset__slug=SYNTHETIC).exists() for table in tables
    )
    return Held(dataset.version if dataset else "", others)


def described(count: int, seed: int) -> str:
    """How a seeding is kept in the dataset's version."""
    return f"{count} events, seed {seed}"


@transaction.atomic
def seed(count: int, *, seed: int, told: Callable[[int], None] = lambda written: None) -> None:
    """Writes `count` published events into a database that holds none; all or nothing.

    The same seed gives the same events. `told` hears how many are written so far. Rows come in a
    mixed order, as from many imports: events that stand together on a page do not on the disk.
    """
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    world = make_world(make_dataset(count, seed), chance)
    days = make_days(make_campaigns(world, chance), chance, count)
    starts = list(range(0, count, BLOCK))
    chance.shuffle(starts)
    for number, start in enumerate(starts, start=1):
        write(world, days[start : start + BLOCK], start, Random(f"{seed} {start}"))  # noqa: S311
        check_promises()
        told(min(number * BLOCK, count))
    control.rebuild_all()
    Edition.objects.move()


def settle() -> None:
    """Has the database clean up and count what was written, as it does by itself in time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")


def make_dataset(count: int, seed: int) -> Dataset:
    return Dataset.objects.create(
        slug=SYNTHETIC,
        name="Synthetic",
        version=described(count, seed),
        attribution="Made up by a program; cities from GeoNames (CC BY 4.0)",
    )


def write(
    world: World, days: list[tuple[date, Campaign | None]], before: int, chance: Random
) -> None:
    """Writes the events of these days, numbered on from `before`, and the articles about them."""
    happenings = list(make_happenings(world, days, chance, before=before))
    pieces = make_pieces(world, happenings, chance)
    quoted = write_articles(pieces)
    accounts: dict[int, list[Quoted]] = {}
    for quote in quoted:
        accounts.setdefault(quote.account.happening.number, []).append(quote)
    chance.shuffle(happenings)
    rows = copy_in(
        (event_row(world, happening, accounts[happening.number]) for happening in happenings),
        derived={"search": f"to_tsvector('{CONFIG}', search)"},
    )
    write_parts(rows, happenings)
    write_citations(rows, [accounts[happening.number] for happening in happenings])


class Quoted(NamedTuple):
    """An account with the article that prints it and its place there."""

    account: Account
    text: ArticleText
    anchor: Anchor

    @property
    def quotation(self) -> str:
        return self.anchor.exact


def write_articles(pieces: list[Piece]) -> list[Quoted]:
    articles = copy_in(article_row(piece) for piece in pieces)
    texts = copy_in(
        text_row(article, piece.body) for article, piece in zip(articles, pieces, strict=True)
    )
    return [
        Quoted(account, text, anchor)
        for text, piece in zip(texts, pieces, strict=True)
        for account, anchor in piece.anchored()
    ]


def article_row(piece: Piece) -> Article:
    return Article(
        outlet=piece.outlet,
        title=piece.title,
        search_key=fold(piece.title),
        published_on=piece.published_on,
        reading=Reading.READ,
        entered_at=noon(piece.published_on),
        dataset=piece.outlet.dataset,
    )


def text_row(article: Article, body: str) -> ArticleText:
    return ArticleText(
        article=article,
        number=1,
        body=body,
        sha256=hashlib.sha256(body.encode()).hexdigest(),
        taken_at=article.entered_at,
    )


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def event_row(world: World, happening: Happening, quoted: list[Quoted]) -> Event:
    """The row as the model's `save`, the actions and `models.reading` would leave it."""
    articles = [quote.text.article for quote in quoted]
    published_at = noon(articles[0].published_on)
    event = Event(
        headline=happening.headline,
        slug=slugify(happening.headline, allow_unicode=True)[:80].strip("-"),
        summary=happening.summary,
        kind=happening.kind,
        city=happening.city,
        locality=happening.locality,
        graphic=happening.graphic,
        status=Status.PUBLISHED,
        **grades(happening, quoted),
        reference=MADE_UP,
        read_on=articles[0].published_on,
        dataset=world.dataset,
        external_id=f"synthetic-{happening.number}",
        entered_at=published_at,
        published_at=published_at,
        changed_at=published_at,
        outlet_ids=sorted({article.outlet_id for article in articles}),
        **losses(quoted),
    )
    event.when = happening.when
    fill_for_reading(world, event, happening, [quote.quotation for quote in quoted])
    return event


def grades(happening: Happening, quoted: list[Quoted]) -> dict[str, str]:
    """The grade that was drawn; where the rule gives another, as set by an editor."""
    accounts = tuple(
        RuleAccount(
            key=key,
            outlet=quote.text.article.outlet_id,
            claimant=claimant_kind(quote),
            scale=quote.text.article.outlet.scale,
        )
        for key, quote in enumerate(quoted)
    )
    roles = frozenset((faction.pk, str(role)) for faction, role, _side in happening.parties)
    by_rule = assess(Case(happening.kind, roles, accounts)).grade.value
    kept = {"grade": happening.grade.value, "grade_by_rule": by_rule}
    if by_rule == happening.grade:
        return kept
    return kept | {"grade_set": happening.grade.value, "grade_reason": MADE_UP}


def claimant_kind(quote: Quoted) -> ClaimantKind:
    kinds = list(ClaimantKind)
    return kinds[len(quote.quotation) % len(kinds)]


def losses(quoted: list[Quoted]) -> dict[str, int]:
    """Lowest and highest of the figures that the accounts give, and the first of them as best."""
    found: dict[str, int] = {}
    for measure in (Measure.KILLED, Measure.INJURED):
        figures = [quote.account.figure for quote in quoted]
        numbers = [figure[1] for figure in figures if figure and figure[0] == measure]
        if numbers:
            found[f"{measure}_low"], found[f"{measure}_high"] = min(numbers), max(numbers)
            found[f"{measure}_best"] = numbers[0]
    return found


def fill_for_reading(
    world: World, event: Event, happening: Happening, quotations: list[str]
) -> None:
    named = {faction.pk for faction, _role, _side in happening.parties}
    event.faction_ids = sorted(named)
    event.faction_ids_with_groups = world.groups_of(named, event.earliest, event.latest)
    parts = [event.headline, event.summary, event.locality, *quotations]
    event.words = " ".join(fold(part) for part in parts if part)
    keys: list[tuple[str, Any]] = [("city", event.city_id)]
    keys += [("faction", faction) for faction in event.faction_ids]
    names = [world.names[key] for key in keys if key[1] is not None]
    event.search = " ".join([event.words, *names])  # the database makes a vector of it


def write_parts(events: list[Event], happenings: list[Happening]) -> None:
    copy_in(
        Participation(event=event, faction=faction, role=role, side=side)
        for event, happening in zip(events, happenings, strict=True)
        for faction, role, side in happening.parties
    )


def write_citations(events: list[Event], quoted: list[list[Quoted]]) -> None:
    pairs = [
        (citation_row(event, quote), quote.account.figure)
        for event, quotes in zip(events, quoted, strict=True)
        for quote in quotes
    ]
    copy_in(citation for citation, _figure in pairs)
    copy_in(
        Figure(
            citation=citation,
            measure=figure[0],
            low=figure[1],
            high=figure[1],
            printed=str(figure[1]),
        )
        for citation, figure in pairs
        if figure
    )


def citation_row(event: Event, quote: Quoted) -> Citation:
    return Citation(
        event=event,
        article=quote.text.article,
        text=quote.text,
        quotation=quote.quotation,
        prefix=quote.anchor.prefix,
        suffix=quote.anchor.suffix,
        start=quote.anchor.start,
        claimant_kind=claimant_kind(quote),
    )
