"""A date as the sources give it: the words as printed and the days they can mean."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.utils.translation import gettext_lazy as _

from timeline import dates
from timeline.models.vocabulary import Precision

CALENDAR = (date(2, 1, 1), date(9998, 12, 31))
NOT_IN_CALENDAR = _("Days lie in the years 2 to 9998; leave open what has no end.")


class Dated(models.Model):
    """Columns of an interval of calendar days at the place, bounds inclusive.

    A null bound is open ("before …", "since …"). `lasted` tells an event that went on from the
    earliest to the latest day from one that happened on some day between; only the former has
    a latest possible start and an earliest possible end (null: the same as the outer bound).
    """

    date_printed = models.CharField(_("date as printed"), max_length=200, blank=True)
    read_on = models.DateField(
        _("read against"),
        null=True,
        blank=True,
        help_text=_("The day the article was published: what “on Tuesday” is counted from."),
    )
    earliest = models.DateField(_("earliest day"), null=True, blank=True)
    latest = models.DateField(_("latest day"), null=True, blank=True)
    start_latest = models.DateField(_("began at the latest"), null=True, blank=True)
    end_earliest = models.DateField(_("ended at the earliest"), null=True, blank=True)
    precision = models.CharField(
        _("precision"), max_length=12, choices=Precision, default=Precision.UNKNOWN
    )
    lasted = models.BooleanField(
        _("lasted all these days"),
        default=False,
        help_text=_("Otherwise it happened on one of them, and it is not known on which."),
    )
    circa = models.BooleanField(_("about"), default=False)
    uncertain = models.BooleanField(_("uncertain"), default=False)
    date_rule = models.CharField(_("rule"), max_length=40, blank=True, editable=False)

    DATE_FIELDS: ClassVar[tuple[str, ...]] = (
        "date_printed",
        "read_on",
        "earliest",
        "latest",
        "start_latest",
        "end_earliest",
        "precision",
        "lasted",
        "circa",
        "uncertain",
        "date_rule",
    )

    class Meta:
        abstract = True

    @property
    def when(self) -> dates.When:
        return dates.When(
            phrase=self.date_printed,
            earliest=self.earliest,
            latest=self.latest,
            precision=dates.Precision(self.precision),
            lasted=self.lasted,
            start_latest=self.start_latest,
            end_earliest=self.end_earliest,
            circa=self.circa,
            uncertain=self.uncertain,
            rule=self.date_rule,
        )

    @when.setter
    def when(self, when: dates.When) -> None:
        self.date_printed = when.phrase
        self.earliest, self.latest = when.earliest, when.latest
        self.start_latest, self.end_earliest = when.start_latest, when.end_earliest
        self.precision = Precision(when.precision)
        self.lasted, self.circa, self.uncertain = when.lasted, when.circa, when.uncertain
        self.date_rule = when.rule

    @property
    def edtf(self) -> str:
        return dates.to_edtf(self.when)


def day_range(first: str, last: str) -> models.GeneratedField:
    """A stored range of the days between two columns, inclusive; null means open.

    Crossed ends give null, so that the row meets its constraint and not an error about ranges.
    """
    crossed = When(Q(**{f"{first}__gt": F(last)}), then=Value(None))
    field = DateRangeField()
    days = Func(F(first), F(last), Value("[]"), function="daterange", output_field=field)
    return models.GeneratedField(
        expression=Case(crossed, default=days, output_field=field),
        output_field=field,
        db_persist=True,
    )


def in_calendar(*columns: str) -> Q:
    """Days with room on both sides: Python knows no day before the year 1 and after 9999."""
    inside = Q()
    for column in columns:
        inside &= Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__range": CALENDAR})
    return inside


def date_constraints(table: str) -> list[models.BaseConstraint]:
    """What one row can tell about its dates; NULL comparisons pass, so open bounds do."""
    open_earliest, open_latest = Q(earliest__isnull=True), Q(latest__isnull=True)
    inner = Q(start_latest__isnull=True, end_earliest__isnull=True)
    return [
        models.CheckConstraint(
            name=f"{table}_days_in_calendar",
            condition=in_calendar("earliest", "latest"),
            violation_error_message=NOT_IN_CALENDAR,
        ),
        models.CheckConstraint(
            name=f"{table}_earliest_not_after_latest",
            condition=open_earliest | open_latest | Q(earliest__lte=F("latest")),
            violation_error_message=_("The earliest day must not come after the latest."),
        ),
        models.CheckConstraint(
            name=f"{table}_inner_bounds_only_if_it_lasted",
            condition=Q(lasted=True) | inner,
            violation_error_message=_("Only what lasted has a latest start and an earliest end."),
        ),
        models.CheckConstraint(
            name=f"{table}_start_within",
            condition=Q(start_latest__isnull=True)
            | (
                (open_earliest | Q(start_latest__gte=F("earliest")))
                & (open_latest | Q(start_latest__lte=F("latest")))
            ),
            violation_error_message=_("The latest start must lie within the dates."),
        ),
        models.CheckConstraint(
            name=f"{table}_end_within",
            condition=Q(end_earliest__isnull=True)
            | (
                (open_earliest | Q(end_earliest__gte=F("earliest")))
                & (open_latest | Q(end_earliest__lte=F("latest")))
            ),
            violation_error_message=_("The earliest end must lie within the dates."),
        ),
        models.CheckConstraint(
            name=f"{table}_precision_fits_bounds",
            condition=(
                Q(precision=Precision.BEFORE, earliest__isnull=True, latest__isnull=False)
                | Q(precision=Precision.AFTER, earliest__isnull=False, latest__isnull=True)
                | Q(precision=Precision.UNKNOWN, earliest__isnull=True, latest__isnull=True)
                | Q(precision=Precision.EXACT, lasted=False, earliest=F("latest"))
                | (
                    Q(earliest__isnull=False, latest__isnull=False)
                    & (
                        ~Q(precision__in=[Precision.EXACT, *OPEN_PRECISIONS])
                        | Q(precision=Precision.EXACT, lasted=True)
                    )
                )
            ),
            violation_error_message=_("The precision does not fit the days that are given."),
        ),
    ]


OPEN_PRECISIONS = (Precision.BEFORE, Precision.AFTER, Precision.UNKNOWN)
