"""Work in the background rests while somebody waits for a page, and never for long."""

from __future__ import annotations

import time
from threading import Event, Thread

import pytest

from evidence_explorer.readers import Readers, readers


def seconds(among: Readers) -> float:
    began = time.monotonic()
    among.give_way()
    return time.monotonic() - began


def test_nobody_reads_so_nothing_rests() -> None:
    assert seconds(Readers(quiet=30, longest=30)) < 5


def test_the_background_rests_until_the_page_is_made() -> None:
    among = Readers(quiet=0, longest=60)
    rested, came = Event(), Event()

    def work() -> None:
        came.set()
        among.give_way()
        rested.set()

    with among.page():
        thread = Thread(target=work)
        thread.start()
        assert came.wait(10)
        assert not rested.wait(0.3)
    assert rested.wait(10)
    thread.join()


def test_it_rests_a_moment_longer_so_that_the_page_is_sent() -> None:
    among = Readers(quiet=0.4, longest=60)
    with among.page():
        pass
    assert 0.3 < seconds(among) < 20


def test_it_goes_on_however_many_read() -> None:
    among = Readers(quiet=30, longest=0.2)
    with among.page(), among.page():
        assert 0.1 < seconds(among) < 20
    assert 0.1 < seconds(among) < 20, "the last page was a moment ago"


def test_a_page_that_failed_is_no_longer_waited_for() -> None:
    among = Readers(quiet=0, longest=60)
    with pytest.raises(ValueError, match="broken"), among.page():
        raise ValueError("broken")
    assert seconds(among) < 20


def test_a_process_has_one() -> None:
    assert readers() is readers()
