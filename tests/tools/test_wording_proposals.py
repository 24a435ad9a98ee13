"""The sentences that say what made a proposal."""

from timeline.suggestions import RULES
from timeline.wording import proposals


def test_every_rule_of_the_proposals_has_its_sentence_and_no_other() -> None:
    assert set(proposals.SENTENCES) == set(RULES)


def test_sentences_are_whole_and_differ() -> None:
    sentences = [proposals.why(key) for key in RULES]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)


def test_a_rule_that_is_gone_says_nothing() -> None:
    assert proposals.why("guessed") == ""
