"""How long something waits, in words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from timeline.templatetags.waiting import waited


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (timedelta(seconds=20), ""),
        (timedelta(minutes=5, seconds=20), "5\xa0minutes"),
        (timedelta(hours=3, seconds=20), "3\xa0hours"),
    ],
)
def test_less_than_a_minute_is_no_time_to_wait(since: timedelta, words: str) -> None:
    assert waited(timezone.now() - since) == words


def test_what_was_never_sent_in_has_not_waited() -> None:
    assert waited(None) == ""
