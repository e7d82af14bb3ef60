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


def test_within_a_task_nothing_is_doubled_again():
    def inner():
        return [os.getpid()]

    def outer():
        return [(os.getpid(), in_two(inner, inner, inner))]

    for process, inside in in_two(outer, outer, outer, outer):
        assert inside == [process] * 3
    assert len(in_two(inner)) == 1  # and afterwards it is as before


@pytest.mark.parametrize("processors", [{0}, {0, 1}])
def test_what_is_done_meanwhile_is_done_once_and_here(monkeypatch, processors):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: processors)
    done = []
    assert in_two(lambda: [1], lambda: [2], meanwhile=lambda: done.append(os.getpid())) == [1, 2]
    assert done == [os.getpid()]
