"""Where the cases are: parties, countries, seats, and the shape of the world."""

from __future__ import annotations

import re

import pytest

from bor_widgets.cases import Case, cases
from bor_widgets.charts import case_atlas_told, world
from bor_widgets.charts.countries import (
    countries_of,
    country_names,
    party_names,
    seats,
    whereabouts,
)

each_case = pytest.mark.parametrize("case", cases.values(), ids=cases)


@each_case
def test_every_party_is_on_the_map_or_it_is_said_why_not(case: Case) -> None:
    for name in party_names(case):
        entry = whereabouts()[name]
        assert bool(entry.codes or entry.seats) != bool(entry.missing), name


@each_case
def test_every_country_has_a_name_and_an_outline(case: Case) -> None:
    drawn = world.world().paths
    for code in countries_of(case):
        assert code in country_names()
        assert drawn[code]
    assert set(case.countries) <= set(countries_of(case))


def test_no_place_is_left_over() -> None:
    named = {name for case in cases.values() for name in party_names(case)}
    used = {code for case in cases.values() for code in countries_of(case)}
    stray = [
        name
        for name, entry in whereabouts().items()
        if name not in named and not (set(entry.codes) & used) and not entry.seats
    ]
    assert stray == []
    assert set(country_names()) == used


def test_what_is_no_country_of_today_says_so() -> None:
    for name in ("Qing dynasty", "Choson Korea", "Soviet Union"):
        assert whereabouts()[name].note
    assert whereabouts()["Choson Korea"].codes == ("KOR", "PRK")
    assert all(seat.at for seat in seats().values())


# ---------------------------------------------------------------- geometry


def test_every_outline_is_closed_and_on_the_globe() -> None:
    for outline in world.outlines():
        for ring in outline.rings:
            assert ring[0] == ring[-1], outline.code
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)


def test_no_line_runs_across_the_whole_map() -> None:
    for code, path in world.world().paths.items():
        steps = [int(part) for part in re.findall(r"-?\d+", re.sub(r"M-?\d+ -?\d+", "", path))]
        assert max(map(abs, steps[::2]), default=0) < world.WIDTH / 4, code


def test_places_stand_where_they_are() -> None:
    middle = world.project(0, 0)
    assert middle[0] == world.WIDTH / 2
    west, east = world.project(-74, 40.7), world.project(116.4, 39.9)
    assert west[0] < middle[0] < east[0]
    assert west[1] < middle[1]
    # the two halves of the world mirror each other
    assert world.project(30, 20)[0] - middle[0] == middle[0] - world.project(-30, 20)[0]
    with pytest.raises(ValueError, match="longitude"):
        world.project(200, 0)


def test_the_geometry_is_small_and_free_of_other_layers() -> None:
    from bor_widgets.charts.world.geometry import geometry_text

    assert len(geometry_text()) < 150_000
    assert set(world.topology()["objects"]) == {"countries"}


def test_the_plotly_map_shows_the_same_numbers() -> None:
    from bor_widgets.charts.case_atlas_figure import world_figure

    found = [case for case in cases.values() if "P2" in case.papers]
    counts, towns = case_atlas_told.map_counts(found)
    countries, numbers, marks = world_figure(found).data
    shade = dict(zip(countries.locations, countries.z, strict=True))
    assert {code: case_atlas_told.step_of(n) for code, n in counts.items()} == {
        code: step for code, step in shade.items() if step
    }
    assert sorted(map(int, numbers.text)) == sorted(counts.values())
    assert len(marks.lon) == len(towns)
