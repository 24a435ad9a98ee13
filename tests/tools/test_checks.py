"""What a reviewer is told before deciding."""

import pytest
from pytest_django import Settings

from tests import make
from timeline.actions import articles
from timeline.actions.comparing import keep_finding
from timeline.checks import Check, checks
from timeline.models import Comparison, Event, Outlet
from timeline.models.grading import regrade
from timeline.models.vocabulary import Basis, FactionKind, Grade, Kind, Role, Scale

pytestmark = pytest.mark.django_db

WORDS = "SDF fighters took Raqqa on Tuesday, killing at least 22 people"
BODY = f"{WORDS}, a spokesman said. The Islamic State group lost its stronghold. Homs was quiet.\n"


def told(event: Event, by: str = "reviewer") -> dict[str, Check]:
    """The checks of the event by their words."""
    return {str(check.words): check for check in checks(event, reviewer=make.editor(by))}


def about(event: Event, *words: str) -> list[bool | None]:
    """The outcomes of all checks whose sentence has one of these words in it."""
    found = told(event).items()
    return [check.passed for said, check in found if any(word in said for word in words)]


def taking(**given: object) -> Event:
    """An event whose one quotation says who took what and when."""
    article = make.article(body=BODY)
    return make.event(taken_from=article, quotation=WORDS, when="on Tuesday", **given)  # type: ignore[arg-type]


def test_a_quotation_that_stands_in_its_article_is_said_to_do_so() -> None:
    assert about(taking(), "word for word") == [True]


def test_a_quotation_that_the_article_lost_is_to_be_looked_at() -> None:
    event = taking()
    articles.take_text(event.citations.get().article, "All of it was rewritten.")
    assert about(event, "no longer in the article since") == [None]


def test_without_an_article_nothing_shows_where_an_event_comes_from() -> None:
    assert about(make.event(quotation=""), "No article is cited") == [False]


def test_an_account_without_words_is_to_be_looked_at() -> None:
    event = taking()
    make.citation(event, make.article(outlet=make.outlet("The Herald")), "")
    assert about(event, "The Herald is cited without its words") == [None]


def test_the_printed_words_and_their_rule_lead_to_the_day() -> None:
    check = told(taking())["“on Tuesday” is 17 October 2017."]
    assert check.passed
    assert "weekday" in check.rule


def test_days_that_the_printed_words_do_not_mean_were_set_by_hand() -> None:
    event = taking()
    Event.objects.filter(pk=event.pk).update(earliest="2017-10-10", latest="2017-10-10")
    event.refresh_from_db()
    assert about(event, "set by hand to: 10 October 2017") == [None]


def test_words_of_a_date_that_no_article_has_are_to_be_looked_at() -> None:
    event = taking()
    event.date_printed = "last Tuesday"
    assert about(event, "“last Tuesday” does not stand") == [None]


def test_an_event_without_a_date_has_no_place_on_the_timeline() -> None:
    assert about(make.event(when=None), "No date is given") == [False]


def test_a_date_without_printed_words_is_to_be_looked_at() -> None:
    event = taking()
    event.date_printed = ""
    assert about(event, "No words of an article") == [None]


def test_a_reviewer_is_told_whose_event_it_is(settings: Settings) -> None:
    event = make.event(by=make.reporter())
    assert told(event)["Entered by reporter, not by you."].passed
    own = make.event(by=make.editor("reviewer"))
    assert about(own, "You entered it yourself") == [None]
    settings.TWO_PERSON_RULE = True
    assert about(own, "You entered it yourself") == [False]


@pytest.mark.parametrize(
    ("spelling", "said", "outcome"),
    [
        ("Raqqa", "named in the words quoted", True),
        ("Homs", "named elsewhere in the article only", None),
        ("Mosul", "No article cited names", None),
    ],
)
def test_the_city_is_looked_for_in_any_spelling(
    spelling: str,
    said: str,
    outcome: bool | None,  # noqa: FBT001 - a row of the table
) -> None:
    event = taking(city=make.city("Ar-Somewhere", spellings=[spelling]))
    assert about(event, said) == [outcome]


def test_a_city_in_the_rest_of_the_sentence_counts() -> None:
    article = make.article(body="In Raqqa, the fighting stopped on Tuesday.")
    event = make.event(
        taken_from=article, quotation="the fighting stopped", city=make.city("Raqqa")
    )
    assert about(event, "named in the sentence quoted from") == [True]


def test_every_faction_is_looked_for_where_it_is_quoted() -> None:
    sdf, isis = make.faction("SDF"), make.faction("ISIS", spellings=["Islamic State"])
    assert about(taking(factions=[(sdf, Role.CAPTOR)]), "Every faction is named") == [True]
    both = taking(factions=[(sdf, Role.CAPTOR), (isis, Role.FORMER_HOLDER)])
    assert about(both, "Every faction is named") == []
    assert about(both, "Named elsewhere in the article only: ISIS.") == [None]


def test_nobody_looks_for_a_name_of_civilians() -> None:
    civilians = make.faction("Civilians", kind=FactionKind.CIVILIANS)
    assert about(taking(factions=[(civilians, Role.VICTIM)]), "Civilians", "faction") == []


def test_a_faction_that_no_article_names_is_to_be_looked_at() -> None:
    event = taking(factions=[(make.faction("Peshmerga"), Role.SUPPORTER)])
    assert about(event, "No article cited has a spelling on record of: Peshmerga.") == [None]


