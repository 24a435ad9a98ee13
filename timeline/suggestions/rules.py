"""The keys of the rules that a reason can name."""

from __future__ import annotations

RULES = frozenset(
    {
        "verb", "noun", "length_of_fighting",
        "date_in_sentence", "shortly_before", "date_before", "date_of_news",
        "counted_back", "counted_on",
        "going_on", "length_of_time",
        "city_in_sentence", "city_before", "city_of_article", "city_of_heading", "dateline",
        "named_faction", "described_faction",
        "side_of_the_article", "other_side_in_sentence", "other_side_of_the_article",
        "according_to", "said_after", "said_before",
        "asserts", "denies", "concedes", "doubts",
        "going_on_since", "long_past",
    }
)  # fmt: skip
"""Every rule key of a Reason. ``wording/proposals.py`` has a sentence for each."""
