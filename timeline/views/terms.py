"""What may be done with what stands here, and what is kept about those who read it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import Dataset, Edition
from timeline.models.edition import one_state


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    with one_state():
        context = {
            "edition": Edition.objects.current(),
            "licence": settings.LICENCE,
            "licence_url": settings.LICENCE_URL,
            "datasets": list(Dataset.objects.in_use()),
        }
        return render(request, "terms/licence.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "terms/privacy.html", {"edition": Edition.objects.current()})
