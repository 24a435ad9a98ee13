import pytest

from tests.workers import WHOLE, dealt_with


@pytest.mark.parametrize("file", sorted(WHOLE))
def test_a_file_whose_tests_share_what_takes_long_to_make_goes_to_one_worker(
    pytestconfig: pytest.Config, file: str
) -> None:
    assert (pytestconfig.rootpath / file).exists()
    assert dealt_with(f"{file}::test_one") == dealt_with(f"{file}::test_other[1]")


def test_tests_of_other_files_are_dealt_out_one_by_one() -> None:
    assert dealt_with("tests/test_workers.py::test_one") == "tests/test_workers.py::test_one"
