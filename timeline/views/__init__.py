"""Read the question, ask a QuerySet, answer."""
