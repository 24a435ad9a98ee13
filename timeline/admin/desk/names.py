"""What is done about a name that no list has, in one step each."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from timeline import gazetteer
from timeline.actions import naming
from timeline.actions import reading as acts
from timeline.admin.desk.reading import answered, number_in
from timeline.admin.desk.showing import article_of
from timeline.admin.entry import who
from timeline.models import Article, City, Dismissal, Faction
from timeline.models.name import LONGEST


@require_POST
def name(request: HttpRequest, number: int) -> HttpResponse:
    """`name` is a `place` of the gazetteer by its number, a spelling of a `city` by its id or of
    whatever is known as `spelling`, or `no` name.
    """
    article = article_of(request, number)
    try:
        messages.success(request, done(request, article, request.POST.get("name", "")[:LONGEST]))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    return answered(request, article)


def done(request: HttpRequest, article: Article, name: str) -> str:
    """Does what was asked, and says so."""
    by, sent = who(request), request.POST
    if "no" in sent:
        acts.dismiss(article, name, what=Dismissal.What.NAME, by=by)
        return _("“%(name)s” is not asked about again in this article.") % {"name": name}
    place = gazetteer.get(number_in(sent.get("place", "")))
    if place:
        city = naming.add_city(place, name, by=by, language=article.language)
        return _("%(city)s is a city of the record now.") % {"city": city}
    subject = meant(sent.get("city", ""), sent.get("spelling", ""))
    naming.add_spelling(subject, name, by=by, language=article.language)
    return _("“%(name)s” is a spelling of %(subject)s now.") % {"name": name, "subject": subject}


def meant(city: str, words: str) -> City | Faction:
    """The one city or faction that was picked, or is called so; ValidationError for none or two."""
    if number := number_in(city):
        return City.objects.get(pk=number)
    found: list[City | Faction] = [*City.objects.spelled(words), *Faction.objects.spelled(words)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(_("More than one is called “%(words)s”.") % {"words": words})
    raise ValidationError(
        _("No city and no faction is called “%(words)s”. Pick one of the list.") % {"words": words}
    )
