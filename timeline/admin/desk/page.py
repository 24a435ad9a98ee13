"""The desk's address: shows what it points at, and does what the form at hand asks for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from timeline.admin.desk import at_hand, saving
from timeline.admin.desk.showing import article_of, shown
from timeline.desk import reading_of


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, number: int) -> HttpResponse:
    """Shows what the address points at; POST does what a button of the form at hand says."""
    article = article_of(request, number)
    if request.method == "POST":
        answer = saving.save(request, article)
        return answer if isinstance(answer, HttpResponse) else shown(request, answer)
    return shown(request, at_hand.at_hand(request, article, reading_of(article)))
