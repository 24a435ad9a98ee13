"""Who held a city when, in words: a spell, its bounds, what changed, and the whole course."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.courses import Change, Course, Names, Since, Spell, Until
from timeline.dates import Precision, When
from timeline.models.vocabulary import ControlState
from timeline.wording import calendar
from timeline.wording.intervals import when
from timeline.wording.lists import joined

State = ControlState


def factions(numbers: Iterable[int], names: Names) -> str:
    """Names of factions: "SDF", "SDF and YPG"."""
    return joined(faction.name for faction in names.of(numbers))


def state(spell: Spell | None, names: Names) -> str:
    """ "held by SDF", "passing from ISIS to SDF", "contested between ISIS and Syrian army"."""
    if spell is None or spell.state == State.UNKNOWN:
        return _("not known who held it")
    return _state(spell) % _named(spell, names)


def _named(spell: Spell, names: Names) -> dict[str, str]:
    return {
        "factions": factions(spell.holders, names),
        "coming": factions(spell.coming, names),
    }


def _state(spell: Spell) -> str:
    if spell.state == State.CONTESTED:
        return _("contested between %(factions)s")
    if spell.state == State.HELD:
        several = len(spell.holders) > 1
        return _("held jointly by %(factions)s") if several else _("held by %(factions)s")
    if spell.holders and spell.coming:
        return _("passing from %(factions)s to %(coming)s")
    return _("being left by %(factions)s") if spell.holders else _("being taken by %(coming)s")


def short(spell: Spell | None, names: Names) -> str:
    """Who, where it stands beside its colour: "SDF", "ISIS → SDF", "contested"."""
    if spell is None or spell.state == State.UNKNOWN:
        return _("not known")
    if spell.state == State.CONTESTED:
        return _("contested")
    if spell.state == State.CHANGING:
        return _("changing hands")
    return factions(spell.holders, names)


def since(spell: Spell) -> str:
    """ "since 17 October 2017", "since some day between …"; it may be that no day is known."""
    if spell.since is None:
        return _("since a day that the record does not know")
    first, last = spell.since
    if first is None:
        return _("since %(date)s or before") % {"date": calendar.day(last)}
    if name := calendar.name((first, last)):
        return _("since %(date)s") % {"date": name}
    days = calendar.ends((first, last))
    return _("since some day between %(first)s and %(last)s") % {"first": days[0], "last": days[1]}


def beginning(spell: Spell) -> str:
    """The day it began, or the days on one of which it did."""
    return bounds(spell.since) or _("not known")


def ending(spell: Spell) -> str:
    """Its last day, or the days one of which was the last; the record may go on with it."""
    return bounds(spell.until) or _("not on record")


def bounds(days: Since | Until | None) -> str:
    """ "17 October 2017", "July 2014", "between …", "before or on …"; "" where none is known."""
    if days is None:
        return ""
    return when(When(earliest=days[0], latest=days[1], precision=Precision.UNKNOWN))


def title(spell: Spell, names: Names) -> str:
    """The whole of a spell in one line."""
    sentence = _("%(state)s; from: %(beginning)s; to: %(ending)s")
    return sentence % {
        "state": state(spell, names),
        "beginning": beginning(spell),
        "ending": ending(spell),
    }


def turn(before: Spell | None, after: Spell, names: Names) -> str:
    """What an event did to a city: "The city passes from ISIS to SDF"."""
    words = {
        "before": factions(before.holders if before else (), names),
        "after": factions(after.holders, names),
        "coming": factions(after.coming, names),
    }
    return _turn(before, after) % words


def _turn(before: Spell | None, after: Spell) -> str:
    lost = before is not None and before.state == State.HELD and before.holders != after.holders
    if after.state == State.CONTESTED:
        return _("The city is contested between %(after)s")
    if after.state == State.UNKNOWN:
        return _("The city is left by %(before)s") if lost else _("Who holds the city is not known")
    if after.state == State.CHANGING:
        if after.holders and after.coming:
            return _("The city begins to pass from %(after)s to %(coming)s")
        leaving, taking = (
            _("The city is being left by %(after)s"),
            _("The city is being taken by %(coming)s"),
        )
        return leaving if after.holders else taking
    return (
        _("The city passes from %(before)s to %(after)s")
        if lost
        else _("The city is held by %(after)s")
    )


def course(spells: Course, names: Names) -> list[str]:
    """One to three sentences: how it stands on the last day of the record, and what came before."""
    if not spells:
        return []
    last, held = spells[-1], [spell for spell in spells if spell.state == State.HELD]
    told = [_now(last) % (_named(last, names) | {"since": since(last)})]
    earlier = [spell for spell in held if spell != last and spell.holders != last.holders]
    if earlier:
        told.append(
            _before(earlier[-1]) % (_named(earlier[-1], names) | {"since": since(earlier[-1])})
        )
    times = sum(one.holders != other.holders for one, other in pairwise(held))
    if times > 1:
        sentence = ngettext(
            "It changed hands %(number)s time on record.",
            "It changed hands %(number)s times on record.",
            times,
        )
        told.append(sentence % {"number": calendar.number(times)})
    return told


def _now(spell: Spell) -> str:
    if spell.state == State.UNKNOWN:
        return _("Not known who held it %(since)s.")
    if spell.state == State.CONTESTED:
        return _("Contested between %(factions)s %(since)s.")
    if spell.state == State.HELD:
        several = len(spell.holders) > 1
        return (
            _("Held jointly by %(factions)s %(since)s.")
            if several
            else _("Held by %(factions)s %(since)s.")
        )
    if spell.holders and spell.coming:
        return _("Passing from %(factions)s to %(coming)s %(since)s.")
    return (
        _("Being left by %(factions)s %(since)s.")
        if spell.holders
        else _("Being taken by %(coming)s %(since)s.")
    )


def _before(spell: Spell) -> str:
    if len(spell.holders) > 1:
        return _("Before that, held jointly by %(factions)s %(since)s.")
    return _("Before that, held by %(factions)s %(since)s.")


def change(change: Change, city: str, names: Names) -> str:
    """ "Raqqa: ISIS to SDF", "Deir ez-Zor: contested to Syrian army", "Raqqa: held by SDF"."""
    known = change.before is not None and change.before.state != State.UNKNOWN
    changing = State.CHANGING in {change.after.state, change.before and change.before.state}
    if not known or changing:
        return _("%(city)s: %(state)s") % {"city": city, "state": state(change.after, names)}
    if change.after.state == State.UNKNOWN:
        return _("%(city)s: left by %(before)s") % {
            "city": city,
            "before": factions(change.before.holders if change.before else (), names),
        }
    return _("%(city)s: %(before)s to %(after)s") % {
        "city": city,
        "before": short(change.before, names),
        "after": short(change.after, names),
    }
