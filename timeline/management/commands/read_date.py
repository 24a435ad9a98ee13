"""Say what date expressions mean, one JSON object a line."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from timeline.dates import Found, UnreadableDate, When, look_through, read, to_edtf
from timeline.management.days import day_given


class Command(BaseCommand):
    help = (
        "Read date expressions, given as arguments or one a line on standard input, and print one "
        "JSON object a line. A phrase that cannot be read gives its error, and exit code 1."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("phrases", nargs="*", metavar="PHRASE", help=_("what to read"))
        parser.add_argument(
            "--published", metavar="DAY", help=_("the day of publication, such as 2017-10-17")
        )
        parser.add_argument(
            "--in-text", action="store_true", help=_("find the expressions in each line instead")
        )
        parser.add_argument(
            "--southern", action="store_true", help=_("seasons of the southern hemisphere")
        )

    def handle(self, *_args: str, **options: Any) -> None:
        given = options["published"]
        published = None if given is None else day_given(given, option="--published")
        lines = options["phrases"] or [line.rstrip("\r\n") for line in sys.stdin]
        answers = (_found_in_lines if options["in_text"] else _read_phrases)(
            lines, published, southern=options["southern"]
        )
        failed = False
        for answer in answers:
            failed = failed or "error" in answer
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        if failed:
            sys.exit(1)


def _read_phrases(
    phrases: Iterable[str], published: date | None, *, southern: bool
) -> Iterator[dict[str, object]]:
    for phrase in phrases:
        try:
            yield _answer(read(phrase, published=published, southern=southern))
        except UnreadableDate as unread:
            yield {"phrase": phrase, "error": unread.reason}


def _found_in_lines(
    lines: Iterable[str], published: date | None, *, southern: bool
) -> Iterator[dict[str, object]]:
    lines = list(lines)
    for number, line in enumerate(lines, start=1):
        for found in look_through(line, published=published, southern=southern):
            place: dict[str, object] = {"line": number} if len(lines) > 1 else {}
            place |= {"start": found.start, "end": found.end}
            if isinstance(found, Found):
                yield _answer(found.when) | place
            else:
                yield {"phrase": found.phrase, "error": found.reason} | place


def _answer(when: When) -> dict[str, object]:
    return {
        "phrase": when.phrase,
        "earliest": when.earliest and when.earliest.isoformat(),
        "latest": when.latest and when.latest.isoformat(),
        "precision": when.precision.value,
        "lasted": when.lasted,
        "circa": when.circa,
        "uncertain": when.uncertain,
        "duration": when.duration,
        "edtf": to_edtf(when),
        "rule": when.rule,
    }
