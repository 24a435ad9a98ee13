"""What the desk shows of an article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from timeline import gazetteer, suggestions
from timeline.actions import articles
from timeline.actions import reading as acts
from timeline.desk import Mark, Piece, Reading, State, What, marked, reading_of
from timeline.desk.names import meanings
from timeline.desk.taken import events_taken, met
from timeline.models import Article, Citation
from timeline.models.vocabulary import Kind
from timeline.suggestions import Proposal, Sureness, Unknown

pytestmark = pytest.mark.django_db

TEXT = "The alliance took Raqqa on Tuesday."


def words(pieces: tuple[Piece, ...]) -> list[object]:
    """Plain words as they are, marked ones as (what, pieces within)."""
    return [(p.mark.what.value, words(p.pieces)) if p.mark else p.text for p in pieces]


def mark(phrase: str, what: What) -> Mark:
    start = TEXT.index(phrase)
    return Mark(start, start + len(phrase), what)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [TEXT]),
        (
            [mark("Raqqa", What.CITY)],
            ["The alliance took ", ("city", ["Raqqa"]), " on Tuesday."],
        ),
        (
            [mark("on Tuesday", What.DATE), mark("took Raqqa on Tuesday", What.USED)],
            ["The alliance ", ("used", ["took Raqqa ", ("date", ["on Tuesday"])]), "."],
        ),
        (
            [mark("alliance took", What.USED), mark("took Raqqa", What.PROPOSED)],
            [
                "The ",
                ("used", ["alliance ", ("proposed", ["took"])]),
                ("proposed", [" Raqqa"]),
                " on Tuesday.",
            ],
        ),
        (
            [mark("Raqqa", What.CITY), mark("Raqqa", What.USED)],
            ["The alliance took ", ("used", [("city", ["Raqqa"])]), " on Tuesday."],
        ),
    ],
    ids=["none", "one", "one within another", "two that cross", "two of the same words"],
)
def test_marks_lie_within_each_other(marks: list[Mark], expected: list[object]) -> None:
    assert words(marked(TEXT, marks)) == expected


def leaves(
    pieces: tuple[Piece, ...], upon: tuple[Mark, ...] = ()
) -> Iterator[tuple[int, str, set[Mark]]]:
    for piece in pieces:
        over = (*upon, piece.mark) if piece.mark else upon
        if piece.pieces:
            yield from leaves(piece.pieces, over)
        else:
            yield piece.start, piece.text, set(over)


places = st.integers(min_value=0, max_value=30)
any_marks = st.lists(st.builds(Mark, places, places, st.sampled_from(What)), max_size=12)


@given(any_marks, st.integers(min_value=0, max_value=20), st.text(max_size=12))
@settings(deadline=None)
def test_every_letter_stands_once_and_under_its_own_marks(
    marks: list[Mark], start: int, text: str
) -> None:
    pieces = list(leaves(marked(text, marks, start=start)))
    assert "".join(piece for _, piece, _ in pieces) == text
    for at, piece, upon in pieces:
        for place in range(at, at + len(piece)):
            assert upon == {mark for mark in marks if mark.start <= place < mark.end}
            assert text[place - start] == piece[place - at]


ARTICLE = """The alliance captured Raqqa on Sunday. The weather was fine.

Fighters shelled Tabqa on Monday. The group said nothing."""
CAPTURED = "The alliance captured Raqqa on Sunday"
SHELLED = "Fighters shelled Tabqa on Monday"


def told(*phrases: tuple[str, str]) -> list[Proposal[int]]:
    """A proposal for each phrase of the article, of that kind."""
    return [
        Proposal(
            sentence=0 if ARTICLE.index(words) < ARTICLE.index("\n") else 2,
            start=ARTICLE.index(words),
            end=ARTICLE.index(words) + len(words),
            when=None,
            city=None,
            parts=(),
            kind=kind,
            claimant=None,
            stance="asserts",
            background=False,
            sureness=Sureness.SURE,
            reasons=(),
        )
        for words, kind in phrases
    ]


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The article proposes a capture and a shelling, whatever the rules make of it."""

    def propose(text: str, **_given: object) -> list[Proposal[int]]:
        return told((CAPTURED, "captured"), (SHELLED, "shelling")) if text == ARTICLE else []

    monkeypatch.setattr(suggestions, "propose", propose)


