"""How fast the timeline answers; `docs/benchmarks.md` says what is measured and why."""
