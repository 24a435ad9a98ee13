"""Citations inside an event's form: the article, its words, who claims it, the figures it gives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, inlineformset_factory
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline import dates, quotes, wording
from timeline.actions import anchoring, events
from timeline.admin import dating
from timeline.admin.figures import FigureForm
from timeline.admin.labelled import LabelledRows
from timeline.models import Article, Citation, Event, Figure
from timeline.models.citation import CitationQuerySet

UNDATED = dates.When(earliest=None, latest=None, precision=dates.Precision.UNKNOWN)


FigureFormSet = inlineformset_factory(
    Citation, Figure, form=FigureForm, formset=LabelledRows, extra=1
)


class CitationForm(forms.ModelForm[Citation]):
    """Refuses words that the article does not have, and offers what it has instead."""

    class Meta:
        model = Citation
        fields = (
            "article",
            "quotation",
            "claimant_words",
            "claimant_kind",
            "claimant_faction",
            "stance",
            "date_printed",
        )
        widgets = {
            "quotation": forms.Textarea(attrs={"rows": 3, "class": "quotation"}),
            "date_printed": forms.TextInput(attrs={"size": 24}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = FigureFormSet(
            self.data if self.is_bound else None,
            instance=self.instance,
            prefix=f"{self.prefix}-figures",
        )
        printed = self.fields.get("date_printed")
        if printed:
            printed.label = _("Its own date, as printed")
            printed.help_text = _("Only where this article gives another date than the event's.")

    def has_changed(self) -> bool:
        return super().has_changed() or self.figures.has_changed()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        article = cleaned.get("article")
        if article:
            self.place(article, cleaned)
            self.settle_date(article, cleaned)
        if not self.figures.is_valid():
            self.add_error(None, _("A figure of this citation needs correcting."))
        return cleaned

    def place(self, article: Article, cleaned: dict[str, Any]) -> None:
        """Finds the quotation in the newest text; what did not change stays where it stands."""
        quotation = quotes.normalise(cleaned.get("quotation", ""))
        if quotation == self.instance.quotation and article.pk == self.instance.article_id:
            cleaned["quotation"] = quotation
            if self.instance.pk:
                anchoring.keep_place(self.instance)
            return
        placed = Citation(article=article, quotation=quotation)
        try:
            events.place_quotation(placed)
        except ValidationError as refusal:
            self.add_error("quotation", self.with_nearest(refusal, placed))
            return
        cleaned["quotation"] = placed.quotation
        for column in ("text", "start", "prefix", "suffix"):
            setattr(self.instance, column, getattr(placed, column))

    def with_nearest(self, refusal: ValidationError, refused: Citation) -> SafeString:
        """Why the words were refused, and a button for those most like them, if any are."""
        text = refused.article.current_text
        passage = quotes.nearest(refused.quotation, text.body) if text else None
        if passage is None:
            return format_html("{}", refusal.messages[0])
        return format_html(
            '{} <button type="button" class="button" hidden data-takes="{}" data-passage="{}">'
            "{}</button>",
            refusal.messages[0],
            self["quotation"].id_for_label,
            passage.text,
            _("Take this passage"),
        )

    def settle_date(self, article: Article, cleaned: dict[str, Any]) -> None:
        """Reads the citation's own date, where it gives one, against its article's day."""
        phrase = cleaned.get("date_printed", "")
        try:
            when = dating.read(phrase, article.published_on) if phrase else UNDATED
        except dates.UnreadableDate as unreadable:
            self.add_error("date_printed", wording.unreadable(unreadable.reason))
            return
        self.instance.when = when
        self.instance.read_on = article.published_on if phrase else None

    def save(self, commit: bool = True) -> Citation:  # noqa: FBT001, FBT002 - Django's signature
        citation = super().save(commit)
        if commit:
            self.figures.instance = citation
            self.figures.save()
        return citation


class CitationFormSet(BaseInlineFormSet[Citation, Event, forms.ModelForm[Citation]]):
    def clean(self) -> None:
        """Refuses the same words of the same text twice, as a form sent twice would bring them."""
        super().clean()
        seen = set()
        for form in self.forms:
            place = (form.instance.text_id, form.instance.start)
            if form in self.deleted_forms or not place[0]:
                continue
            if place in seen:
                form.add_error("quotation", _("This event has that quotation already."))
            seen.add(place)


class CitationInline(admin.StackedInline[Citation, Event]):
    model = Citation
    form = CitationForm
    formset = CitationFormSet
    template = "admin/timeline/event/citations.html"
    extra = 0
    autocomplete_fields = ("article", "claimant_faction")
    fieldsets = (
        (None, {"fields": (("article", "date_printed"), "quotation")}),
        (None, {"fields": (("claimant_words", "claimant_kind"), ("claimant_faction", "stance"))}),
    )

    def get_queryset(self, request: Any) -> CitationQuerySet:
        return Citation.objects.with_gone_since()

    def get_extra(self, request: Any, obj: Event | None = None, **kwargs: Any) -> int:
        """One empty row to begin with, also without scripts; none where rows stand already."""
        return 0 if obj and obj.citations.exists() else 1
