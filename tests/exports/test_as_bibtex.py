"""An event as an entry that BibTeX, BibLaTeX and reference managers read."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.as_bibtex import SIGNS, entry, written
from timeline.models import Event

DAY = date(2018, 5, 4)
ADDRESS = "https://timeline.example/events/12/?version=3"
COMMAND = re.compile(r"\\(?:text[a-z]+\{\}|[#$%&_])")
SPELLED = {spelled: chr(sign) for sign, spelled in SIGNS.items()}


def entry_of(headline: str) -> str:
    return entry(Event(pk=12, headline=headline), address=ADDRESS, version=3, day=DAY)


def read(title: str) -> str:
    """What TeX would set."""
    return COMMAND.sub(lambda found: SPELLED[found[0]], title)


def test_an_entry_names_record_version_day_and_address() -> None:
    assert entry_of("Raqqa falls") == (
        "@misc{dateline-12-v3,\n"
        "  author = {{Dateline}},\n"
        "  title = {{Raqqa falls}},\n"
        "  year = {2018},\n"
        "  month = may,\n"
        "  day = {4},\n"
        "  howpublished = {Record 12, version 3},\n"
        "  url = {https://timeline.example/events/12/?version=3},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("100 % of R&D #1 costs $5_000", r"100 \% of R\&D \#1 costs \$5\_000"),
        (r"\input{a}", r"\textbackslash{}input\textbraceleft{}a\textbraceright{}"),
        ("}}, @book{x", r"\textbraceright{}\textbraceright{}, @book\textbraceleft{}x"),
        ("~ ^ |", r"\textasciitilde{} \textasciicircum{} \textbar{}"),
        ("2 < 3 > 1", r"2 \textless{} 3 \textgreater{} 1"),
        ("one\nline\tonly\x00\x1b", "one line only"),
        ("سقوط مدينة الرقة", "سقوط مدينة الرقة"),
        ("می‌خواهم", "می‌خواهم"),  # with the sign that keeps two letters apart
        ("الرقة\u200f.", "الرقة."),  # with a mark of direction
        ("“Ḥalab” – 2016", "“Ḥalab” – 2016"),
    ],
)
def test_a_headline_is_written_as_it_reads(headline: str, title: str) -> None:
    assert f"  title = {{{{{title}}}}},\n" in entry_of(headline)


@given(st.text())
def test_no_headline_ends_its_field_early(headline: str) -> None:
    title = written(headline)
    depth = 0
    for sign in title:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert "\n" not in title


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_every_sign_of_a_headline_is_kept(headline: str) -> None:
    assert read(written(headline)) == headline


def test_the_key_stays_when_the_headline_changes() -> None:
    keys = {entry_of(headline).partition(",")[0] for headline in ("Raqqa falls", "سقوط الرقة")}
    assert keys == {"@misc{dateline-12-v3"}
