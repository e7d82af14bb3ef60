"""Two at once give what one after the other gives, whatever happens to the double."""

import os
import signal
import threading
import time

import pytest

from shizha.in_two import in_two


@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_all_results_in_the_order_of_the_tasks(count):
    assert in_two(*(lambda number=number: [number, -number] for number in range(count))) == [
        result for number in range(count) for result in (number, -number)
    ]


def test_two_processes_take_part():
    here = os.getpid()

    def slow():
        time.sleep(0.2)
        return [os.getpid()]

    processes = set(in_two(slow, slow, slow, slow))
    assert here in processes
    assert len(processes) == min(2, len(os.sched_getaffinity(0)))


@pytest.mark.parametrize("place", range(3))
def test_an_error_of_any_task_is_raised_here(place):
    tasks = [lambda: [1]] * 3
    tasks[place] = lambda: [1 / 0]
    with pytest.raises(ZeroDivisionError):
        in_two(*tasks)


def test_tasks_of_a_double_that_is_killed_are_done_again():
    here = os.getpid()

    def deadly():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.1)
        return [2]

    assert in_two(*[deadly] * 5) == [2] * 5


def test_beside_another_thread_nothing_is_doubled():
    here, go_on = os.getpid(), threading.Event()
    other = threading.Thread(target=go_on.wait)
    other.start()
    try:
        assert in_two(lambda: [os.getpid()], lambda: [os.getpid()]) == [here, here]
    finally:
        go_on.set()
        other.join()
