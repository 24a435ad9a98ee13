import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.quotes import Anchor, Place, anchor, locate, nearest, normalise, reanchor, sentences

TEXT = normalise(
    "Fighters enter the old quarter\n\n"
    "The alliance said on Monday that its fighters had entered the old quarter of the city.\n\n"
    "“We will not stop at the river,” a commander said – “not today.” Residents who had fled to"
    " the farms across the water told of three nights of shelling … and of empty streets.\n\n"
    "The governor’s office denied that the quarter had fallen. Its fighters still held the mill."
)
EAST = "The farms of the east were the first, and all fell on Monday. "
WEST = "After a week of shelling most of the west too fell on the Friday after that. "
PIECES = [
    st.text(max_size=40),
    st.sampled_from(["U.S. ", "Gen. ", ". ", "?” ", "\n", "\n\n", "…"]),
]


def test_a_body_is_stored_composed_with_line_feeds() -> None:
    assert normalise("Kobane\u0302\r\nfell\ragain\n  ’t") == "Koban\u00ea\nfell\nagain\n  ’t"


@given(st.text())
def test_a_stored_body_stored_again_is_the_same(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("quotation", "starts"),
    [
        ("fighters", [2, 20]),
        ("  fighters\n", [2, 20]),
        ("Fighters", []),
        ("cafe\u0301", [13]),
        ("fighters\r\nleft", [20]),
        ("", []),
        (" \n", []),
    ],
)
def test_a_quotation_is_located_to_the_letter(quotation: str, starts: list[int]) -> None:
    text = "a fighters b caf\u00e9 ffighters\nleft"
    text = text.replace("ffighters", "  fighters")
    assert [place.start for place in locate(quotation, text)] == starts


def test_places_that_overlap_are_all_located() -> None:
    assert locate("aba", "ababa") == [Place(0, 3), Place(2, 5)]


@given(st.text(min_size=1).map(normalise), st.data())
def test_words_cut_from_a_text_are_located_where_they_were_cut(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = text[start:end].strip()
    if cut:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        assert Place(start, start + len(cut)) in locate(text[start:end], text)


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ('"We will not stop at the river,"', "“We will not stop at the river,”"),
        ("a commander said -- 'not today.'", "a commander said – “not today.”"),
        ("a commander said—“not today.”", "a commander said – “not today.”"),
        ("three  nights of\nshelling ... and", "three nights of shelling … and"),
        ('quarter of the city. "We will not', "quarter of the city.\n\n“We will not"),
        ("the governor's OFFICE denied", "The governor’s office denied"),
        ("three nights of shell\u00ading", "three nights of shelling"),
    ],
)
def test_a_quotation_typed_otherwise_leads_to_its_very_words(quotation: str, passage: str) -> None:
    found = nearest(quotation, TEXT)
    assert found is not None
    assert found.text == passage == TEXT[found.start : found.end]
    assert found.likeness == 1


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("The goverment's office denied", "The governor’s office denied"),
        ("residents that had fled to the farms", "Residents who had fled to the farms"),
        ("three nights of heavy shelling", "three nights of shelling"),
        ("Its fighters held the mill.", "Its fighters still held the mill."),
        ("esidents who had fled to the farm", "Residents who had fled to the farms"),
        ("commandr", "commander"),
    ],
)
def test_small_slips_lead_to_the_nearest_whole_words(quotation: str, passage: str) -> None:
    found = nearest(quotation, TEXT)
    assert found is not None
    assert found.text == passage
    assert 0.7 < found.likeness < 1


def test_the_likest_of_several_passages_is_the_nearest() -> None:
    found = nearest("its fighters had entred the old quarter", TEXT)
    assert found is not None
    assert found.text == "its fighters had entered the old quarter"


@pytest.mark.parametrize(
    "quotation", ["", " ", "…", "Bananas grow in warm and rainy lands", "zzzz"]
)
def test_nothing_is_near_a_quotation_unlike_the_text(quotation: str) -> None:
    assert nearest(quotation, TEXT) is None


def test_a_passage_with_more_of_the_words_yields_to_one_more_alike() -> None:
    far = " … and so on … " * 30
    text = f"mill river quarter bridge{far}bridge quarter rivers mil"
    found = nearest("bridge quarter river mill", text)
    assert found is not None
    assert found.text == "bridge quarter rivers mil"


def test_marks_that_cannot_be_composed_stay_with_their_letter() -> None:
    found = nearest("the town of Ax", "It took the town of Ax\u030c.")
    assert found is not None
    assert found.text == "the town of Ax\u030c"


def test_a_quotation_is_composed_before_it_is_compared() -> None:
    found = nearest("cafe\u0301 by the MILL", "the caf\u00e9 by the mill")
    assert found is not None
    assert found.likeness == 1


def edit_distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]


@given(st.text(alphabet="ab ", max_size=12), st.text(alphabet="abc ", max_size=30))
def test_likeness_is_the_share_of_letters_left_as_they_were(quotation: str, text: str) -> None:
    found = nearest(quotation, text)
    if found:
        one, other = (" ".join(words.split()) for words in (quotation, found.text))
        longer = max(len(one), len(other))
        assert found.likeness == 1 - edit_distance(one, other) / longer


def test_nothing_is_near_in_an_empty_text() -> None:
    assert nearest("anything", "") is None


