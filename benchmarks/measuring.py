"""Asking one question many times, and taking the time and the queries of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import ceil
from time import perf_counter
from typing import Any
from unittest.mock import patch

from django.core.cache import cache
from django.db import connection
from django.test import Client

from benchmarks.questions import Question
from timeline.views import timeline


@dataclass(slots=True)
class Spent:
    """Time in all, the time of it that was waited for the database, and the number of queries."""

    milliseconds: float = 0
    in_database: float = 0
    queries: int = 0

    def less(self, other: Spent) -> Spent:
        return Spent(
            self.milliseconds - other.milliseconds,
            self.in_database - other.in_database,
            self.queries - other.queries,
        )


@dataclass(slots=True)
class Answer:
    """One answer, and in it the counts and, they among it, all that is kept for the next one."""

    whole: Spent = field(default_factory=Spent)
    kept: Spent = field(default_factory=Spent)
    counts: Spent = field(default_factory=Spent)


@dataclass(slots=True)
class Result:
    """What each run spent; `cold` runs had nothing kept from before, `warm` ones all."""

    question: Question
    cold: list[Spent] = field(default_factory=list)  # the whole page
    counts: list[Spent] = field(default_factory=list)  # the counts in it
    listing: list[Spent] = field(default_factory=list)  # it without all that is kept afterwards
    warm: list[Spent] = field(default_factory=list)


def p95(runs: list[Spent]) -> float:
    """The time that 95 in 100 runs do not exceed (nearest rank)."""
    ordered = sorted(run.milliseconds for run in runs)
    return ordered[ceil(0.95 * len(ordered)) - 1]


def measure(question: Question, *, runs: int) -> Result:
    result = Result(question)
    client = Client(headers={"host": "localhost"})
    address = settled(client, question.address)
    for _ in range(runs):
        cache.clear()
        answer = spent_on(client, address)
        result.cold.append(answer.whole)
        result.counts.append(answer.counts)
        result.listing.append(answer.whole.less(answer.kept))
    for _ in range(runs):
        result.warm.append(spent_on(client, address).whole)
    return result


def settled(client: Client, address: str) -> str:
    """The canonical address, asked once so that templates and plans are ready."""
    response = client.get(address)
    if response.status_code == 302:
        address = response["Location"]
        response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return address


def spent_on(client: Client, address: str) -> Answer:
    with counted_queries() as so_far:
        answer = Answer()
        with (
            timed(answer.counts, so_far, timeline, "counts"),
            timed(answer.kept, so_far, cache, "get_or_set"),
            timed(answer.whole, so_far, client, "get"),
        ):
            client.get(address)
    return answer


@contextmanager
def counted_queries() -> Iterator[Spent]:
    """Grows with every query while the context lasts."""
    so_far = Spent()

    def add(execute: Callable[..., Any], *args: Any) -> Any:
        started = perf_counter()
        try:
            return execute(*args)
        finally:
            so_far.in_database += (perf_counter() - started) * 1000
            so_far.queries += 1

    with connection.execute_wrapper(add):
        yield so_far


@contextmanager
def timed(spent: Spent, so_far: Spent, owner: object, name: str) -> Iterator[None]:
    """Adds up what the owner's function of that name spends while the context lasts."""
    original = getattr(owner, name)

    def measured(*args: Any, **kwargs: Any) -> Any:
        started, before = perf_counter(), replace(so_far)
        try:
            return original(*args, **kwargs)
        finally:
            spent.milliseconds += (perf_counter() - started) * 1000
            spent.in_database += so_far.in_database - before.in_database
            spent.queries += so_far.queries - before.queries

    with patch.object(owner, name, measured):
        yield
