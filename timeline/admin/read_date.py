"""The answer to words typed into the date field: what they mean, and which rule says so."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline import dates, wording
from timeline.admin import dating


def read_date(request: HttpRequest) -> JsonResponse:
    """What `phrase` means against the day `read_on`: words to show, and values for the fields.

    Words that cannot be read are no error of the request: the answer then says why, and has no
    values.
    """
    phrase, day = request.GET.get("phrase", ""), request.GET.get("read_on", "")
    try:
        published = dates.read(day).earliest if day.strip() else None
        when = dating.read(phrase, published)
    except dates.UnreadableDate as unreadable:
        fault = wording.unreadable(unreadable.reason) if phrase.strip() else ""
        return JsonResponse({"html": render_meaning(fault=fault), "values": None})
    return JsonResponse({"html": meaning_of(when), "values": dating.columns(when)})


def meaning_of(when: dates.When) -> SafeString:
    return render_meaning(
        words=wording.when(when), edtf=dates.to_edtf(when), rule=wording.rule(when.rule)
    )


def render_meaning(**said: str) -> SafeString:
    return render_to_string("admin/timeline/event/_meaning.html", said)
