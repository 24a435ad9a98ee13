import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[2] / "Makefile"
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def make_environment(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    """`make` the virtual environment in a folder of its own, with a script in place of Python."""
    stand_in = folder / "python"
    stand_in.write_text(f"#!/bin/sh\n{python}\n")
    stand_in.chmod(0o755)
    shutil.copy(MAKEFILE, folder)
    return subprocess.run(
        ["make", "--silent", ".venv/bin/python"],
        cwd=folder,
        env=without_make() | {"PYTHON": str(stand_in)},
        capture_output=True,
        text=True,
        check=False,
    )


def without_make() -> dict[str, str]:
    """The environment as outside of `make test`, which would be seen as the caller."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ("exit 1", "Dateline needs Python 3.11 or newer: install it"),
        ('case "$*" in *ensurepip*) exit 1; esac', "cannot make a virtual environment"),
    ],
)
def test_a_python_that_will_not_do_is_told_in_one_sentence(
    tmp_path: Path, python: str, sentence: str
) -> None:
    ended = make_environment(tmp_path, python)
    told, by_make = ended.stderr.splitlines()
    assert sentence in told
    assert by_make.startswith("make: ***")
    assert not (tmp_path / ".venv").exists()


def test_the_environment_is_made_in_a_folder_with_a_space(tmp_path: Path) -> None:
    folder = tmp_path / "a path with a space"
    folder.mkdir()
    ended = make_environment(folder, f'echo "$@" >> {tmp_path}/said')
    assert ended.returncode == 0
    assert (tmp_path / "said").read_text().splitlines()[-1] == "-m venv --clear .venv"
