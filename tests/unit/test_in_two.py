"""Two halves at once give what one after the other gives, whatever happens to the second."""

import os
import signal
import threading

import pytest

from shizha.in_two import in_two


def test_both_halves_in_their_order():
    assert in_two(lambda: [1, 2], lambda: [3]) == [1, 2, 3]


def test_an_error_of_either_half_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        in_two(lambda: [1], lambda: [1 / 0])
    with pytest.raises(ZeroDivisionError):
        in_two(lambda: [1 / 0], lambda: [1])


def test_a_half_that_is_killed_is_done_again():
    here = os.getpid()

    def second():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return [2]

    assert in_two(lambda: [1], second) == [1, 2]


def test_beside_another_thread_nothing_is_doubled():
    here, go_on = os.getpid(), threading.Event()
    other = threading.Thread(target=go_on.wait)
    other.start()
    try:
        assert in_two(lambda: [os.getpid()], lambda: [os.getpid()]) == [here, here]
    finally:
        go_on.set()
        other.join()
