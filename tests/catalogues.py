"""The catalogues of translated words, as they are written: gettext's own readers keep no places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings


@dataclass(slots=True)
class Message:
    """One message: the files it comes from, and its translations, one for each plural form."""

    words: str = ""
    plural: str = ""
    context: str = ""
    files: list[str] = field(default_factory=list)
    flags: str = ""
    translations: list[str] = field(default_factory=list)

    @property
    def is_translated(self) -> bool:
        return all(self.translations) and "fuzzy" not in self.flags

    @property
    def key(self) -> str:
        """As the compiled catalogue keeps it."""
        return f"{self.context}\x04{self.words}" if self.context else self.words


def written(language: str) -> list[Message]:
    """The messages of a language's `django.po`, without the header."""
    text = path(language).read_text(encoding="utf-8")
    return [message for part in text.split("\n\n") if (message := read(part)).words]


def path(language: str) -> Path:
    return Path(settings.LOCALE) / language / "LC_MESSAGES" / "django.po"


def read(part: str) -> Message:
    message, found = Message(), dict[str, str]()
    for line in part.splitlines():
        if line.startswith("#: "):
            message.files += line[3:].split()
        elif line.startswith("#, "):
            message.flags = line
    for key, words in strings(part):
        found[key] = found.get(key, "") + words
    message.words = found.get("msgid", "")
    message.plural = found.get("msgid_plural", "")
    message.context = found.get("msgctxt", "")
    message.translations = [words for key, words in found.items() if key.startswith("msgstr")]
    return message


def strings(part: str) -> Iterator[tuple[str, str]]:
    """Each string with the word it belongs to; a long one may go on over several lines."""
    key = ""
    for line in part.splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith('"'):
            key, _space, line = line.partition(" ")
        yield key, ast.literal_eval(line)
