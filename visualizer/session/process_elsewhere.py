"""What a running process does and has in memory, on systems without ``/proc``."""

import psutil


def activity(process: int) -> tuple[bool, float] | None:
    """Whether it sleeps, and its seconds of processor time; None where it is gone or not ours."""
    try:
        one = psutil.Process(process)
        times = one.cpu_times()
        return one.status() in (
            psutil.STATUS_SLEEPING,
            psutil.STATUS_IDLE,
        ), times.user + times.system
    except psutil.Error:
        return None


def own_memory(process: int) -> int | None:
    """Bytes that only this process has, or all where that may not be asked; None: it is gone."""
    try:
        one = psutil.Process(process)
        try:
            return int(one.memory_full_info().uss)
        except psutil.AccessDenied:
            return int(one.memory_info().rss)
    except psutil.Error:
        return None
