"""What is done about a name that no list has, in one step each."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from timeline import gazetteer
from timeline.actions import naming
from timeline.actions import reading as acts
from timeline.admin.desk.filled import words
from timeline.admin.desk.reading import answered
from timeline.admin.desk.showing import article_of
from timeline.admin.entry import in_words, who
from timeline.admin.numbers import number_in
from timeline.models import Article, City, Dismissal, Faction
from timeline.models.name import LONGEST


@require_POST
def name(request: HttpRequest, number: int) -> HttpResponse:
    """`name` is a `place` of the gazetteer by its number, a spelling of a `city` by its id or of
    whatever is known as `spelling`, or `no` name.
    """
    article = article_of(request, number)
    try:
        messages.success(request, done(request, article, words(request.POST, "name")[:LONGEST]))
    except (ValidationError, IntegrityError) as refused:
        messages.error(request, " ".join(in_words(refused).messages))
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    return answered(request, article)


def done(request: HttpRequest, article: Article, name: str) -> str:
    """Does what was asked, and says so."""
    by, sent = who(request), request.POST
    if "no" in sent:
        acts.dismiss(article, name, what=Dismissal.What.NAME, by=by)
        return _("“%(name)s” is not asked about again in this article.") % {"name": name}
    place = gazetteer.get(number_in(sent.get("place", "")) or 0)
    if place:
        city = naming.add_city(place, name, by=by, language=article.language)
        return _("%(city)s is a city of the record now.") % {"city": city}
    subject = meant(sent.get("city", ""), words(sent, "spelling"))
    naming.add_spelling(subject, name, by=by, language=article.language)
    return _("“%(name)s” is a spelling of %(subject)s now.") % {"name": name, "subject": subject}


def meant(city: str, called: str) -> City | Faction:
    """The one city or faction that was picked, or is called so; ValidationError for none or two."""
    found: list[City | Faction]
    if number := number_in(city):
        found = list(City.objects.filter(pk=number))
    else:
        found = [*City.objects.spelled(called), *Faction.objects.spelled(called)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(_("More than one is called “%(words)s”.") % {"words": called})
    raise ValidationError(
        _("No city and no faction is called “%(words)s”. Pick one of the list.") % {"words": called}
    )
