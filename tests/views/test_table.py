"""The page of the table."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import make
from timeline import table
from timeline.models.vocabulary import Role

pytestmark = pytest.mark.django_db


def test_each_line_has_a_cell_for_every_column(client: Client) -> None:
    sdf = make.faction("SDF")
    make.event("The SDF takes it", factions=[(sdf, Role.CAPTOR)], published=True)
    page = client.get("/?view=table").content.decode()
    lines = re.search(r'id="sheet".*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    assert lines
    cells = re.findall(r"<t[hd][ >]", lines[1])
    assert len(cells) == sum(len(group.columns) for group in table.GROUPS)
    assert "The SDF takes it" in page


def test_on_paper_each_line_has_the_columns_that_the_head_has(client: Client) -> None:
    sdf = make.faction("SDF")
    make.event("The SDF takes it", factions=[(sdf, Role.CAPTOR)], published=True)
    page = client.get("/?view=table").content.decode()
    sheet = re.search(r'id="sheet".*?<thead>(.*?)</thead>.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    assert sheet
    names = [column.name for group in table.GROUPS for column in group.columns]
    cells = re.findall(r"<t[hd]\b[^>]*>", sheet[2])
    printed = [name for name, cell in zip(names, cells, strict=True) if "printed" in cell]
    assert set(printed) == table.PRINTED
    assert len(re.findall(r'<th [^>]*class="printed"', sheet[1])) == len(printed)


def test_graphic_words_are_left_to_the_page_of_the_event(client: Client) -> None:
    make.event("A killing", summary="They cut", graphic=True, published=True)
    page = client.get("/?view=table").content.decode()
    assert "A killing" in page
    assert "They cut" not in page
    assert make.QUOTATION not in page


def test_a_table_costs_the_same_few_queries_however_long_it_is(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        make.event(f"Event {number}", published=True)
    client.get("/?view=table&sort=city")
    with django_assert_max_num_queries(9):
        client.get("/?view=table&sort=city")
