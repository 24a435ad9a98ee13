"""Print the events that an article tells, as one JSON array."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from timeline.management.days import day_given
from timeline.models import City, CityName, Faction, FactionName
from timeline.names import Matcher, fold
from timeline.quotes import normalise, sentences
from timeline.suggestions import Proposal, Reason, propose

Spellings = dict[str, list[str]]


class Names(NamedTuple):
    """Spellings of cities and factions by the name that is shown."""

    cities: Spellings
    factions: Spellings


class Command(BaseCommand):
    help = (
        "Propose the events that an article tells and print them as one JSON array. The article "
        "is a text file in UTF-8, or - for standard input."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "article", metavar="ARTICLE.txt", help=_("the text, or - to read it in")
        )
        parser.add_argument(
            "--published",
            required=True,
            metavar="DAY",
            help=_("the day of publication, such as 2017-10-17"),
        )
        parser.add_argument(
            "--names",
            metavar="FILE.json",
            help=_(
                "spellings to use beside those of the database:"
                ' {"cities": {"Raqqa": ["Rakka"]}, "factions": {"ISIS": ["Daesh"]}}'
            ),
        )
        parser.add_argument("--dateline", default="", help=_("the place printed before the text"))
        parser.add_argument(
            "--southern", action="store_true", help=_("seasons of the southern hemisphere")
        )

    def handle(self, *_args: str, **options: Any) -> None:
        published = day_given(options["published"], option="--published")
        text = normalise(_text(options["article"]))
        given = _given(options["names"]) if options["names"] else Names({}, {})
        proposals = propose(
            text,
            published=published,
            cities=_matcher(given.cities, _known(City, CityName, "city")),
            factions=_matcher(given.factions, _known(Faction, FactionName, "faction")),
            dateline=options["dateline"],
            southern=options["southern"],
        )
        answer = list(_answers(text, proposals))
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))


def _text(path: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as fault:
        raise CommandError(
            _("%(path)s cannot be read (%(fault)s). Name a text file, or - for standard input.")
            % {"path": path, "fault": fault.strerror}
        ) from None
    except UnicodeDecodeError:
        raise CommandError(
            _("%(path)s is not UTF-8. Save it as UTF-8 and try again.") % {"path": path}
        ) from None


def _given(path: str) -> Names:
    try:
        read = json.loads(_text(path))
    except json.JSONDecodeError as fault:
        raise CommandError(
            _("%(path)s is not JSON: line %(line)d, column %(column)d.")
            % {"path": path, "line": fault.lineno, "column": fault.colno}
        ) from None
    if not isinstance(read, dict) or not read.keys() <= {"cities", "factions"}:
        raise _wrong_shape(path)
    return Names(_spellings(path, read.get("cities")), _spellings(path, read.get("factions")))


def _spellings(path: str, read: object) -> Spellings:
    if read is None:
        return {}
    if not isinstance(read, dict) or not all(_are_words(words) for words in read.values()):
        raise _wrong_shape(path)
    return read


def _are_words(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def _wrong_shape(path: str) -> CommandError:
    return CommandError(
        _(
            "%(path)s should look like"
            ' {"cities": {"Raqqa": ["Ar-Raqqah"]}, "factions": {"ISIS": ["Daesh"]}}.'
        )
        % {"path": path}
    )


def _known(
    things: type[City] | type[Faction], names: type[CityName] | type[FactionName], of: str
) -> Spellings:
    """The spellings in the database by the name that is shown."""
    known: Spellings = {name: [name] for name in things.objects.values_list("name", flat=True)}
    for name, spelling in names.objects.values_list(f"{of}__name", "name"):
        known[name].append(spelling)
    return known


def _matcher(given: Spellings, known: Spellings) -> Matcher[str]:
    """Both lists; what both have goes by the name of the given one."""
    shown = {fold(word): name for name, words in given.items() for word in (name, *words)}
    spelled = [(word, name) for name, words in given.items() for word in (name, *words)]
    for name, words in known.items():
        same = next((shown[fold(word)] for word in words if fold(word) in shown), name)
        spelled += [(word, same) for word in words]
    return Matcher(spelled)


def _answers(text: str, proposals: Iterable[Proposal[str]]) -> Iterator[dict[str, object]]:
    places = sentences(text)
    for number, one in enumerate(proposals, start=1):
        place = places[one.sentence]
        when, claimant = one.when, one.claimant
        yield {
            "sentence": text[place.start : place.end],
            "number": number,
            "start": one.start,
            "end": one.end,
            "phrase": (when.phrase or None) if when else None,
            "earliest": _iso(when.earliest if when else None),
            "latest": _iso(when.latest if when else None),
            "precision": when.precision.value if when else "unknown",
            "city": one.city,
            "factions": {part.faction: part.role for part in one.parts},
            "kind": one.kind,
            "claimant": claimant.words if claimant else None,
            "claimant_kind": claimant.kind if claimant else None,
            "claimant_faction": claimant.faction if claimant else None,
            "stance": one.stance,
            "background": one.background,
            "sureness": one.sureness.value,
            "words": [_word(reason) for reason in one.reasons],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _word(reason: Reason) -> dict[str, object]:
    return {
        "field": reason.field,
        "rule": reason.rule,
        "words": reason.words,
        "start": reason.start,
        "end": reason.end,
        "inferred": reason.inferred,
    }
