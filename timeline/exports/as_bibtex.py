"""An event as an entry for BibTeX and BibLaTeX, in UTF-8: to be cited as one version of a record.

What TeX would take for a command is written as the sign it stands for. Braces are spelled out,
since BibTeX counts them even behind a backslash.
"""

from __future__ import annotations

from datetime import date
from unicodedata import category

from timeline.models import Event

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
JOINERS = "\u200c\u200d"  # several scripts need them to be read
SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)


def entry(event: Event, *, address: str, version: int, day: date) -> str:
    """One entry, ending in a line break. `version` is of this `day`, `address` its URL in ASCII.

    The key says record and version alone, so that it stays whatever the headline becomes.
    """
    fields = {
        "author": "{{Dateline}}",
        "title": f"{{{{{written(event.headline)}}}}}",
        "year": f"{{{day.year}}}",
        "month": MONTHS[day.month - 1],
        "day": f"{{{day.day}}}",
        "howpublished": f"{{Record {event.pk}, version {version}}}",
        "url": f"{{{address}}}",
    }
    lines = [f"@misc{{dateline-{event.pk}-v{version},"]
    lines += [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([*lines, "}"]) + "\n"


def written(words: str) -> str:
    """The words on one line, in TeX."""
    return " ".join("".join(map(seen, words)).split()).translate(SIGNS)


def seen(sign: str) -> str:
    """The sign where it can be printed; marks of direction go, what steers devices is a gap."""
    if sign.isprintable() or sign in JOINERS:
        return sign
    return "" if category(sign) == "Cf" else " "
