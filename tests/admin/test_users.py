import pytest
from django.test import Client

from tests import make
from tests.admin.filling import fields, send
from timeline.models import Dataset, Edition, Revision, User


def test_an_administrator_gives_a_role_but_makes_no_superuser(administrator: Client) -> None:
    reporter = make.reporter()
    address = f"/admin/timeline/user/{reporter.pk}/change/"
    page = administrator.get(address)
    filled = fields(page) | {"is_superuser": "on", "first_name": "R."}
    assert administrator.post(address, filled).status_code == 302
    reporter.refresh_from_db()
    assert (reporter.first_name, reporter.is_superuser) == ("R.", False)


def test_only_a_superuser_changes_a_superuser(administrator: Client, admin_user: User) -> None:
    address = f"/admin/timeline/user/{admin_user.pk}"
    assert administrator.post(f"{address}/change/", {}).status_code == 403
    assert administrator.get(f"{address}/password/").status_code == 403


@pytest.mark.parametrize("noun", ["user", "dataset"])
def test_a_reporter_sees_no_users_and_no_data_sets(reporter: Client, noun: str) -> None:
    assert reporter.get(f"/admin/timeline/{noun}/").status_code == 403


def test_a_data_set_keeps_its_short_name_and_a_change_of_it_is_recorded(
    administrator: Client,
) -> None:
    dataset = Dataset.objects.create(slug="demonstration", name="Demonstration")
    before = Edition.objects.current().number
    address = f"/admin/timeline/dataset/{dataset.pk}/change/"
    assert send(administrator, address, slug="real", licence="CC BY 4.0").status_code == 302
    dataset.refresh_from_db()
    assert (dataset.slug, dataset.licence) == ("demonstration", "CC BY 4.0")
    assert Revision.objects.of(dataset).get().snapshot["licence"] == "CC BY 4.0"
    assert Edition.objects.current().number == before + 1


def test_revisions_are_looked_at_and_never_changed(admin_client: Client) -> None:
    make.event()
    assert admin_client.get("/admin/timeline/revision/").status_code == 200
    assert admin_client.get("/admin/timeline/revision/add/").status_code == 403
