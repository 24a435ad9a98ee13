"""What made a proposal: one sentence for each rule of `timeline.suggestions`."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: Mapping[str, str | Promise] = {
    # The kind of event.
    "verb": _("The verb tells what happened."),
    "noun": _("The noun names what happened."),
    "length_of_fighting": _("The length of the fighting tells when it began."),
    # The date.
    "date_in_sentence": _("The sentence gives the date."),
    "date_before": _("The date goes on from a sentence before."),
    "date_of_news": _(
        "The text gives no date; told as news, it is dated to the day of publication."
    ),
    "shortly_before": _("It came before the date of its sentence: in the week up to it."),
    "counted_back": _("It is counted back from the date that the sentence goes on from."),
    "counted_on": _("It is counted from a date told before."),
    "going_on": _("It was going on from that day to the day of publication."),
    "length_of_time": _("A length of time is counted back to its beginning."),
    # The city.
    "city_in_sentence": _("The sentence names the city."),
    "city_before": _("The city goes on from a sentence before."),
    "city_of_heading": _("A heading above the passage names the city."),
    "city_of_article": _("The passage names no city; this is the one the article is about."),
    "dateline": _("The passage names no city; this is where the article was sent from."),
    # Factions and their roles.
    "named_faction": _("The sentence names the faction; verb and voice give its role."),
    "described_faction": _("The words stand for a faction that the text names elsewhere."),
    "side_of_the_article": _(
        "The sentence does not say who; the text last named them as doing so."
    ),
    "other_side_in_sentence": _("The other side is named elsewhere in the sentence."),
    "other_side_of_the_article": _("The article names it as their enemy in another event."),
    # Who says so, and how firmly.
    "according_to": _("“According to” names the source."),
    "said_before": _("The source stands before a verb of saying."),
    "said_after": _("The source stands after a verb of saying."),
    "asserts": _("The source says that it happened."),
    "denies": _("The source denies it."),
    "concedes": _("The source admits it."),
    "doubts": _("The text says that it is not confirmed."),
    # Why it is background.
    "going_on_since": _("It had been so for some time: background, not news."),
    "long_past": _("It lay long before publication: background, not news."),
}


def why(key: str) -> str:
    """The sentence for `Reason.rule`; "" for one that is no longer used."""
    return str(SENTENCES.get(key, ""))
