"""The house rules of docs/architecture.md: imports point down, and never in a circle."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    {"urls", "wsgi", "apps", "settings", "languages", "joined"},
    {"admin", "views", "management", "templatetags"},
    {"exports", "importers"},
    {"actions"},
    {"filters", "rail", "strip", "lanes", "atlas", "table", "front"},
    {
        "paging",
        "caching",
        "release",
        "wording",
        "vocabulary",
        "ruler",
        "scales",
        "sparks",
        "accounts",
        "bands",
        "courses",
        "holdings",
        "countries",
        "frequency",
        "tenures",
        "family",
        "maps",
        "method",
        "tolls",
        "gazetteer",
        "desk",
        "checks",
        "doubles",
        "differences",
        "changes",
    },
    {"models", "embedded"},
    {"dates", "spans", "quotes", "names", "evidence", "figures", "fragments", "suggestions"},
]
RULES = LAYERS[-1]
STRANGERS = [LAYERS[1], LAYERS[2]]  # neighbours in these do not know each other
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
# Migrations are history, and demo holds data only.
OUTSIDE = {"migrations", "locale", "demo"}


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted((ROOT / "timeline").rglob("*.py"))
        if not OUTSIDE & set(path.parts)
    }


MODULES = modules()


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imported(path: Path) -> Iterator[str]:
    """What a file imports when it runs; imports for type checkers only do not count."""
    waiting: list[ast.AST] = [ast.parse(path.read_text())]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = named(node, path)
            for alias in node.names:
                whole = f"{package}.{alias.name}"
                yield whole if whole in MODULES else package
        waiting.extend(ast.iter_child_nodes(node))


def named(node: ast.ImportFrom, path: Path) -> str:
    """The package that `from … import` names, relative ones resolved."""
    if not node.level:
        return node.module or ""
    folder = path.parents[node.level - 1].relative_to(ROOT)
    return ".".join([*folder.parts, *([node.module] if node.module else [])])


def test_every_module_has_its_room() -> None:
    homeless = {room(module) for module in MODULES} - set(RANK) - {""}
    assert not homeless, f"name a layer for {homeless} in docs/architecture.md and here"


@pytest.mark.parametrize("module", [name for name in MODULES if room(name)])
def test_imports_point_down(module: str) -> None:
    for other in imported(MODULES[module]):
        if not other.startswith("timeline.") or room(other) == room(module):
            continue
        here, there = room(module), room(other)
        assert RANK[there] >= RANK[here], f"{module} reaches up to {other}"
        if RANK[there] == RANK[here]:
            same = LAYERS[RANK[here]]
            assert same not in STRANGERS, f"{module} knows its neighbour {other}"


@pytest.mark.parametrize("module", [name for name in MODULES if room(name) in RULES])
def test_rules_need_the_standard_library_only(module: str) -> None:
    for other in imported(MODULES[module]):
        top = other.split(".")[0]
        if top == "timeline":
            assert room(other) in RULES
        else:
            assert top in sys.stdlib_module_names, f"{module} imports {other}"


def test_no_module_imports_itself_through_others() -> None:
    graph = {
        module: {other for other in imported(path) if other in MODULES and other != module}
        for module, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" imports ".join(circle.args[1]))


def test_views_hold_no_lookups() -> None:
    for module, path in MODULES.items():
        if room(module) != "views":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.keyword) and node.arg:
                assert "__" not in node.arg, f"{module} looks up {node.arg}: give it a word"
