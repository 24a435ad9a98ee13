"""A page that is kept costs few queries, however many events stand behind it or on it."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from timeline import paging, table
from timeline.models import City, Faction

MOST = 6
EVENTS = 2 * table.PAGE  # so that pages are full, with accounts and numbers in them


@pytest.mark.django_db
def test_a_kept_page_costs_at_most_six_queries_whatever_stands_on_it(client: Client) -> None:
    call_command("seed_events", str(EVENTS), verbosity=0)
    city = City.objects.annotate(told=Count("events")).latest("told")
    faction = Faction.objects.annotate(parts=Count("participations")).latest("parts")
    for address in (
        *("/", "/?view=lanes", "/?view=map", "/?view=table", "/?view=table&sort=city"),
        *("/?from=2000", "/?order=newest", "/control/", "/changes/", "/cities/", "/factions/"),
        *(city.get_absolute_url(), faction.get_absolute_url()),
        *(f"{city.get_absolute_url()}?view=table", f"{faction.get_absolute_url()}?view=lanes"),
    ):
        full = client.get(address)
        assert full.status_code == 200, address
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= MOST, (address, [query["sql"] for query in asked])
    assert len(client.get("/?from=2000").context["page"].events) == paging.PAGE
    assert len(client.get("/?view=table").context["page"].events) == table.PAGE
