"""Grades follow accounts, outlets, articles, factions and data sets, and what editors say."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline.actions import articles, comparing, datasets, events, factions, grading
from timeline.actions.merging import merge_events, merge_factions
from timeline.actions.restoring import restore
from timeline.models import Article, Citation, Dataset, Edition, Event, Outlet, Revision
from timeline.models.grading import assessments, regrade
from timeline.models.vocabulary import ClaimantKind, Grade, Kind, Role, Scale, Stance

pytestmark = pytest.mark.django_db


def paper(**columns: object) -> Outlet:
    """An outlet of standing."""
    return make.outlet(**{"scale": Scale.NATIONAL, **columns})  # type: ignore[arg-type]


def told(**given: object) -> Event:
    """A published event with one account, in a paper of standing."""
    article = make.article(outlet=paper())
    return make.event(taken_from=article, published=True, **given)  # type: ignore[arg-type]


def attach(event: Event, article: Article | None = None, **columns: object) -> None:
    citation = Citation(
        article=article or make.article(outlet=paper()), quotation=make.QUOTATION, **columns
    )
    comparing.attach(event, citation, by=make.editor())


def grade(event: Event) -> str:
    event.refresh_from_db()
    return event.grade


def change_outlet(event: Event, **columns: object) -> None:
    outlet = event.citations.get().article.outlet
    for name, value in columns.items():
        setattr(outlet, name, value)
    outlet.save()
    articles.outlet_saved(outlet, by=make.editor())


def test_an_event_has_the_grade_of_its_accounts_from_the_first_save() -> None:
    draft = make.event(taken_from=make.article(outlet=paper()))
    assert (draft.grade, draft.grade_by_rule) == (Grade.REPORTED, Grade.REPORTED)


def test_a_second_independent_article_corroborates() -> None:
    event = told()
    attach(event)
    assert grade(event) == Grade.CORROBORATED


def test_a_copy_of_the_same_article_does_not() -> None:
    event = told()
    attach(event, make.article(outlet=paper(), retells=event.citations.get().article))
    assert grade(event) == Grade.REPORTED


def test_a_copy_of_a_copy_counts_as_its_origin() -> None:
    event = told()
    copy = make.article(outlet=paper(), retells=event.citations.get().article)
    attach(event, make.article(outlet=paper(), retells=copy))
    assert grade(event) == Grade.REPORTED


def test_two_copies_of_one_agency_are_one_source() -> None:
    agency = make.article(outlet=paper())
    event = make.event(taken_from=make.article(retells=agency), published=True)
    attach(event, make.article(retells=agency))
    assert grade(event) == Grade.REPORTED


def test_a_copy_in_the_paper_of_a_party_is_its_word() -> None:
    captor = make.faction()
    copy = make.article(outlet=paper(run_by=captor), retells=make.article(outlet=paper()))
    event = make.event(taken_from=copy, factions=[(captor, Role.CAPTOR)])
    assert event.grade == Grade.UNCONFIRMED


def test_two_articles_that_retell_each_other_are_two_sources() -> None:
    event = told()
    first = event.citations.get().article
    second = make.article(outlet=paper(), retells=first)
    attach(event, second)
    first.retells = second
    first.save()
    articles.changed(first, by=make.editor(), body=make.BODY)
    assert grade(event) == Grade.CORROBORATED


def test_an_article_found_to_be_a_copy_lowers_the_grade_of_its_events() -> None:
    event = told()
    second = make.article(outlet=paper())
    attach(event, second)
    second.retells = event.citations.first().article  # type: ignore[union-attr]
    second.save()
    edition = Edition.objects.current().number
    articles.changed(second, by=make.editor(), body=make.BODY)
    assert grade(event) == Grade.REPORTED
    assert Edition.objects.current().number > edition


def test_what_the_origin_of_a_copy_is_moves_events_that_cite_the_copy_alone() -> None:
    origin = make.article(outlet=paper())
    event = make.event(taken_from=make.article(retells=origin), published=True)
    assert grade(event) == Grade.REPORTED
    origin.outlet = paper(scale=Scale.NEW_MEDIA)
    origin.save()
    edition = Edition.objects.current().number
    articles.changed(origin, by=make.editor(), body=make.BODY)
    assert grade(event) == Grade.UNCONFIRMED
    assert Edition.objects.current().number > edition


def test_an_outlet_that_a_party_turns_out_to_run_counts_no_more() -> None:
    captor = make.faction()
    event = told(factions=[(captor, Role.CAPTOR)])
    change_outlet(event, run_by=captor)
    assert grade(event) == Grade.UNCONFIRMED
    change_outlet(event, run_by=None)
    assert grade(event) == Grade.REPORTED


def test_the_scale_of_an_outlet_gives_or_takes_its_standing() -> None:
    event = told()
    change_outlet(event, scale=Scale.NEW_MEDIA)
    assert grade(event) == Grade.UNCONFIRMED


def test_a_correction_that_takes_an_account_away_lowers_the_grade() -> None:
    event = told()
    attach(event)
    event.citations.last().delete()  # type: ignore[union-attr]
    events.correct(event, by=make.editor(), note="The second tells of another day.")
    assert event.grade == Grade.REPORTED


def test_a_denial_disputes_and_a_concession_confirms() -> None:
    army = make.faction()
    event = told(factions=[(army, Role.FORMER_HOLDER)])
    attach(event, claimant_faction=army, stance=Stance.CONCEDES)
    assert grade(event) == Grade.CONFIRMED
    attach(event, stance=Stance.DENIES, claimant_kind=ClaimantKind.WITNESS)
    assert grade(event) == Grade.DISPUTED


def test_an_allegiance_makes_a_word_a_party_s_own_on_the_days_it_held() -> None:
    group, brigade = make.faction(), make.faction()
    event = told(factions=[(group, Role.CAPTOR)], when="2017-10-17")
    Citation.objects.update(claimant_faction=brigade)
    make.allegiance(brigade, group, until=date(2016, 1, 1))
    assert grade(event) == Grade.REPORTED
    link = brigade.allegiances.get()
    link.until_latest = date(2017, 10, 17)
    link.save()
    factions.saved(brigade, by=make.editor())
    assert grade(event) == Grade.UNCONFIRMED


def test_a_chain_counts_only_where_its_links_held_at_once() -> None:
    group, middle, brigade = make.faction(), make.faction(), make.faction()
    event = told(factions=[(group, Role.CAPTOR)], when="2017")
    Citation.objects.update(claimant_faction=brigade)
    make.allegiance(brigade, middle, until=date(2017, 3, 1))
    make.allegiance(middle, group, since=date(2017, 3, 2))
    assert grade(event) == Grade.REPORTED
    make.allegiance(brigade, group, since=date(2017, 6, 1))
    assert grade(event) == Grade.UNCONFIRMED


def test_a_paper_of_the_larger_group_speaks_for_its_part() -> None:
    group, brigade = make.faction(), make.faction()
    event = told(factions=[(brigade, Role.CAPTOR)])
    change_outlet(event, run_by=group)
    assert grade(event) == Grade.REPORTED
    make.allegiance(brigade, group)
    assert grade(event) == Grade.UNCONFIRMED


def test_two_events_merged_have_the_grade_of_the_accounts_of_both() -> None:
    kept, dropped = told(), told()
    merge_events(dropped, into=kept, by=make.editor(), note="The same.")
    assert grade(kept) == Grade.CORROBORATED
    assert grade(dropped) == Grade.UNCONFIRMED


def test_merging_takes_over_the_grade_that_an_editor_set() -> None:
    kept, dropped = told(), told(grade=Grade.REFUTED, grade_reason="The picture is older.")
    merge_events(dropped, into=kept, by=make.editor(), note="The same.")
    assert grade(kept) == Grade.REFUTED
    assert kept.grade_reason == "The picture is older."


def test_two_factions_merged_speak_for_themselves() -> None:
    captor, spokesman = make.faction(), make.faction()
    event = told(factions=[(captor, Role.CAPTOR)])
    Citation.objects.update(claimant_faction=spokesman)
    regrade([event.pk])
    merge_factions(spokesman, into=captor, by=make.administrator(), note="The same.")
    assert grade(event) == Grade.UNCONFIRMED


def test_a_record_of_a_data_set_follows_its_grade_until_somebody_tells_of_it() -> None:
    dataset = Dataset.objects.create(slug="records", name="Records", grade=Grade.CORROBORATED)
    event = make.event(dataset=dataset, external_id="1", quotation="", published=True)
    assert grade(event) == Grade.CORROBORATED
    dataset.grade = Grade.REPORTED
    dataset.save()
    datasets.saved(dataset, by=make.administrator())
    assert grade(event) == Grade.REPORTED
    attach(event, claimant_kind=ClaimantKind.PARTY)
    assert grade(event) == Grade.UNCONFIRMED


def test_a_grade_that_moves_by_itself_writes_no_revision_and_moves_the_edition() -> None:
    event = told()
    revisions, edition = Revision.objects.of(event).count(), Edition.objects.current().number
    change_outlet(event, scale=Scale.OTHER)
    assert grade(event) == Grade.UNCONFIRMED
    assert Revision.objects.of(event).count() == revisions
    assert Edition.objects.current().number > edition


def test_an_earlier_state_comes_back_with_the_grade_of_its_accounts() -> None:
    event = told()
    attach(event)
    first = Revision.objects.of(event).get(number=2)
    restore(event, first, by=make.editor(), note="The second was another.")
    assert grade(event) == Grade.REPORTED


def set_to(event: Event, chosen: str, reason: str = "") -> None:
    event.grade_set, event.grade_reason = chosen, reason
    event.save()
    events.correct(event, by=make.editor(), note="Looked at again.")


@pytest.mark.parametrize(
    ("chosen", "reason", "counts"),
    [
        (Grade.UNCONFIRMED, "", Grade.UNCONFIRMED),
        (Grade.CONFIRMED, "", Grade.REPORTED),
        (Grade.CONFIRMED, "An inquiry found so.", Grade.CONFIRMED),
        ("", "", Grade.REPORTED),
    ],
)
def test_an_editor_lowers_at_will_and_raises_with_a_reason(
    chosen: str, reason: str, counts: Grade
) -> None:
    event = told()
    set_to(event, chosen, reason)
    assert (grade(event), event.grade_by_rule) == (counts, Grade.REPORTED)


def test_a_grade_lowered_without_reason_falls_with_the_rule_and_never_rises_above_it() -> None:
    event = told()
    attach(event)
    set_to(event, Grade.REPORTED)
    change_all = event.citations.values_list("article__outlet", flat=True)
    for outlet in Outlet.objects.filter(pk__in=list(change_all)):
        outlet.run_by = make.faction()
        outlet.save()
        articles.outlet_saved(outlet, by=make.editor())
    assert grade(event) == Grade.REPORTED  # strangers run them
    Citation.objects.update(claimant_kind=ClaimantKind.PARTY)
    events.correct(event, by=make.editor(), note="Parties said so.")
    assert event.grade == Grade.UNCONFIRMED


def test_raising_without_a_reason_is_refused() -> None:
    event = told()
    set_to(event, Grade.CONFIRMED)
    with pytest.raises(ValidationError, match="By the rule the grade is “Reported”"):
        grading.demand_reason(event)
    for chosen, reason in [(Grade.CONFIRMED, "Found so."), (Grade.REFUTED, ""), ("", "")]:
        set_to(event, chosen, reason)
        grading.demand_reason(event)


def test_many_events_are_graded_in_a_fixed_number_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    captor = make.faction()
    many = [told(factions=[(captor, Role.CAPTOR)], kind=Kind.CAPTURED).pk for _ in range(5)]
    Citation.objects.update(claimant_faction=captor)
    with django_assert_max_num_queries(8):
        assert regrade(many) == set(many)
    assert {each.grade.value for each in assessments(many).values()} == {"unconfirmed"}
    assert not regrade(many)
