"""Data sets, whose names and licences readers see beside every record taken from them."""

from django.db import transaction

from timeline.actions import control, permits
from timeline.actions.grading import grade_recorded_in
from timeline.actions.revisions import record
from timeline.models import Dataset, Edition, Revision, User


@transaction.atomic
def saved(dataset: Dataset, *, by: User) -> None:
    """A data set was saved: its records, where nobody else tells of them, take its grade."""
    permits.demand(by, "change_dataset")
    moved = grade_recorded_in(dataset)
    record(dataset, Revision.Change.CHANGED, by=by)
    control.follow(moved)
    Edition.objects.move()
