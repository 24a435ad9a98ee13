"""The form of an event; of a published one it is a correction, with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import dates, wording
from timeline.admin import dating
from timeline.admin.entry import EntryForm
from timeline.admin.numbers import number_in
from timeline.models import Article, Event
from timeline.models.grading import assessments
from timeline.models.vocabulary import KINDS_OF
from timeline.wording import grades

KINDS_BY_FAMILY = [
    ("", "---------"),
    *((family.label, [(kind, kind.label) for kind in kinds]) for family, kinds in KINDS_OF.items()),
]


def grade_by_rule(event: Event) -> str:
    """What the rule makes of the event's accounts as they were saved last, and why."""
    if not event.pk:
        return gettext("It follows from the accounts below, once they are saved.")
    accounts = list(Event.objects.with_accounts().get(pk=event.pk).citations.all())
    return grades.by_rule(event, assessments([event.pk])[event.pk], accounts)


class EventForm(EntryForm[Event]):
    together = (("date_printed", "read_on", *dating.READ), ("grade_set", "grade_reason"))

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()  # the admin names them
        widgets = {
            "headline": forms.TextInput(attrs={"class": "vTextField headline"}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "language": forms.TextInput(attrs={"size": 4}),
            "date_printed": forms.TextInput(
                attrs={
                    "size": 40,
                    "autocomplete": "off",
                    "placeholder": _("on Tuesday, mid-October 2017, 2017-10-17 …"),
                    "data-reads-at": reverse_lazy("admin:timeline_event_read_date"),
                }
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(kind := self.fields.get("kind"), forms.TypedChoiceField):
            kind.choices = KINDS_BY_FAMILY

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors.keys() & {"date_printed", "read_on", *dating.READ}:
            self.settle_date(cleaned)
        if cleaned.get("grade_reason") and not cleaned.get("grade_set"):
            self.add_error("grade_set", _("Choose the grade that this is the reason for."))
        return cleaned

    def settle_date(self, cleaned: dict[str, Any]) -> None:
        """Dates it anew where its date was touched; else the rule that dated it stands."""
        if self.instance.pk and not {"date_printed", "read_on", *dating.READ} & {
            *self.changed_data
        }:
            return
        cleaned["read_on"] = cleaned.get("read_on") or self.first_article_day()
        try:
            self.instance.date_rule = dating.settle(
                cleaned, changed=set(self.changed_data), by_hand=self.is_by_hand()
            )
        except dates.UnreadableDate as unreadable:
            self.add_error("date_printed", wording.unreadable(unreadable.reason))

    def is_by_hand(self) -> bool:
        """Whether the bounds stand as they are: the script says so, or nothing new was printed."""
        kept = self.instance.date_rule == dating.BY_HAND and "date_printed" not in self.changed_data
        return kept or "by_hand" in self.data

    def first_article_day(self) -> date | None:
        """The day of the first article cited in the rows below, as they were sent."""
        cited = number_in(self.data.get("citations-0-article", "")) or 0
        article = Article.objects.filter(pk=cited).first()
        return article.published_on if article else None


class CorrectionForm(EventForm):
    note = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("What was wrong, in a sentence. It is kept with the change."),
    )
    public = forms.BooleanField(
        label=_("Show to readers"),
        required=False,
        initial=True,
        help_text=_("Leave it off for what changes nothing for them, such as a slip of the pen."),
    )
