"""Articles, their series of texts, and the addresses of cities and factions."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError

from tests import make
from timeline.actions import addresses, articles, cities, factions
from timeline.models import City, Event, OldAddress
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_a_changed_text_is_added_and_the_old_one_kept() -> None:
    article = make.article(body="One.")
    articles.take_text(article, "Two.")
    assert list(article.texts.values_list("number", "body")) == [(1, "One."), (2, "Two.")]


def test_a_reporter_leaves_the_text_alone_that_a_published_event_rests_on() -> None:
    article = make.article()
    make.event(taken_from=article, published=True)
    with pytest.raises(ValidationError, match="Ask an editor"):
        articles.changed(article, by=make.reporter(), body="Other words.")
    assert article.texts.count() == 1
    articles.changed(article, by=make.editor(), body="Other words.")
    assert article.texts.count() == 2


def test_the_same_text_in_other_line_ends_is_no_new_text() -> None:
    article = make.article(body="One.\nTwo.")
    assert articles.take_text(article, "One.\r\nTwo.") is None


def test_events_follow_an_article_to_another_outlet() -> None:
    article = make.article()
    event = make.event(taken_from=article, published=True)
    article.outlet = make.outlet("Another")
    article.save()
    articles.changed(article, by=make.editor(), body="")
    assert list(Event.objects.reported_by([article.outlet_id])) == [event]


def test_names_whose_signs_fold_into_many_letters_are_kept() -> None:
    make.article("ß" * 300)
    city = make.city("ﷺ" * 150, slug="long")
    assert list(City.objects.spelled("ﷺ" * 150)) == [city]


def test_a_city_that_moves_keeps_its_old_address() -> None:
    city = make.city("Kobani", slug="kobane")
    city.slug = "kobani"
    city.save()
    cities.saved(city, by=None, old_slug="kobane")
    assert OldAddress.objects.get(kind="city", slug="kobane").target == city.pk


def test_an_old_address_is_not_given_to_another_city() -> None:
    city = make.city("Kobani")
    addresses.keep_old(city, "ayn-al-arab")
    with pytest.raises(ValidationError):
        addresses.demand_free(make.city("Other"), "ayn-al-arab")


def test_a_reporter_renames_no_city_and_no_faction() -> None:
    with pytest.raises(PermissionDenied):
        cities.saved(make.city(), by=make.reporter())
    with pytest.raises(PermissionDenied):
        factions.saved(make.faction(), by=make.reporter())


def test_whoever_may_add_cities_and_factions_enters_them_without_leave_to_change_them() -> None:
    newcomer = make.reporter()
    for name in ("add_city", "add_faction", "add_outlet"):
        newcomer.user_permissions.add(Permission.objects.get(codename=name))
    city, faction, outlet = make.city(), make.faction(), make.outlet()
    cities.entered(city, by=newcomer)
    factions.entered(faction, by=newcomer)
    articles.outlet_entered(outlet, by=newcomer)
    with pytest.raises(PermissionDenied):
        cities.saved(city, by=newcomer)
    with pytest.raises(PermissionDenied):
        factions.saved(faction, by=newcomer)
    with pytest.raises(PermissionDenied):
        articles.outlet_saved(outlet, by=newcomer)


def test_a_circle_of_groups_is_refused() -> None:
    one, two, three = (make.faction() for _ in range(3))
    make.allegiance(one, two)
    make.allegiance(two, three)
    with pytest.raises(ValidationError, match="part of itself"):
        make.allegiance(three, one)


def test_ending_an_allegiance_takes_the_events_after_it_away() -> None:
    group, whole = make.faction(), make.faction()
    link = make.allegiance(group, whole)
    make.event(factions=[(group, Role.ATTACKER)])
    assert Event.objects.involving([whole.pk])
    link.delete()
    factions.saved(group, by=None)
    assert not Event.objects.involving([whole.pk])
