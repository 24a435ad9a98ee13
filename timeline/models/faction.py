"""Who takes part: factions, their spellings, and how they stood to each other and when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.validators import RegexValidator
from django.db import connection, models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from timeline.models.address import NONE, NOT_AN_ADDRESS, address
from timeline.models.dataset import Dataset
from timeline.models.dated import NOT_IN_CALENDAR, day_range, in_calendar
from timeline.models.name import Called, Name, SpelledQuerySet, search_key
from timeline.models.vocabulary import FactionKind, Relation

HEX = RegexValidator(r"^#[0-9a-f]{6}$", _("A colour is # and six digits or letters a to f."))


CIRCLE = """
WITH RECURSIVE chain (faction_id, days, path) AS (
    SELECT a.other_id, a.days, ARRAY[a.faction_id]
    FROM timeline_allegiance a WHERE a.relation = 'part_of' AND a.faction_id = %(faction)s
  UNION ALL
    SELECT a.other_id, c.days * a.days, c.path || a.faction_id
    FROM chain c JOIN timeline_allegiance a
      ON a.faction_id = c.faction_id AND a.relation = 'part_of' AND a.days && c.days
    WHERE NOT a.faction_id = ANY(c.path)
)
SELECT 1 FROM chain WHERE faction_id = %(faction)s LIMIT 1
"""
MEMBERS = """
WITH RECURSIVE member (id) AS (
    SELECT unnest(%(factions)s::bigint[])
  UNION
    SELECT a.faction_id FROM timeline_allegiance a JOIN member m ON a.other_id = m.id
    WHERE a.relation = 'part_of'
)
SELECT id FROM member
"""
# As in `models.reading`: a group counts where every link, and the days asked for, meet.
GROUPS = """
WITH RECURSIVE belonging (id, days) AS (
    SELECT unnest(%(factions)s::bigint[]), daterange(%(first)s::date, %(last)s::date, '[]')
  UNION
    SELECT a.other_id, b.days * a.days FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.id AND a.relation = 'part_of' AND a.days && b.days
)
SELECT DISTINCT id FROM belonging
"""
# On which days each was part of the faction, through chains whose links all held then.
MEMBERSHIPS = """
WITH RECURSIVE member (id, days) AS (
    SELECT %(faction)s::bigint, daterange(NULL, NULL)
  UNION
    SELECT a.faction_id, m.days * a.days FROM timeline_allegiance a JOIN member m
      ON a.other_id = m.id AND a.relation = 'part_of' AND a.days && m.days
)
SELECT id, lower(days), upper(days) - 1 FROM (
    SELECT id, unnest(range_agg(days)) AS days FROM member GROUP BY id
) AS merged ORDER BY id, days
"""


class FactionQuerySet(SpelledQuerySet["Faction"]):
    def bearing_arms(self) -> FactionQuerySet:
        return self.exclude(kind__in=[FactionKind.CIVILIANS, FactionKind.PROTESTERS])

    def most_used_first(self) -> FactionQuerySet:
        return self.annotate(uses=Count("participations", distinct=True)).order_by(
            "-uses", "sort_key", "id"
        )

    def with_members(self, factions: Collection[int]) -> list[int]:
        """Numbers of these factions and of all that were ever, through any chain, part of them."""
        with connection.cursor() as cursor:
            cursor.execute(MEMBERS, {"factions": list(factions)})
            return [row[0] for row in cursor.fetchall()]

    def memberships(self, faction: int) -> list[tuple[int, date | None, date | None]]:
        """Itself and all that were ever part of it, with first and last day; None is open."""
        with connection.cursor() as cursor:
            cursor.execute(MEMBERSHIPS, {"faction": faction})
            return list(cursor.fetchall())

    def with_groups(
        self, factions: Collection[int], first: date | None, last: date | None
    ) -> list[int]:
        """Numbers of these factions and of the groups they belonged to on some of these days.

        Both ends inclusive, None open.
        """
        with connection.cursor() as cursor:
            cursor.execute(GROUPS, {"factions": list(factions), "first": first, "last": last})
            return [row[0] for row in cursor.fetchall()]

    def kin_of(self, faction: int) -> set[int]:
        """Itself, whatever was ever part of it, and whatever it ever belonged to."""
        return {*self.with_members([faction]), *self.with_groups([faction], None, None)}

    def is_part_of_itself(self, faction: int) -> bool:
        """Whether a chain of `part_of` whose links held at once leads back to the faction."""
        with connection.cursor() as cursor:
            cursor.execute(CIRCLE, {"faction": faction})
            return cursor.fetchone() is not None


class Faction(Called):
    name = models.CharField(
        _("name"), max_length=200, help_text=_("As readers know it: “SDF”, “Syrian army”.")
    )
    slug = models.SlugField(
        _("name in its address"), max_length=80, unique=True, allow_unicode=True
    )
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=FactionKind)
    colour_light = models.CharField(
        _("colour on paper"), max_length=7, blank=True, validators=[HEX]
    )
    colour_dark = models.CharField(
        _("colour in the dark"), max_length=7, blank=True, validators=[HEX]
    )
    description = models.TextField(_("description"), blank=True)
    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )

    objects = FactionQuerySet.as_manager()

    class Meta:
        verbose_name = _("faction")
        verbose_name_plural = _("factions")
        ordering = ["sort_key", "id"]
        permissions = [("merge_faction", "Can merge factions")]
        constraints = [
            models.CheckConstraint(
                name="faction_address_is_not_none",
                condition=~Q(slug=NONE),
                violation_error_message=NOT_AN_ADDRESS,
            ),
            models.CheckConstraint(
                name="faction_colours_are_hex",
                condition=Q(colour_light__regex=r"^(#[0-9a-f]{6})?$")
                & Q(colour_dark__regex=r"^(#[0-9a-f]{6})?$"),
            ),
        ]

    def save(self, **kwargs: Any) -> None:
        self.sort_key = search_key(self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return address("faction", self.slug)


class FactionName(Name):
    faction = models.ForeignKey(Faction, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["faction", "name"],
                name="faction_name_once",
                violation_error_message=_("This faction has that spelling already."),
            )
        ]


class AllegianceQuerySet(models.QuerySet["Allegiance"]):
    def of(self, faction: Faction) -> AllegianceQuerySet:
        """Its own and those of others to it, with both factions."""
        either = self.filter(Q(faction=faction) | Q(other=faction))
        return either.select_related("faction", "other")

    def belonging(self) -> AllegianceQuerySet:
        """Those by which a group is part of a larger one, with both factions."""
        return self.filter(relation=Relation.PART_OF).select_related("faction", "other")


class Allegiance(models.Model):
    """A dated relation; the bounds are intervals, null is open or not known."""

    faction = models.ForeignKey(Faction, on_delete=models.CASCADE, related_name="allegiances")
    relation = models.CharField(_("relation"), max_length=20, choices=Relation)
    other = models.ForeignKey(
        Faction,
        on_delete=models.PROTECT,
        related_name="followers",
        verbose_name=_("other faction"),
    )
    since_printed = models.CharField(
        _("since"), max_length=100, blank=True, help_text=_("2015-10-10, 2015-10, “mid-2016” …")
    )
    since_earliest = models.DateField(null=True, blank=True, editable=False)
    since_latest = models.DateField(null=True, blank=True, editable=False)
    until_printed = models.CharField(_("until"), max_length=100, blank=True)
    until_earliest = models.DateField(null=True, blank=True, editable=False)
    until_latest = models.DateField(null=True, blank=True, editable=False)
    source = models.CharField(_("source"), max_length=300)
    days = day_range("since_earliest", "until_latest")

    objects = AllegianceQuerySet.as_manager()

    class Meta:
        verbose_name = _("allegiance")
        verbose_name_plural = _("allegiances")
        ordering = ["since_earliest", "id"]
        constraints = [
            models.CheckConstraint(
                name="allegiance_with_another",
                condition=~Q(faction=F("other")),
                violation_error_message=_("A faction has no allegiance to itself."),
            ),
            models.CheckConstraint(
                name="allegiance_since_before_until",
                condition=Q(since_earliest__isnull=True)
                | Q(until_latest__isnull=True)
                | Q(since_earliest__lte=F("until_latest")),
                violation_error_message=_("An allegiance cannot end before it begins."),
            ),
            models.CheckConstraint(
                name="allegiance_days_in_calendar",
                condition=in_calendar("since_earliest", "until_latest"),
                violation_error_message=NOT_IN_CALENDAR,
            ),
            models.CheckConstraint(
                name="allegiance_bounds_in_order",
                condition=(
                    Q(since_earliest__isnull=True)
                    | Q(since_latest__isnull=True)
                    | Q(since_earliest__lte=F("since_latest"))
                )
                & (
                    Q(until_earliest__isnull=True)
                    | Q(until_latest__isnull=True)
                    | Q(until_earliest__lte=F("until_latest"))
                ),
            ),
        ]
        indexes = [models.Index(fields=["other", "relation"], name="allegiance_other")]

    def __str__(self) -> str:
        return f"{self.faction} {self.get_relation_display()} {self.other}"