def states(article: Article) -> list[str]:
    return [sentence.state.value for sentence in reading_of(article).sentences]


def kinds(article: Article) -> list[str]:
    return [proposal.kind for proposal in reading_of(article).proposals]


@pytest.mark.usefixtures("proposed")
def test_nothing_is_used_of_an_article_just_entered() -> None:
    article = make.article(body=ARTICLE)
    assert states(article) == ["date", "plain", "date", "plain"]
    assert kinds(article) == ["captured", "shelling"]


@pytest.mark.usefixtures("proposed")
def test_a_quotation_uses_its_sentence_and_meets_its_proposal() -> None:
    article = make.article(body=ARTICLE)
    event = make.event(taken_from=article, quotation="captured Raqqa", kind=Kind.CAPTURED)
    reading = reading_of(article)
    assert states(article) == ["used", "plain", "date", "plain"]
    assert [taken.event for taken in reading.sentences[0].events] == [event]
    assert kinds(article) == ["shelling"]


@pytest.mark.usefixtures("proposed")
def test_a_proposal_stays_met_when_the_editor_found_another_kind() -> None:
    article = make.article(body=ARTICLE)
    make.event(taken_from=article, quotation=CAPTURED, kind=Kind.TRANSFERRED)
    assert kinds(article) == ["shelling"]


def test_of_two_proposals_in_the_same_words_a_quotation_meets_one() -> None:
    both = told((CAPTURED, "captured"), (CAPTURED, "withdrew"))
    article = make.article(body=ARTICLE)
    make.event(taken_from=article, quotation=CAPTURED, kind=Kind.WITHDREW)
    text = article.current_text
    assert met(both, events_taken(article.citations.all(), text)) == {both[1].key}


@pytest.mark.usefixtures("proposed")
def test_events_are_numbered_in_the_order_of_the_words() -> None:
    article = make.article(body=ARTICLE)
    second = make.event(taken_from=article, quotation=SHELLED)
    first = make.event(taken_from=article, quotation=CAPTURED)
    numbers = [(taken.number, taken.event) for taken in reading_of(article).events]
    assert numbers == [(1, first), (2, second)]


@pytest.mark.usefixtures("proposed")
def test_dismissed_stays_dismissed_when_the_text_is_wrapped_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article = make.article(body=ARTICLE)
    acts.dismiss(article, CAPTURED, kind="captured", by=make.editor())
    assert states(article) == ["dismissed", "plain", "date", "plain"]
    assert kinds(article) == ["shelling"]

    wrapped = ARTICLE.replace("captured Raqqa", "captured\nRaqqa")
    articles.take_text(article, wrapped)
    monkeypatch.setattr(suggestions, "propose", lambda *_a, **_k: told((CAPTURED, "captured")))
    assert kinds(article) == []
    assert reading_of(article).sentences[0].state is State.DISMISSED


@pytest.mark.usefixtures("proposed")
def test_another_kind_in_dismissed_words_is_still_proposed() -> None:
    article = make.article(body=ARTICLE)
    acts.dismiss(article, CAPTURED, kind="withdrew", by=make.editor())
    assert kinds(article) == ["captured", "shelling"]


@pytest.mark.usefixtures("proposed")
def test_what_is_left_has_a_date_or_a_kind_and_was_neither_used_nor_dismissed() -> None:
    article = make.article(body=ARTICLE)
    assert [sentence.number for sentence in reading_of(article).left] == [1, 3]
    make.event(taken_from=article, quotation=CAPTURED)
    acts.dismiss(article, SHELLED + ".", by=make.editor())
    acts.dismiss(article, SHELLED, kind="shelling", by=make.editor())
    assert reading_of(article).left == []


@pytest.mark.usefixtures("proposed")
def test_a_quotation_of_an_earlier_text_uses_nothing_of_the_newest() -> None:
    article = make.article(body="It was taken on Friday.")
    make.event(taken_from=article, quotation="taken on Friday")
    article.texts.create(number=2, body=ARTICLE)
    reading = reading_of(article)
    assert [taken.places for taken in reading.events] == [()]
    assert reading.used == []