def test_a_faction_that_was_inferred_is_said_to_be() -> None:
    coalition = make.faction("US-led coalition")
    event = taking(factions=[(coalition, Role.SUPPORTER)])
    event.participations.update(basis=Basis.INFERRED_BY_EDITOR)
    assert about(event, "but inferred: US-led coalition.") == [None]


@pytest.mark.parametrize(
    ("printed", "said", "outcome"),
    [
        ("at least 22", "The number stands in its quotation", True),
        ("lost", "stands elsewhere", None),
        ("a spokesman", "stands beside its quotation", None),
        ("ninety", "does not stand in the article", False),
    ],
)
def test_a_number_is_looked_for_in_the_words_that_give_it(
    printed: str,
    said: str,
    outcome: bool | None,  # noqa: FBT001 - a row of the table
) -> None:
    event = taking()
    event.citations.get().figures.create(measure="killed", printed=printed)
    assert about(event, said) == [outcome]


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [(22, None, []), (30, 35, []), (None, None, []), (None, 22, []), (2, 2, [None])],
)
def test_bounds_that_the_printed_words_rule_out_are_asked_about(
    low: int | None, high: int | None, outcome: list[bool | None]
) -> None:
    event = taking()
    event.citations.get().figures.create(
        measure="killed", printed="at least 22", low=low, high=high
    )
    assert about(event, "was that mistyped?") == outcome


def graded(set_to: str = "", reason: str = "", *, stance: str = "asserts") -> Event:
    """An event with one account, printed by a national outlet."""
    event = taking(grade_set=set_to, grade_reason=reason)
    event.citations.update(stance=stance)
    Outlet.objects.update(scale=Scale.NATIONAL)
    regrade([event.pk])
    event.refresh_from_db()
    return event


def test_the_grade_is_told_with_what_it_follows_from() -> None:
    said = "Reported by the rule, because one independent source says so: "
    assert about(graded(), said) == [True]


def test_a_disputed_event_is_to_be_looked_at() -> None:
    assert about(graded(stance="denies"), "Disputed by the rule") == [None]


@pytest.mark.parametrize(
    ("set_to", "reason", "said"),
    [
        (Grade.CONFIRMED, "An inquiry found so.", "“Reported”. An inquiry found so."),
        (
            Grade.UNCONFIRMED,
            "",
            "The grade was lowered by an editor; by the rule",
        ),
        (Grade.CONFIRMED, "", "“Confirmed” was set without a reason"),
    ],
)
def test_a_grade_that_an_editor_set_is_to_be_looked_at(set_to: str, reason: str, said: str) -> None:
    event = graded(set_to, reason)
    assert about(event, said) == [None]
    assert any("Reported by the rule" in check.rule for check in told(event).values())


@pytest.mark.parametrize(
    ("headline", "said", "outcome"),
    [
        ("SDF take Raqqa", "14 characters", True),
        ("A" * 81, "is long", None),
        ("SDF take Raqqa.", "full stop", None),
    ],
)
def test_a_headline_is_short_and_has_no_full_stop(
    headline: str,
    said: str,
    outcome: bool | None,  # noqa: FBT001 - a row of the table
) -> None:
    assert about(make.event(headline), said) == [outcome]


@pytest.mark.parametrize(
    ("kind", "said", "outcome"),
    [
        (Kind.CAPTURED, "tells of “captured by fighting”", True),
        (Kind.PROTEST, "may rather tell of", None),
    ],
)
def test_the_words_of_the_field_tell_of_a_kind(
    kind: Kind,
    said: str,
    outcome: bool | None,  # noqa: FBT001 - a row of the table
) -> None:
    assert about(taking(kind=kind, city=make.city("Raqqa")), said) == [outcome]


def test_where_no_word_of_the_field_stands_nothing_is_said_of_the_kind() -> None:
    article = make.article(body="It was a quiet day in Homs.")
    event = make.event(taken_from=article, quotation="a quiet day")
    assert about(event, "tells of", "rather tell of") == []


def two_alike() -> tuple[Event, Event]:
    raqqa, sdf = make.city("Raqqa"), make.faction("SDF")
    there = taking(headline="On record", city=raqqa, factions=[(sdf, Role.CAPTOR)])
    return taking(city=raqqa, factions=[(sdf, Role.CAPTOR)]), there


def test_an_event_like_it_on_record_is_named_until_the_two_are_compared() -> None:
    event, there = two_alike()
    alike = [check.event for check in checks(event, reviewer=make.editor()) if check.event]
    assert alike == [there]
    Comparison.objects.create(event=event, other=there, finding=Comparison.Finding.APART)
    assert about(event, "Compared: another event.") == [True]
    assert about(there, "Compared: another event.") == [True]


def test_what_was_found_last_of_two_is_what_counts() -> None:
    event, there = two_alike()
    for one, other, finding in ((event, there, "apart"), (there, event, "part")):
        keep_finding(one, other, finding, by=make.editor(), words="So it is.")
    assert about(event, "Compared: one is a part of the other.") == [True]
    keep_finding(event, there, "apart", by=make.editor(), words="Another bridge.")
    check = told(event)["Compared: another event."]
    assert (check.event, check.rule) == (there, "“Another bridge.”")


def test_where_no_event_is_like_it_that_is_said() -> None:
    assert about(taking(city=make.city("Raqqa")), "No event on record is like it") == [True]


def test_what_is_wrong_comes_first_and_then_what_is_in_doubt() -> None:
    event = make.event("A headline.", quotation="", when=None, by=make.editor("reviewer"))
    outcomes = [check.passed for check in checks(event, reviewer=make.editor("reviewer"))]
    assert outcomes == sorted(outcomes, key=[False, None, True].index)
    assert set(outcomes) == {False, None, True}
