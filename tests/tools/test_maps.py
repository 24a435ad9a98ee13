"""Maps: the frame around places, what lies in it, and where names stand."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import maps
from timeline.maps import disputed, labels, shapes
from timeline.maps.frame import WORLD

RAQQA, MOSUL, RAMADI = (39.01, 35.95), (43.13, 36.34), (43.3, 33.42)
places = st.tuples(st.floats(-179, 179), st.floats(-89, 89))
points = st.tuples(st.floats(-50, 50), st.floats(-50, 50))
box = (-20.0, -20.0, 20.0, 20.0)


def steps(path: str) -> list[list[tuple[int, int]]]:
    """The lines of a path, each as its points."""
    lines = [line for line in path.replace("z", "").split("M") if line]
    return [[(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", one)] for one in lines]


@given(st.lists(places, min_size=1, max_size=8))
def test_a_frame_has_room_for_every_place_and_stays_on_earth(found: list[maps.Point]) -> None:
    frame = maps.frame_of(found)
    assert all(0 <= share <= 1 for place in found for share in frame.at(*place))
    assert -180 <= frame.west < frame.east <= 180
    assert -90 <= frame.south < frame.north <= 90


def test_a_frame_around_one_city_shows_its_surroundings() -> None:
    frame = maps.frame_of([RAQQA])
    assert frame.at(*RAQQA) == pytest.approx((0.5, 0.5))
    assert frame.aspect == pytest.approx(1.6)
    assert frame.north - frame.south > 2


def test_north_is_up_and_east_is_right() -> None:
    frame = maps.frame_of([RAQQA, MOSUL, RAMADI])
    raqqa, mosul, ramadi = (frame.at(*place) for place in (RAQQA, MOSUL, RAMADI))
    assert raqqa[0] < mosul[0] < ramadi[0]
    assert mosul[1] < raqqa[1] < ramadi[1]


def test_without_a_place_the_world_is_shown() -> None:
    assert maps.frame_of([]) == WORLD


def test_a_basemap_has_the_countries_of_its_frame_and_their_borders() -> None:
    base = maps.basemap(maps.frame_of([RAQQA, MOSUL]), maps.numbers_of(["SY"]))
    assert {"Syria", "Iraq", "Turkey"} <= {country.name for country in base.names}
    assert base.home
    assert base.borders
    assert len(base.land + base.home + base.borders + base.coasts) < 8000
    assert base.disputed == ""


def test_a_frame_inside_one_country_has_neither_border_nor_coast() -> None:
    frame = maps.Frame(16, 27, 18, 28)
    base = maps.basemap(frame)
    assert (base.borders, base.coasts) == ("", "")
    assert [country.name for country in base.names] == ["Libya"]


def test_a_border_is_drawn_once_for_both_its_countries() -> None:
    syria_and_iraq = maps.basemap(maps.Frame(40.2, 33.2, 42.0, 34.4))
    assert len(steps(syria_and_iraq.borders)) == 1


GOLAN, KASHMIR, KOSOVO = (35.8, 32.95), (75.5, 34.5), (20.9, 42.6)
SAHARA, CYPRUS, SOMALILAND = (-12.5, 26.5), (33.4, 35.15), (48.3, 9.5)


@pytest.mark.parametrize("place", [GOLAN, KASHMIR, KOSOVO, SAHARA, CYPRUS, SOMALILAND])
def test_a_border_in_dispute_is_drawn_apart_and_only_so(place: maps.Point) -> None:
    x, y = place
    base = maps.basemap(maps.Frame(x - 1.5, y - 1, x + 1.5, y + 1))
    dashed = {point for line in steps(base.disputed) for point in line[1:-1]}
    agreed = {point for line in steps(base.borders) for point in line[1:-1]}
    assert dashed
    assert not dashed & agreed


def test_a_border_runs_on_where_only_a_stretch_of_it_is_in_dispute() -> None:
    golan = disputed.lines()[5]
    before, after = [(35.0, 30.0), (35.2, 30.5)], [(36.5, 34.0), (36.8, 34.2)]
    parts = list(disputed.undisputed([*before, *golan, *after]))
    assert parts == [[*before, golan[0]], [golan[-1], *after]]


def test_a_border_that_nobody_disputes_stays_whole() -> None:
    border = [(10.0, 50.0), (10.1, 50.4), (10.2, 50.5)]
    assert list(disputed.undisputed(border)) == [border]


def test_no_line_leads_from_one_end_of_the_world_to_the_other() -> None:
    base = maps.basemap(WORLD)
    lengths = [abs(a[0] - b[0]) for line in steps(base.coasts) for a, b in pairwise(line)]
    assert max(lengths) < 500


def test_a_country_is_named_in_the_middle_of_its_part_of_the_frame() -> None:
    frame = maps.frame_of([RAQQA, MOSUL, RAMADI])
    syria = next(country for country in maps.basemap(frame).names if country.name == "Syria")
    assert syria.places[0][0] < 0.5


def test_a_country_without_a_number_keeps_the_name_of_the_map() -> None:
    assert maps.name_of(maps.CountryName("", "Somaliland", ())) == "Somaliland"
    assert maps.name_of(maps.CountryName("760", "Syria", ())).startswith("Syria")


@given(st.lists(points, min_size=2, max_size=30), st.floats(0.1, 20))
def test_a_simpler_line_keeps_its_ends_and_runs_near_every_point(
    line: list[maps.Point], tolerance: float
) -> None:
    simple = shapes.simpler(line, tolerance)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    for point in line:
        near = min(shapes._off(point, one, other) for one, other in pairwise(simple))
        assert near <= tolerance + 1e-6


@given(st.lists(points, min_size=3, max_size=12))
def test_what_was_cut_to_a_box_lies_in_it(area: list[maps.Point]) -> None:
    left, top, right, bottom = box
    for x, y in shapes.cut(area, box):
        assert left - 1e-6 <= x <= right + 1e-6
        assert top - 1e-6 <= y <= bottom + 1e-6


def test_an_area_around_the_box_is_cut_to_all_of_it() -> None:
    around = [(-90.0, -90.0), (90.0, -90.0), (90.0, 90.0), (-90.0, 90.0)]
    corners = {(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0)}
    assert set(shapes.cut(around, box)) == corners


@pytest.mark.parametrize(
    ("point", "inside"), [((1.0, 1.0), True), ((5.0, 1.0), False), ((3.0, 3.5), False)]
)
def test_a_point_is_inside_an_area_or_not(point: maps.Point, inside: bool) -> None:  # noqa: FBT001
    corner = [(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0), (2.0, 4.0), (0.0, 4.0)]
    assert shapes.inside(point, corner) == inside


def boxes(frame: maps.Frame, found: list[maps.Named]) -> list[labels.Box]:
    """The room that each name takes on a wide map, with its note where that is shown."""
    taken = []
    for place, mark in zip(found, maps.lay_out(frame, found).marks, strict=True):
        if not mark.label:
            continue
        across, down = frame.at(place.longitude, place.latitude)
        middle = across * labels.WIDE, down * labels.WIDE / frame.aspect
        words = f"{place.name} {place.note}" if mark.label.noted else place.name
        side = labels.Side(mark.label.anchor, float(mark.label.dx), float(mark.label.dy))
        taken.append(side.box(middle, len(words) * labels.CHARACTER))
    return taken


@given(st.lists(st.tuples(st.floats(36, 46), st.floats(32, 38)), min_size=1, max_size=14))
def test_no_name_hides_another(found: list[maps.Point]) -> None:
    named = [maps.Named(key, "Some city", "its holder", *at) for key, at in enumerate(found)]
    frame = maps.frame_of([(36, 32), (46, 38)])
    assert not any(one.meets(other) for one, other in combinations(boxes(frame, named), 2))


def test_the_first_place_chooses_and_its_neighbour_gives_way() -> None:
    frame = maps.frame_of([RAQQA, MOSUL, RAMADI])
    near = maps.Named(1, "Raqqa", "SDF", *RAQQA), maps.Named(2, "Tabqa", "SDF", 38.75, 35.95)
    first, second = (mark.label for mark in maps.lay_out(frame, near).marks)
    assert first
    assert second
    assert (first.anchor, second.anchor) == ("start", "end")


def test_the_name_of_a_large_mark_stands_beside_it_and_not_on_it() -> None:
    frame = maps.frame_of([RAQQA, MOSUL, RAMADI])
    for radius in (7.5, 24):
        (mark,) = maps.lay_out(frame, [maps.Named(1, "Raqqa", "", *RAQQA, radius)]).marks
        assert mark.label
        assert float(mark.label.dx) > radius


def test_a_name_without_room_is_left_out_and_its_mark_stays() -> None:
    crowd = [maps.Named(key, "A long name of a city", "", 40 + key / 50, 36) for key in range(40)]
    marks = maps.lay_out(maps.frame_of([RAQQA, MOSUL]), crowd).marks
    assert len(marks) == 40
    assert any(mark.label is None for mark in marks)


def test_the_name_of_a_country_gives_way_to_those_of_cities() -> None:
    frame = maps.frame_of([RAQQA, MOSUL])
    city = maps.Named(1, "Raqqa", "", *RAQQA)
    at = frame.at(*RAQQA)
    (region,) = maps.lay_out(frame, [city], [("Syria", [at, (0.2, 0.9)])]).regions
    assert (region.x, region.y) == ("20%", "90%")
