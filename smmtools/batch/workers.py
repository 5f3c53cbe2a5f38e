"""A pool of worker processes that outlives the death of a worker."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from smmtools.batch.kernels import enter


@dataclass(frozen=True)
class Task:
    """A function to be called in a worker, what to do with its result, and the result if the worker dies."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    then: Callable[[Any], None]
    lost: Any


class Workers:
    """Runs tasks in ``jobs`` processes. Use as a context; leaving it by an exception ends the processes."""

    def __init__(self, jobs: int, environment: dict[str, str]) -> None:
        self._jobs = jobs
        self._environment = environment
        self._pool = self._new_pool(jobs)
        self._pending: dict[Future[Any], Task] = {}

    def submit(
        self, function: Callable[..., Any], *arguments: Any, then: Callable[[Any], None], lost: Any
    ) -> None:
        """Have ``function`` called in a worker, and ``then`` here with what it returns (or with ``lost``)."""
        task = Task(function, arguments, then, lost)
        self._pending[self._pool.submit(function, *arguments)] = task

    def drain(self) -> None:
        """Wait for every task, those included that are submitted on the way."""
        while self._pending:
            done, _ = wait(self._pending, return_when=FIRST_COMPLETED)
            for future in done:
                if isinstance(future.exception(), BrokenProcessPool):
                    self._start_again()
                    break
                self._pending.pop(future).then(future.result())

    def _start_again(self) -> None:
        """A worker died and took the pool along: find out which task it was by running each alone."""
        unfinished, self._pending = list(self._pending.values()), {}
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._new_pool(self._jobs)
        for task in unfinished:
            with self._new_pool(1) as alone:
                try:
                    result = alone.submit(task.function, *task.arguments).result()
                except BrokenProcessPool:
                    result = task.lost
            task.then(result)

    def _new_pool(self, jobs: int) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, spawn, initializer=enter, initargs=(self._environment,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            for child in multiprocessing.active_children():
                child.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)