def test_the_pieces_of_all_sentences_and_the_gaps_between_are_the_text() -> None:
    body = "في يوم الأحد سقطت الرقة. 🎈 They fell\nat night.\n\nRaqqa was taken on Sunday. "
    make.city("Raqqa", spellings=["الرقة"])
    article = make.article(body=body)
    whole = "".join(one.gap + one.text for one in reading_of(article).sentences)
    assert whole == body.strip()
    for sentence in reading_of(article).sentences:
        assert body[sentence.start : sentence.end] == sentence.text


def test_names_and_days_tell_of_no_kind() -> None:
    make.faction("Free Syrian Army")
    article = make.article(body="On 4 March the Free Syrian Army shelled Tabqa, a march away.")
    found = [mark for one in reading_of(article).sentences for mark in kind_marks(one.pieces)]
    assert found == ["shelled", "march"]


def kind_marks(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The words that are marked as telling of a kind."""
    for piece in pieces:
        if piece.mark and piece.mark.what is What.KIND:
            yield piece.text
        yield from kind_marks(piece.pieces)


def test_names_are_known_from_the_moment_they_are_spelled() -> None:
    article = make.article(body=ARTICLE)
    reading_of(article)
    raqqa = make.city("Raqqa")
    assert reading_of(article).cities == {raqqa.pk}


def test_an_article_without_a_text_has_nothing_to_read() -> None:
    article = make.article(body="")
    event = make.event(quotation="")
    Citation.objects.create(event=event, article=article)
    reading = reading_of(article)
    assert reading.text is None
    assert reading.sentences == []
    assert [taken.event for taken in reading.events] == [event]


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("fa-AF", "rtl"), ("en", "ltr")])
def test_a_text_runs_the_way_its_script_does(language: str, way: str) -> None:
    assert reading_of(make.article(language=language)).direction == way


@pytest.mark.usefixtures("proposed")
def test_the_next_proposal_is_the_one_after_and_at_the_end_the_first() -> None:
    first, second = reading_of(make.article(body=ARTICLE)).proposals
    reading = reading_of(make.article(body=ARTICLE))
    assert reading.next_proposal() == first
    assert reading.next_proposal(first.start, passing=first.key) == second
    assert reading.next_proposal(second.start, passing=second.key) == first


def unknown(name: str, what: str = "city") -> Unknown:
    return Unknown(name, what, ((0, len(name)),))


def test_an_unknown_name_may_be_a_city_that_is_here_under_another_spelling() -> None:
    place = gazetteer.search("Manbij")[0]
    here = make.city("Mambij", geonames_id=place.geonames_id)
    reading = Reading(make.article(), None, unknown=[unknown("Manbij")])
    assert meanings(reading)["Manbij"].here == (here,)


def test_of_places_with_one_name_the_nearest_to_the_article_comes_first() -> None:
    aleppo = make.city("Aleppo", latitude=36.2, longitude=37.16)
    reading = Reading(make.article(), None, unknown=[unknown("Tripoli")], cities={aleppo.pk})
    first, *others = meanings(reading)["Tripoli"].places
    assert (first.place.country, first.near) == ("LB", "Aleppo")
    assert first.distance == pytest.approx(235, abs=10)
    distances = [other.distance or 0 for other in others]
    assert distances == sorted(distances)


def test_a_faction_is_not_looked_for_among_places() -> None:
    reading = Reading(make.article(), None, unknown=[unknown("Manbij Council", "faction")])
    assert meanings(reading)["Manbij Council"].places == ()


def test_a_country_is_no_city_to_add(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [unknown("Syria"), unknown("Manbij")]
    monkeypatch.setattr(suggestions, "unknown_names", lambda *_a, **_k: names)
    assert [one.name for one in reading_of(make.article(body=ARTICLE)).unknown] == ["Manbij"]


def test_what_was_found_is_kept_until_another_spelling_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def propose(text: str, **_given: object) -> list[Proposal[int]]:
        asked.append(text)
        return []

    monkeypatch.setattr(suggestions, "propose", propose)
    article = make.article(body=ARTICLE)
    reading_of(article)
    make.event(published=True)
    reading_of(article)
    assert len(asked) == 1
    make.city("Raqqa")
    reading_of(article)
    assert len(asked) == 2
