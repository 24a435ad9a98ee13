"""What `manage.py read_date` prints."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def printed(*args: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("read_date", *args, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def printed_with_errors(*args: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("read_date", *args, stdout=out)
    assert ended.value.code == 1
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_phrase_is_printed_with_everything_it_means() -> None:
    assert printed("--published", "2017-10-17", "on Tuesday") == [
        {
            "phrase": "on Tuesday",
            "earliest": "2017-10-17",
            "latest": "2017-10-17",
            "precision": "exact",
            "lasted": False,
            "circa": False,
            "uncertain": False,
            "duration": False,
            "edtf": "2017-10-17",
            "rule": "weekday",
        }
    ]


def test_an_open_end_is_null() -> None:
    (since,) = printed("since 2014")
    assert (since["earliest"], since["latest"], since["edtf"]) == ("2014-01-01", None, "2014/..")


def test_phrases_come_from_standard_input_one_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("17 October 2017\r\nmid-2016\n"))
    assert [answer["edtf"] for answer in printed()] == ["2017-10-17", "[2016-05..2016-08]"]


def test_what_cannot_be_read_is_an_error_among_the_rest() -> None:
    assert [answer.get("error") for answer in printed_with_errors("2014", "no day", "")] == [
        None,
        "not_a_date",
        "empty",
    ]


def test_a_relative_phrase_without_the_day_of_publication_is_an_error() -> None:
    assert printed_with_errors("yesterday") == [
        {"phrase": "yesterday", "error": "needs_publication_day"}
    ]


def test_expressions_in_a_text_are_printed_with_their_place() -> None:
    text = "Rien, داعش; the town fell on Tuesday, after a siege since 2014."
    found = printed("--published", "2017-10-17", "--in-text", text)
    assert [text[one["start"] : one["end"]] for one in found] == ["on Tuesday", "since 2014"]
    assert [one["phrase"] for one in found] == ["on Tuesday", "since 2014"]
    assert "line" not in found[0]


def test_of_several_lines_each_expression_names_its_line() -> None:
    found = printed("--in-text", "It fell in 2014.", "Nothing.", "It was retaken in 2017.")
    assert [(one["line"], one["phrase"]) for one in found] == [(1, "in 2014"), (3, "in 2017")]


def test_in_a_text_too_an_undatable_expression_is_an_error() -> None:
    found = printed_with_errors("--in-text", "It fell on Tuesday, as in 2014.")
    assert [one.get("error") for one in found] == ["needs_publication_day", None]


def test_letters_of_any_script_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("read_date", "الثلاثاء")
    assert "الثلاثاء" in capsys.readouterr().out


def test_seasons_can_be_southern() -> None:
    assert printed("--southern", "summer 2015")[0]["earliest"] == "2015-12-01"


@pytest.mark.parametrize("day", ["17", "17/10/2017", "2017-02-30", "Tuesday"])
def test_a_day_of_publication_that_is_none_is_told_in_a_sentence(day: str) -> None:
    with pytest.raises(CommandError, match="takes a day such as 2017-10-17"):
        call_command("read_date", "--published", day, "today")
