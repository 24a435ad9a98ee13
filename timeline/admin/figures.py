"""Numbers in forms: typed as the article prints them, counted by a rule that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy

from timeline import figures
from timeline.models import Figure
from timeline.wording import figures as wording

NUMBER = {"class": "number"}
PRINTED = {
    "size": 24,
    "autocomplete": "off",
    "data-counts-at": reverse_lazy("admin:timeline_event_read_figure"),
}


class FigureForm(forms.ModelForm[Figure]):
    """A number of a citation. Bounds that are left empty are read from the words."""

    class Meta:
        model = Figure
        fields = ("measure", "whom", "low", "high", "printed")
        widgets = {
            "whom": forms.TextInput(attrs={"size": 14}),
            "low": forms.NumberInput(attrs=NUMBER),
            "high": forms.NumberInput(attrs=NUMBER),
            "printed": forms.TextInput(attrs=PRINTED),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = {"low", "high"} & self.errors.keys() or self.has_bounds(cleaned)
        count = None if given else counted(cleaned.get("printed", ""))
        if count:
            cleaned["low"], cleaned["high"] = count.low, count.high
        return cleaned

    def has_bounds(self, values: Mapping[str, Any]) -> bool:
        return any(values.get(name) is not None for name in ("low", "high"))

    @property
    def meaning(self) -> str:
        """What is shown beside the row: how its words are counted, or why they cannot be.

        Nothing where an editor set other bounds than those of the words.
        """
        words, low, high = (shown(self[name].value()) for name in ("printed", "low", "high"))
        if not words.strip():
            return ""
        try:
            count = figures.read(words)
        except figures.NotANumber as refused:
            return "" if low or high else wording.unreadable(refused.reason)
        stands = (shown(count.low), shown(count.high)) == (low, high) or not (low or high)
        return wording.rule(count.rule) if stands else ""


def shown(value: object) -> str:
    """A value as its field shows it; 0 is a number."""
    return "" if value is None else str(value)


def counted(words: str) -> figures.Count | None:
    """What the words stand for; None for what is no number, which is no error of an editor's."""
    try:
        return figures.read(words)
    except figures.NotANumber:
        return None


def read_figure(request: HttpRequest) -> JsonResponse:
    """The answer to words typed into a row: their bounds as fields show them, and the rule.

    Words that give no number have no bounds; the answer says why.
    """
    words = request.GET.get("printed", "")
    try:
        count = figures.read(words)
    except figures.NotANumber as refused:
        said = wording.unreadable(refused.reason) if words.strip() else ""
        return JsonResponse({"low": "", "high": "", "meaning": said})
    bounds = {"low": shown(count.low), "high": shown(count.high)}
    return JsonResponse({**bounds, "meaning": wording.rule(count.rule)})
