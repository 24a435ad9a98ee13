"""Numbers that come with a request: of a row, of a state, of a place in a text."""

LONGEST = 18  # digits; all numbers as long as this fit where the database keeps them


def number_in(words: str) -> int | None:
    """The number that the words are; None for what is none, or counts further than any row."""
    known = words.isascii() and words.isdecimal() and len(words) <= LONGEST
    return int(words) if known else None
