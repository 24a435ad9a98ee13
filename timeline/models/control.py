"""Who held a city when: derived from events by `timeline.actions.control`, never entered."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from timeline.models.city import City
from timeline.models.control_asked import ControlSpanQuerySet
from timeline.models.vocabulary import ControlState


def numbers() -> ArrayField[list[int], list[int]]:
    return ArrayField(models.BigIntegerField(), default=list)


class ControlSpan(models.Model):
    """One stretch of days in which the record says the same of who held a city.

    `during` has an open end where no event tells of one. `holders` are numbers of factions: who
    held it together, or each a part or the claim of it where it is contested. While it is changing
    they are those who lose it, and `coming` those who take it. `began_by`, `ended_by` and
    `proven_by` are numbers of events: what made the stretch begin and end, and what else says so.
    """

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="control")
    during = DateRangeField(_("days"))
    state = models.CharField(_("state"), max_length=10, choices=ControlState)
    holders = numbers()
    coming = numbers()
    began_by = numbers()
    ended_by = numbers()
    proven_by = numbers()

    objects = ControlSpanQuerySet.as_manager()

    class Meta:
        verbose_name = _("span of control")
        verbose_name_plural = _("spans of control")
        ordering = ["city", "during"]
        constraints = [
            ExclusionConstraint(
                name="controlspan_one_state_a_day",
                expressions=[
                    (
                        Func(F("city"), F("city"), Value("[]"), function="int8range"),
                        RangeOperators.OVERLAPS,
                    ),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="controlspan_has_days", condition=Q(during__isempty=False)),
            models.CheckConstraint(
                name="controlspan_holders_fit_state",
                condition=Q(state=ControlState.UNKNOWN, holders=[])
                | Q(state=ControlState.CHANGING)
                | (Q(state__in=[ControlState.HELD, ControlState.CONTESTED]) & ~Q(holders=[])),
            ),
            models.CheckConstraint(
                name="controlspan_coming_while_changing",
                condition=Q(state=ControlState.CHANGING) | Q(coming=[]),
            ),
        ]
        indexes = [GinIndex(fields=["holders"], name="controlspan_holders")]

    def __str__(self) -> str:
        return f"{self.city}, {self.during}: {self.get_state_display()}"
