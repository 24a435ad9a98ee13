"""`python -m benchmarks`, which is `make bench`: seeds a database of its own and measures."""

import argparse
import os
import sys

from benchmarks import database


def main() -> int:
    """0 if the budget of queries holds; a time over its budget is only said."""
    wanted = arguments()
    database.choose()
    database.prepare(wanted.events, wanted.seed)

    # Models can be imported only after the settings were chosen; the process is as a server's is.
    import timeline.wsgi  # noqa: F401
    from benchmarks import measuring, questions, report

    report.begin(events=wanted.events, runs=wanted.runs)
    results = []
    for question in questions.all_of_them():
        results.append(measuring.measure(question, runs=wanted.runs))
        report.tell(results[-1])
    return report.verdict(results)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    events = int(os.environ.get("DATELINE_BENCH_EVENTS", "100000"))
    parser.add_argument("events", type=int, nargs="?", default=events, help="how many to seed")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same events")
    parser.add_argument("--runs", type=int, default=20, help="how often each question is asked")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
