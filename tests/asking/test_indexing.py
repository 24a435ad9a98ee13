"""Which addresses search engines are asked to keep."""

import pytest

from timeline.filters.indexing import is_for_search_engines


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/cities/raqqa/",
        "/ar/cities/raqqa/",
        "/cities/raqqa/?from=2017&to=2017",
        "/factions/sdf/?from=2017-06&to=2017-10",
        "/?from=2016&to=2016",  # a leap year is a year
        "/?from=2016-03&to=2017-02",
    ],
)
def test_one_subject_and_a_year_at_most_is_for_search_engines(address: str) -> None:
    assert is_for_search_engines(address)


@pytest.mark.parametrize(
    "address",
    [
        "/?from=2017-01-01&to=2018-01-02",
        "/?from=2016&to=2017",
        "/?from=2017",
        "/?to=2017",
        "/?city=raqqa&city=kobane",
        "/?city=none",
        "/?faction=none",
        "/cities/raqqa/?faction=sdf",
        "/cities/raqqa/?kind=control",
        "/cities/raqqa/?from=2017&to=2017&kind=control",
        "/?q=bridge",
        "/?order=newest",
        "/?after=2017-10-17.0.5",
        "/control/?on=2017-10-17",
        "/changes/?change=withdrawn",
        "/changes/?after=77",
        "/factions/sdf/family/?on=2016-01-01",
    ],
)
def test_combinations_longer_ranges_and_places_in_a_list_are_not(address: str) -> None:
    assert not is_for_search_engines(address)
