"""Tasks on two processors."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Result = TypeVar("Result")
Task = Callable[[], Iterable[Result]]
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_SIZE = 4  # bytes of a task's number; a pipe holds 64 kB on every system that forks
_doubled = False  # true in this process while it has a double, and in the double for all its life


def in_two(*tasks: Task[Result], meanwhile: Callable[[], object] | None = None) -> list[Result]:
    """What ``tasks`` give, in their order: two are done at once where this process can be doubled, and who is done with one takes the
    next. The longest should come first. meanwhile: done once in this process, before its first task, for what only this one can use.

    It can be where the system forks, has a second processor for it, and no other thread holds a lock that the double would wait
    for. Within a task it cannot: both processors are taken. Results cross over pickled. What any task raises is raised here.
    """
    global _doubled
    done: dict[int, list[Result]] = {}
    can = hasattr(os, "fork") and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1 and not _doubled
    if can:
        _doubled = True
        try:
            done = _with_a_double(tasks, meanwhile)
        finally:
            _doubled = False
    elif meanwhile:
        meanwhile()
    return [result for number, task in enumerate(tasks) for result in (done[number] if number in done else task())]


def _with_a_double(tasks: Sequence[Task[Result]], meanwhile: Callable[[], object] | None) -> dict[int, list[Result]]:
    """Results by number of task; without those that the double did not bring to an end."""
    waiting, numbers = os.pipe()  # each takes its next task from here
    os.write(numbers, b"".join(number.to_bytes(_SIZE) for number in range(len(tasks))))
    os.close(numbers)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(writing, tasks, waiting)
    os.close(writing)
    try:
        if meanwhile:
            meanwhile()
        own = dict(_taken(tasks, waiting))
    finally:
        os.close(waiting)
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
    # Without an answer the double was killed, or met an error: whoever asked does those tasks again, and sees why.
    return own | (pickle.loads(answer) if answer else {})


def _taken(tasks: Sequence[Task[Result]], waiting: int) -> Iterable[tuple[int, list[Result]]]:
    while taken := os.read(waiting, _SIZE):
        number = int.from_bytes(taken)
        yield number, list(tasks[number]())


def _answer(writing: int, tasks: Sequence[Task[Result]], waiting: int) -> None:
    """The life of the double: the results into the pipe, or nothing if there was an error, and no word to anybody else."""
    if sys.platform == "linux":
        # Whoever kills the one kills both: an orphan would go on writing, and keep what is locked.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        answer = pickle.dumps(dict(_taken(tasks, waiting)))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)  # nothing of the parent's is to be flushed or cleaned up twice
