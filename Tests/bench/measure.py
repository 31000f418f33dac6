"""Runs a program and measures it with all the processes it starts. Python's standard library only."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time


@dataclasses.dataclass
class Run:
    seconds: float
    # Greatest sum over all processes at one moment, in bytes. Shared pages count once in `proportional`.
    proportional: int
    resident: int
    status: int
    output: bytes


def descendants(root):
    """The process `root` and all below it, as numbers."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                # Field 4 after the name in brackets, which may itself hold blanks.
                fields = pathlib.Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(entry))
            except (OSError, IndexError):
                pass  # It ended meanwhile.
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting += children.get(process, [])
    return found


def memory(process):
    """Proportional and resident bytes of a process; zeros if it ended."""
    sizes = {"Pss:": 0, "Rss:": 0}
    try:
        for line in open(f"/proc/{process}/smaps_rollup"):
            name, *rest = line.split()
            if name in sizes:
                sizes[name] = int(rest[0]) * 1024
    except OSError:
        pass
    return sizes["Pss:"], sizes["Rss:"]


def run(command, samples_memory=False, environment=None):
    """Runs `command` to its end. Sampling memory costs time: do not use it for timings."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    peak = [0, 0]
    done = threading.Event()

    def sample():
        while not done.wait(0.02):
            sums = [sum(parts) for parts in zip(*map(memory, descendants(process.pid)))]
            peak[:] = [max(pair) for pair in zip(peak, sums)]

    watcher = threading.Thread(target=sample)
    if samples_memory:
        watcher.start()
    output, errors = process.communicate()
    seconds = time.monotonic() - start
    done.set()
    if samples_memory:
        watcher.join()
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command[:3])} ...: status {process.returncode}\n{errors.decode(errors='replace')}")
    return Run(seconds, peak[0], peak[1], process.returncode, output)


def specimens(forge, folder, count, seed):
    """`count` one-page pictures drawn by dossier-forge; the same seed gives the same pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    run([forge, "specimens", "--count", str(count), "--seed", str(seed), "--output", str(folder),
         "--kinds", "license-landscape,license-portrait,id-front,id-back,id-both"])
    return pictures(folder)


def pictures(folder):
    """The pictures below a folder, in order."""
    endings = {".jpg", ".jpeg", ".png"}
    return sorted(str(path) for path in pathlib.Path(folder).rglob("*")
                  if path.suffix.lower() in endings)


def machine():
    """What the figures were taken on."""
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    else:
        model = "unknown processor"
    return f"{model}, {len(os.sched_getaffinity(0))} cores"


def table(rows):
    """Rows of texts, the first column left, the others right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())
