"""Where the store is found."""

import pytest

from reportedly.config import database


def test_the_default_is_a_file_in_the_working_folder() -> None:
    assert database() == "sqlite:///reportedly.db"


def test_the_variable_goes_before_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_DB", "north.db")
    assert database() == "sqlite:///north.db"


def test_the_option_goes_before_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_DB", "north.db")
    assert database("south.db") == "sqlite:///south.db"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("reports.db", "sqlite:///reports.db"),
        ("/data/reports.db", "sqlite:////data/reports.db"),
        ("C:\\data\\reports.db", "sqlite:///C:\\data\\reports.db"),
        ("sqlite:///reports.db", "sqlite:///reports.db"),
        ("postgresql://monitor@localhost/reports", "postgresql://monitor@localhost/reports"),
    ],
)
def test_a_bare_file_name_is_an_sqlite_file(asked: str, address: str) -> None:
    assert database(asked) == address
