"""`python -m benchmarks.proposals [FOLDER ...]`: how well the events of articles are proposed.

Every NAME.txt with a NAME.json beside it is read. The JSON holds what a careful editor would take
from the text: `benchmarks/articles/README.md` names its fields.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import speed
from timeline import quotes
from timeline.names import Matcher
from timeline.suggestions import Proposal, propose

HERE = Path(__file__).parent
FOLDERS = (
    HERE / "articles",
    HERE / "articles" / "held-out",
    HERE.parent.parent / "shared" / "articles",
)
FAMILIES = (
    "captured transferred withdrew besieged siege_lifted base_established surrender",
    "clash offensive_began offensive_ended captured",
    "air_strike shelling bomb_ied suicide_attack grenade chemical_attack killing_civilians",
    "killing_civilians abduction sexual_violence clash",
    "protest protest_intervention protest_repressed riot mob_violence",
    "agreement surrender prisoner_exchange release",
    "arrest abduction",
)

Event = dict[str, Any]
Prop = Proposal[str]


@dataclass(slots=True)
class Score:
    """What was right in one article or in several; the counts are of expected core events."""

    expected: int = 0
    found: int = 0
    date: int = 0
    city: int = 0
    factions: int = 0
    roles: int = 0
    kind: int = 0
    false: int = 0
    words: int = 0
    milliseconds: float = 0.0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in ("expected", "found", "date", "city", "factions", "roles", "kind", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.words += other.words
        self.milliseconds += other.milliseconds


def articles(folders: Iterable[Path]) -> Iterator[Path]:
    """The texts of the folders that have their expected events beside them."""
    for folder in folders:
        yield from (
            path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").exists()
        )


def proposals(path: Path) -> list[Prop]:
    """What is proposed for an article, with the spellings that stand beside it."""
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    cities, factions = matchers(wanted)
    published = date.fromisoformat(wanted["published_on"])
    return propose(path.read_text("utf-8"), published=published, cities=cities, factions=factions)


def score(path: Path) -> Score:
    """Compare the proposals for one article with its expected events."""
    text, wanted = path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))
    begin = time.perf_counter()
    proposed = proposals(path)
    spent = (time.perf_counter() - begin) * 1000
    events = wanted["expected_events"]
    pairs = matched(text, events, proposed)
    return _counted(text, events, proposed, pairs, spent)


def matchers(wanted: Event) -> tuple[Matcher[str], Matcher[str]]:
    """Matchers for the names of an article; a flat list is parted by what its events use."""
    names = wanted["names"]
    if not {"cities", "factions"} & set(names):
        cities = {event["city"] for event in wanted["expected_events"]}
        names = {
            "cities": {name: names[name] for name in names if name in cities},
            "factions": {name: names[name] for name in names if name not in cities},
        }
    return _matcher(names["cities"]), _matcher(names["factions"])


def _matcher(names: dict[str, list[str]]) -> Matcher[str]:
    return Matcher((word, name) for name, words in names.items() for word in (name, *words))


def matched(text: str, events: Sequence[Event], proposals: Sequence[Prop]) -> dict[int, int]:
    """Which proposal tells which event, by their places: each is used once, the likest first."""
    sentences = quotes.sentences(text)
    likeness = [
        (_likeness(event, proposal), -e, -p)
        for e, event in enumerate(events)
        for p, proposal in enumerate(proposals)
        if _told_in(text, event, sentences[proposal.sentence]) and kindred(event, proposal)
    ]
    pairs: dict[int, int] = {}
    for _, e, p in sorted(likeness, reverse=True):
        if -e not in pairs and -p not in pairs.values():
            pairs[-e] = -p
    return pairs


def _told_in(text: str, event: Event, sentence: quotes.Place) -> bool:
    start = text.index(event["cue"])
    return start < sentence.end and sentence.start < start + len(event["cue"])


def _likeness(event: Event, proposal: Prop) -> tuple[bool, bool, int]:
    right = (date_right(event, proposal), event["city"] == proposal.city)
    return (
        event["kind"] == proposal.kind,
        event["core"],
        sum(right) + len(set(event["factions"]) & {part.faction for part in proposal.parts}),
    )


def kindred(event: Event, proposal: Prop) -> bool:
    return event["kind"] == proposal.kind or any(
        {event["kind"], proposal.kind} <= set(family.split()) for family in FAMILIES
    )


def date_right(event: Event, proposal: Prop) -> bool:
    """The interval itself, or one that the event accepts as well."""
    when = proposal.when
    bounds = when and (when.earliest, when.latest)
    expected = tuple(
        event[end] and date.fromisoformat(event[end]) for end in ("earliest", "latest")
    )
    if bounds == expected:
        return True
    accept = event.get("accept")
    if not accept or not when or when.earliest is None or when.latest is None:
        return False
    day = date.fromisoformat(accept["contains"])
    return (
        when.earliest <= day <= when.latest
        and (when.latest - when.earliest).days < accept["widest_days"]
        and ("latest" not in accept or when.latest <= date.fromisoformat(accept["latest"]))
    )


def _counted(
    text: str,
    events: Sequence[Event],
    proposals: Sequence[Prop],
    pairs: dict[int, int],
    spent: float,
) -> Score:
    made = Score(words=len(text.split()), milliseconds=spent)
    for e, event in enumerate(events):
        if not event["core"]:
            continue
        made.expected += 1
        if e not in pairs:
            made.notes.append(f"missed  {event['n']:>2} {event['kind']}: {event['cue']}")
            continue
        made.found += 1
        _compare(made, event, proposals[pairs[e]])
    for p, proposal in enumerate(proposals):
        if p not in pairs.values() and not proposal.background:
            made.false += 1
            words = text[proposal.start : proposal.end].replace("\n", " ")
            why = ", ".join(reason.words for reason in proposal.why("kind"))
            made.notes.append(f"false      {proposal.kind} ({why}): {words[:150]}")
    return made


def _compare(made: Score, event: Event, proposal: Prop) -> None:
    roles = {part.faction: part.role for part in proposal.parts}
    when = proposal.when and (str(proposal.when.earliest), str(proposal.when.latest))
    right = {
        "date": (date_right(event, proposal), (event["earliest"], event["latest"]), when),
        "city": (event["city"] == proposal.city, event["city"], proposal.city),
        "factions": (set(event["factions"]) == set(roles), event["factions"], roles),
        "roles": (event["factions"] == roles, event["factions"], roles),
        "kind": (event["kind"] == proposal.kind, event["kind"], proposal.kind),
    }
    for name, (is_right, expected, given) in right.items():
        setattr(made, name, getattr(made, name) + is_right)
        if not is_right and not (name == "roles" and not right["factions"][0]):
            made.notes.append(f"{name:8}{event['n']:>2} {expected}, not {given}: {event['cue']}")


def main() -> int:
    wanted = _arguments()
    if wanted.speed:
        return _tell_speed(list(articles(wanted.folders)))
    print(f"{'':38}core found date city factions roles kind false    ms")  # noqa: T201
    total = Score()
    for path in articles(wanted.folders):
        made = score(path)
        total.add(made)
        _tell(path.stem, made)
        if wanted.misses:
            print("\n".join(f"    {note}" for note in made.notes))  # noqa: T201
    _tell("all", total)
    return 0


def _tell_speed(paths: Sequence[Path]) -> int:
    took = speed.measure(paths)
    print(  # noqa: T201
        f"{took.median:.0f} ms (median of {speed.RUNS}) for {speed.WORDS:,} words and "
        f"{speed.SPELLINGS:,} spellings; the first time {took.first:.0f} ms"
    )
    return 0


def _tell(name: str, made: Score) -> None:
    numbers = astuple(made)[:8]
    widths = (5, 6, 5, 5, 9, 6, 5, 6)
    counts = "".join(f"{number:{width}}" for number, width in zip(numbers, widths, strict=True))
    print(f"{name:37}{counts}{made.milliseconds:6.0f}")  # noqa: T201


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.proposals", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS, help="where articles lie")
    parser.add_argument("--misses", action="store_true", help="say what was missed or wrong")
    parser.add_argument("--speed", action="store_true", help="say only how long it takes")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
