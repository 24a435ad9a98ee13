"""Every word that readers can meet is translated, whole, into every language that is offered."""

import gettext
import re

import pytest
from django.conf import settings
from django.utils.translation import get_language_info

from tests.catalogues import Message, path, written

TRANSLATED = settings.TRANSLATED
# What comes from these alone is met by editors and whoever runs the site, in English.
NOT_FOR_READERS = (
    "templates/admin/",
    "timeline/admin/",
    "timeline/management/",
    "timeline/actions/",
    "timeline/checks/",
    "timeline/desk/",
    "timeline/importers/",
    "timeline/templatetags/desk",
    "timeline/wording/comparing.py",
    "timeline/wording/headline",
    "timeline/wording/proposals.py",
)
PLACES = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}")
TAGS = re.compile(r"</?\w+")


def for_readers(message: Message) -> bool:
    return any(not file.startswith(NOT_FOR_READERS) for file in message.files)


def places(words: str) -> set[str]:
    return {name or brace for name, brace in PLACES.findall(words)}


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_english_and_arabic_are_offered() -> None:
    assert [code for code, _name in settings.LANGUAGES] == ["en", "ar"]


def test_a_language_is_shown_under_its_own_name() -> None:
    for code, name in settings.LANGUAGES:
        assert name == get_language_info(code)["name_local"]


def test_no_word_that_readers_can_meet_lacks_its_translation(language: str) -> None:
    met = [each for each in written(language) if for_readers(each)]
    assert [each.words for each in met if not each.is_translated] == []


def test_a_catalogue_holds_exactly_the_messages_of_the_code(language: str) -> None:
    assert {each.key for each in written(language)} == {each.key for each in written("en")}


def test_every_counted_word_has_all_its_plural_forms(language: str) -> None:
    forms = 6 if language == "ar" else 2
    counted = [each for each in written(language) if each.plural and any(each.translations)]
    assert counted
    for message in counted:
        assert len([words for words in message.translations if words]) >= forms, message.words


def test_a_translation_has_every_named_place_of_the_original(language: str) -> None:
    for message in written(language):
        if not any(message.translations):
            continue
        asked = places(message.plural or message.words)
        # One and two can be said by the noun alone: the widest form must have them all.
        assert places(message.translations[-1]) == asked, message.words
        for words in message.translations:
            assert places(words) <= asked, message.words


def test_a_translation_keeps_the_marks_of_html(language: str) -> None:
    for message in written(language):
        for words in filter(None, message.translations):
            assert sorted(TAGS.findall(words)) == sorted(TAGS.findall(message.words)), words


def test_the_compiled_catalogue_is_that_of_the_written_one(language: str) -> None:
    with path(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in written(language):
        if not message.is_translated or message.plural:
            continue
        assert compiled.gettext(message.key) == message.translations[0]
