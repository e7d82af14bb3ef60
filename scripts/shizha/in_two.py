"""Two halves of a task at once, on two processors."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from typing import TypeVar

Result = TypeVar("Result")
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def in_two(first: Callable[[], Iterable[Result]], second: Callable[[], Iterable[Result]]) -> list[Result]:
    """What ``first`` and ``second`` give, in that order; both at once where this process can be doubled.

    It can be where the system forks, has a second processor for it, and no other thread holds a lock that the double would wait
    for. Results cross over pickled. What either raises is raised here.
    """
    if not hasattr(os, "fork") or len(os.sched_getaffinity(0)) < 2 or threading.active_count() > 1:
        return [*first(), *second()]
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(writing, second)
    os.close(writing)
    try:
        own = list(first())
    finally:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
    if not answer:
        return [*own, *second()]  # the double was killed: do it here, and see why
    return [*own, *pickle.loads(answer)]


def _answer(writing: int, second: Callable[[], Iterable[object]]) -> None:
    """The life of the double: the results into the pipe, or nothing if there was an error, and no word to anybody else."""
    if (
        sys.platform == "linux"
    ):  # whoever kills the one kills both: an orphan would go on writing, and keep what is locked
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        answer = pickle.dumps(list(second()))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)  # nothing of the parent's is to be flushed or cleaned up twice
