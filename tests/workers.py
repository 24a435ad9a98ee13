"""How tests are dealt out to the workers of pytest-xdist."""

from xdist.scheduler import LoadScopeScheduling

# Files whose tests share what takes long to make: a site, a database cluster, the demonstration.
WHOLE = {
    "tests/wiring/test_run.py",
    "tests/wiring/test_embedded.py",
    "tests/views/test_weight.py",
}


class LongestFirst(LoadScopeScheduling):  # type: ignore[misc]  # xdist is not typed
    """The files of `WHOLE`, each to one worker and before all others; then test by test.

    So no worker makes again what another has made, and none is left alone with a long file at
    the end. Marks for groups would not do: this pytest does not let them into the names of tests,
    where xdist looks for them.
    """

    def _split_scope(self, nodeid: str) -> str:
        return dealt_with(nodeid)


def dealt_with(name: str) -> str:
    """What a test of this name is dealt out with: its file, or itself alone."""
    file = name.partition("::")[0]
    return file if file in WHOLE else name
