"""What `manage.py propose_events` prints."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import make
from timeline.models.vocabulary import Kind, Role

pytestmark = pytest.mark.django_db

TEXT = "Rebels of the M23 captured Goma from the Congolese army on Monday, the UN said.\n"
NAMES = {
    "cities": {"Goma": []},
    "factions": {"M23": ["March 23 Movement"], "FARDC": ["Congolese army"], "UN": []},
}


def printed(tmp_path: Path, text: str = TEXT, names: object = None, *args: str) -> list[Any]:
    article = tmp_path / "article.txt"
    article.write_text(text, "utf-8")
    if names is not None:
        (tmp_path / "names.json").write_text(json.dumps(names), "utf-8")
        args = ("--names", str(tmp_path / "names.json"), *args)
    out = io.StringIO()
    call_command("propose_events", str(article), "--published", "2025-01-28", *args, stdout=out)
    answer: list[Any] = json.loads(out.getvalue())
    return answer


def refusal(*args: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("propose_events", *args, stdout=io.StringIO())
    return str(refused.value)


def test_an_event_is_printed_with_everything_that_is_known_of_it(tmp_path: Path) -> None:
    (event,) = printed(tmp_path, TEXT, NAMES)
    words = event.pop("words")
    assert event == {
        "sentence": TEXT.strip(),
        "number": 1,
        "start": 0,
        "end": len(TEXT.strip()),
        "phrase": "on Monday",
        "earliest": "2025-01-27",
        "latest": "2025-01-27",
        "precision": "exact",
        "city": "Goma",
        "factions": {"M23": "captor", "FARDC": "former_holder"},
        "kind": "captured",
        "claimant": "the UN",
        "claimant_kind": "un_body",
        "claimant_faction": "UN",
        "stance": "asserts",
        "background": False,
        "sureness": "sure",
    }
    assert {"field": "kind", "rule": "verb", "words": "captured Goma", "inferred": False} in [
        {key: word[key] for key in ("field", "rule", "words", "inferred")} for word in words
    ]


def test_every_field_says_which_words_made_it(tmp_path: Path) -> None:
    (event,) = printed(tmp_path, TEXT, NAMES)
    for word in event["words"]:
        assert TEXT[word["start"] : word["end"]] == word["words"]
    assert {"kind", "date", "city", "faction", "claimant"} <= {w["field"] for w in event["words"]}


def test_codes_of_kinds_and_roles_are_those_of_the_record(tmp_path: Path) -> None:
    (event,) = printed(tmp_path, TEXT, NAMES)
    assert event["kind"] in Kind.values
    assert set(event["factions"].values()) <= set(Role.values)


def test_names_of_the_database_are_found(tmp_path: Path) -> None:
    make.city("Goma")
    (event,) = printed(tmp_path)
    assert (event["city"], event["factions"]) == ("Goma", {})


def test_a_name_in_both_goes_by_the_name_given_and_both_sets_of_spellings_find_it(
    tmp_path: Path,
) -> None:
    make.city("Raqqa", spellings=["Ar-Raqqah"])
    given = {"cities": {"Rakka": ["Raqqa"]}}
    text = "The army captured Ar-Raqqah on Monday.\n"
    assert [event["city"] for event in printed(tmp_path, text, given)] == ["Rakka"]


def test_letters_of_all_scripts_are_printed_as_they_are(tmp_path: Path) -> None:
    names = {"cities": {"الرقة": ["Raqqa"]}}
    article = tmp_path / "article.txt"
    article.write_text("The army captured Raqqa on Monday.", "utf-8")
    (tmp_path / "names.json").write_text(json.dumps(names), "utf-8")
    out = io.StringIO()
    call_command(
        "propose_events", str(article), "--published", "2025-01-28",
        "--names", str(tmp_path / "names.json"), stdout=out,
    )  # fmt: skip
    assert "الرقة" in out.getvalue()


def test_a_text_without_events_gives_an_empty_array(tmp_path: Path) -> None:
    assert printed(tmp_path, "Nothing happened.\n") == []


def test_a_missing_file_is_named_with_what_to_do() -> None:
    assert "Name a text file" in refusal("no-such.txt", "--published", "2025-01-28")


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Gao é".encode("latin-1"))
    assert "UTF-8" in refusal(str(tmp_path / "a.txt"), "--published", "2025-01-28")


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert "2017-10-17" in refusal(str(tmp_path / "a.txt"), "--published", "Tuesday")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("{", "is not JSON: line 1"),
        ("[]", "should look like"),
        ('{"towns": {}}', "should look like"),
        ('{"cities": {"Goma": "Goma"}}', "should look like"),
        ('{"factions": ["M23"]}', "should look like"),
        ('{"factions": {"M23": [23]}}', "should look like"),
    ],
)
def test_a_file_of_names_in_another_shape_is_refused(tmp_path: Path, names: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "names.json").write_text(names)
    args = (str(tmp_path / "a.txt"), "--published", "2025-01-28")
    assert said in refusal(*args, "--names", str(tmp_path / "names.json"))
