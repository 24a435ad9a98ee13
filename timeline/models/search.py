"""Questions in words, put to the search vectors of events."""

import re

from django.contrib.postgres.search import SearchQuery as PostgresQuery

from timeline.names import fold

CONFIG = "english"
PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')


def folded(words: str) -> str:
    """The question with each word as the vectors have it; quotes, `or` and minus stay."""
    parts = []
    for minus, phrase, word in PART.findall(words.replace("“", '"').replace("”", '"')):
        key = fold(phrase or word)
        if not key:
            continue
        parts.append(f'{minus}"{key}"' if phrase or " " in key else f"{minus}{key}")
    return " ".join(parts)


class SearchQuery(PostgresQuery):
    """The query that `Event.search` understands for what a reader typed."""

    def __init__(self, words: str) -> None:
        super().__init__(folded(words), config=CONFIG, search_type="websearch")
