"""All events as one JSON document (RFC 8259): {"about": {…}, "events": […]}, one event a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline.exports.shape import record
from timeline.models import Event

# JSON allows these as they are, but scripts and logs choke on them; they occur in strings only.
UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def pieces(
    events: Iterable[Event], *, address: Callable[[Event], str], about: Mapping[str, Any]
) -> Iterator[str]:
    """The document in pieces, one event at a time as it comes; nothing is kept.

    `address` gives the whole URL of an event's page. `about` says what was asked, of which
    edition and under which licence, in plain values. Every event is a `shape.Record`.
    """
    yield f'{{"about":{written(dict(about))},"events":['
    between = "\n"
    for event in events:
        yield between + written(record(event, address(event)))
        between = ",\n"
    yield "\n]}\n"


def written(value: object) -> str:
    """The value as JSON; raises ValueError for numbers that JSON has not."""
    return UNSEEN.sub(escaped, ENCODER.encode(value))


def escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
