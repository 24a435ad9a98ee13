"""An article as the desk shows it: its sentences, and what is taken, proposed and left."""

from timeline.desk.marks import Mark, Piece, What, marked
from timeline.desk.reading import Reading, proposal, reading_of
from timeline.desk.readings import readings_of
from timeline.desk.sentences import Sentence, State
from timeline.desk.spellings import Known, known
from timeline.desk.taken import Taken

__all__ = [
    "Known",
    "Mark",
    "Piece",
    "Reading",
    "Sentence",
    "State",
    "Taken",
    "What",
    "known",
    "marked",
    "proposal",
    "reading_of",
    "readings_of",
]