def test_a_passage_is_found_deep_in_a_long_text() -> None:
    passage = "fighters said the army of the front – a city – said “on Tuesday”"
    chance = random.Random(7)
    noise = [" ".join(chance.choices(passage.split(), k=4_000)) for _ in range(2)]
    found = nearest(
        passage.replace("–", "-").replace("“", '"').replace("”", '"'), f" {passage} ".join(noise)
    )
    assert found is not None
    assert (found.text, found.likeness) == (passage, 1)


def test_of_an_endless_quotation_the_beginning_is_looked_for() -> None:
    text = " ".join(str(number) for number in range(3_000))
    found = nearest(text, text)
    assert found is not None
    assert text[:4_900] in found.text
    assert len(found.text) < 5_100


@given(st.text(max_size=60), st.text(max_size=200))
@example("a b", "a\u0301b a")
@example("-", "- -")
def test_a_passage_is_a_trimmed_piece_of_the_text(quotation: str, text: str) -> None:
    found = nearest(quotation, text)
    if found:
        assert found.text == text[found.start : found.end] == found.text.strip() != ""
        assert 0.5 <= found.likeness <= 1


def test_an_anchor_keeps_thirty_two_characters_on_either_side() -> None:
    [place] = locate("a commander said", TEXT)
    assert anchor(place, TEXT) == Anchor(
        prefix="We will not stop at the river,” "[-32:],
        exact="a commander said",
        suffix=" – “not today.” Residents who ha",
        start=place.start,
    )


def test_an_anchor_at_the_edges_of_a_text_has_no_context() -> None:
    assert anchor(Place(0, 4), "fell") == Anchor("", "fell", "", 0)


@given(st.text(alphabet="ab ", min_size=1), st.data())
def test_an_anchor_leads_back_to_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    place = Place(start, data.draw(st.integers(start + 1, len(text))))
    assert reanchor(anchor(place, text), text) == place


@pytest.mark.parametrize(
    ("changed", "start"),
    [
        ("Late news. " + EAST + WEST, 119),
        (WEST + EAST, 46),
        (EAST + EAST + WEST.replace("west", "wset"), 170),
        ("It fell.", 3),
        ("the west had fallen", None),
    ],
)
def test_an_anchor_follows_its_words_into_a_changed_text(changed: str, start: int | None) -> None:
    [_, fell] = locate("fell", EAST + WEST)
    place = reanchor(anchor(fell, EAST + WEST), changed)
    assert (place.start if place else None) == start


def test_between_equal_surroundings_an_anchor_takes_the_nearest_place() -> None:
    line = "-" * 40 + "fell" + "-" * 40
    assert reanchor(anchor(Place(124, 128), line * 2), line * 3) == Place(124, 128)


@pytest.mark.parametrize(
    "whole",
    [
        "It fell.| They left!| Why?| Nobody knew.",
        "“We won.”| The crowd cheered.| (It rained.)| All left.",
        "“Why?” he asked.| “Go!” she said.| “We won,” they said.",
        "Gen. Mark Smith and Lt. Col. J. A. Brown met Dr. Ali at St. Mary.| No. 5 fell.",
        "Who was Lt. J?| Nobody asked.",
        "Did they stay?| No.| They left.",
        "The U.S. Army left.| It left the U.S. They stayed.".replace("U.S. They", "U.S.| They"),
        "At 5 a.m. Tuesday it fell.| It rose at 6 p.m.| The rest is known.",
        "They left on Oct. 17.| On Oct. 18 they came.| They left in Sept.| In Oct. Homs fell.",
        "It cost 3.5 million.| 300 died.| Route 4.| The end.",
        "Then … nothing.| It was quiet...| Then it was not.| It was... odd.",
        "1. The first.| 2. The second.",
        "He has a Ph.D. in law.| Acme Inc. sells it, e.g. Ammunition, i.e. Arms vs. Homs.",
        "ماذا حدث؟| سقطت المدينة.| غادر د. محمد.",
        "یہ شہر گر گیا۔| سب چلے گئے۔",
        "A headline\n|A dateline\n\n|The text.| Its end",
        "A headline as wide as any line\n\n|It fell.| Then all was over.",
        "* * *\n\n|The text.",
    ],
)
def test_sentences_are_parted_as_news_copy_writes_them(whole: str) -> None:
    text = whole.replace("|", "")
    expected = [sentence.strip() for sentence in whole.split("|")]
    assert [text[place.start : place.end] for place in sentences(text)] == expected


def test_a_sentence_goes_on_where_lines_were_wrapped() -> None:
    text = (
        "The old mill\n"
        "The alliance said on Monday that its\n"
        "Raqqa fighters had entered the mill.\n"
        "It fell.\n"
        "All of them left.\n"
    )
    assert [text[place.start : place.end] for place in sentences(text)] == [
        "The old mill",
        "The alliance said on Monday that its\nRaqqa fighters had entered the mill.",
        "It fell.",
        "All of them left.",
    ]


def test_lines_too_long_to_have_been_wrapped_are_paragraphs() -> None:
    line = "word " * 30 + "end"
    assert len(sentences(f"{line}\n{line}")) == 2


@given(st.lists(st.one_of(*PIECES)).map("".join))
def test_sentences_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    end = 0
    for place in sentences(text):
        assert text[end : place.start].strip() == ""
        assert text[place.start : place.end].strip() == text[place.start : place.end] != ""
        end = place.end
    assert text[end:].strip() == ""
