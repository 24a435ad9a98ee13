"""Who held a city when, in words: a spell, its bounds, what changed, and the whole course."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.courses import Change, Course, Names, Since, Spell, Until, times_turned
from timeline.dates import Precision, When
from timeline.models.vocabulary import ControlState
from timeline.wording import calendar
from timeline.wording.intervals import when
from timeline.wording.lists import joined

State = ControlState


def factions(numbers: Iterable[int], names: Names) -> str:
    """Names of factions: "SDF", "SDF and YPG"."""
    return joined(faction.called for faction in names.of(numbers))


def state(spell: Spell | None, names: Names) -> str:
    """ "held by SDF", "passing from ISIS to SDF", "contested between ISIS and Syrian army"."""
    if spell is None or spell.state == State.UNKNOWN:
        return _("not known who held it")
    return _state(spell) % _named(spell, names)


def _named(spell: Spell, names: Names) -> dict[str, str]:
    changing = spell.state == State.CHANGING
    return {
        "factions": factions(spell.losing if changing else spell.holders, names),
        "coming": factions(spell.taking, names),
    }


def _in_part(spell: Spell) -> bool:
    """Whether those who hold the city stay while others come."""
    return bool(spell.holders) and set(spell.holders) < set(spell.coming)


def _state(spell: Spell) -> str:
    if spell.state == State.CONTESTED:
        return _("contested between %(factions)s")
    if spell.state == State.HELD and len(spell.holders) > 1:
        return _("held jointly by %(factions)s")
    if spell.state == State.HELD:
        return _("held by %(factions)s")
    if not spell.coming:
        return _("being left by %(factions)s")
    if not spell.holders:
        return _("being taken by %(coming)s")
    if _in_part(spell):
        return _("passing in part from %(factions)s to %(coming)s")
    return _("passing from %(factions)s to %(coming)s")


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
    held = before.holders if before and before.state == State.HELD else ()
    lost = held if held != after.holders else ()
    return _turn(after, lost=bool(lost)) % (
        _named(after, names) | {"before": factions(lost, names)}
    )


def _turn(after: Spell, *, lost: bool) -> str:
    if after.state == State.CONTESTED:
        return _("The city is contested between %(factions)s")
    if after.state == State.UNKNOWN:
        return _("The city is left by %(before)s") if lost else _("Who holds the city is not known")
    if after.state == State.HELD and lost:
        return _("The city passes from %(before)s to %(factions)s")
    if after.state == State.HELD:
        return _("The city is held by %(factions)s")
    if not after.coming:
        return _("The city is being left by %(factions)s")
    if not after.holders:
        return _("The city is being taken by %(coming)s")
    return _("The city begins to pass from %(factions)s to %(coming)s")


def course(spells: Course, names: Names) -> list[str]:
    """One to three sentences: how it stands on the last day of the record, and what came before."""
    if not spells:
        return []
    *earlier, last = spells
    told = [_with_since(_now(last), last, names)]
    known = [spell for spell in earlier if spell.state != State.CHANGING]
    if known:
        told.append(_with_since(_before(known[-1]), known[-1], names))
    times = times_turned(spells)
    if times > 1:
        told.append(_times(times))
    return told


def _with_since(sentence: str, spell: Spell, names: Names) -> str:
    return sentence % (_named(spell, names) | {"since": since(spell)})


def _times(count: int) -> str:
    sentence = ngettext(
        "It changed hands %(number)s time on record.",
        "It changed hands %(number)s times on record.",
        count,
    )
    return sentence % {"number": calendar.number(count)}


def _now(spell: Spell) -> str:
    if spell.state == State.UNKNOWN:
        return _("Not known who held it %(since)s.")
    if spell.state == State.CONTESTED:
        return _("Contested between %(factions)s %(since)s.")
    if spell.state == State.HELD and len(spell.holders) > 1:
        return _("Held jointly by %(factions)s %(since)s.")
    if spell.state == State.HELD:
        return _("Held by %(factions)s %(since)s.")
    if not spell.coming:
        return _("Being left by %(factions)s %(since)s.")
    if not spell.holders:
        return _("Being taken by %(coming)s %(since)s.")
    if _in_part(spell):
        return _("Passing in part from %(factions)s to %(coming)s %(since)s.")
    return _("Passing from %(factions)s to %(coming)s %(since)s.")


def _before(spell: Spell) -> str:
    if spell.state == State.UNKNOWN:
        return _("Before that, not known who held it %(since)s.")
    if spell.state == State.CONTESTED:
        return _("Before that, contested between %(factions)s %(since)s.")
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
