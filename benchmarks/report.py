"""The figures as a table, and against the budgets."""

from __future__ import annotations

import os
import platform
import sys
from statistics import median

from django.db import connection

from benchmarks.measuring import Result, Spent, p95

LIST_MS, LIST_QUERIES, COUNTS_MS = 40, 6, 150
HEAD = ("", "list", "p95", "in sql", "sql", "counts", "p95", "sql", "cold", "p95", "warm", "p95")


def begin(*, events: int, runs: int) -> None:
    say(f"{events:,} events, {runs} runs each, milliseconds (median and p95)")
    say(f"{platform.python_implementation()} {platform.python_version()}, {server()}, {machine()}")
    say("")
    say(line(HEAD))


def tell(result: Result) -> None:
    say(line(row(result)))


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def line(cells: tuple[str, ...]) -> str:
    return cells[0].ljust(26) + "".join(cell.rjust(8) for cell in cells[1:])


def row(result: Result) -> tuple[str, ...]:
    return (
        result.question.name,
        *times(result.listing),
        f"{median(run.in_database for run in result.listing):.1f}",
        queries(result.listing),
        *times(result.counts),
        queries(result.counts),
        *times(result.cold),
        *times(result.warm),
    )


def times(runs: list[Spent]) -> tuple[str, str]:
    return f"{median(run.milliseconds for run in runs):.1f}", f"{p95(runs):.1f}"


def queries(runs: list[Spent]) -> str:
    return str(most_queries(runs))


def most_queries(runs: list[Spent]) -> int:
    return max(run.queries for run in runs)


def verdict(results: list[Result]) -> int:
    """Says how each budget fares over all runs; 1 if that of queries, free of noise, is broken."""
    say("")
    listing = [run for result in results for run in result.listing]
    counts = [run for result in results for run in result.counts]
    fares("list, p95", p95(listing), LIST_MS, "ms")
    fares("counts, p95", p95(counts), COUNTS_MS, "ms")
    name_over_budget("lists", [r for r in results if p95(r.listing) > LIST_MS])
    name_over_budget("counts", [r for r in results if p95(r.counts) > COUNTS_MS])
    plain = [run for result in results if not result.question.headed for run in result.listing]
    return 0 if fares("list, queries", most_queries(plain), LIST_QUERIES, "") else 1


def fares(what: str, found: float, budget: int, unit: str) -> bool:
    holds = found <= budget
    say(f"{what}: {found:.4g} {unit} of {budget}: {'within' if holds else 'OVER'} the budget")
    return holds


def name_over_budget(what: str, results: list[Result]) -> None:
    if results:
        say(f"{what} over budget by themselves: {', '.join(r.question.name for r in results)}")


def server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def machine() -> str:
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, load {load:.1f}"
