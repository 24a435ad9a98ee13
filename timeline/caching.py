"""What may be kept until the record changes, or that of it which it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.utils.translation import get_language

from timeline.models import Edition

T = TypeVar("T")
A_DAY = 24 * 3600


def kept(edition: Edition, name: str, find: Callable[[], T]) -> T:
    """What `find` gave the first time it was asked under this name in this edition."""
    # The time tells two records with the same number apart, one restored from a backup say.
    return kept_under(f"{edition.number} {edition.moved_at.isoformat()} {name}", find)


def kept_under(name: str, find: Callable[[], T]) -> T:
    """What `find` gave the first time; the name says all that it depends on but the language."""
    key = hashlib.sha256(f"{get_language()} {name}".encode()).hexdigest()
    return cache.get_or_set(key, find, A_DAY)  # type: ignore[return-value]
