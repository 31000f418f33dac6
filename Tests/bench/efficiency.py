#!/usr/bin/env python3
"""What two nodes of one core each are worth beside one machine of two cores.

Reads COPIES of the samples alternately with `check --jobs 2` on two processors, and by two processes of one reader, each
bound to a processor of its own, that share the shards of a plan; planning and merging count as part of the latter. Nothing
comes from a cache. Says for the best of the ROUNDS how long each took, the seconds of processors, and the efficiency: one
machine's time by that of the two nodes. Compares the reports byte for byte. Ends with 1 where these differ or the
efficiency is below 0.9.
"""

import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "engines"))
import submissions

GOAL, SAMPLES = 0.9, pathlib.Path(__file__).resolve().parents[2] / "samples"


def make(folder, copies):
    """The samples that are folders of one company, so many times."""
    for number in range(copies):
        for sample in sorted(SAMPLES.iterdir()):
            if sample.is_dir() and any(sample.glob("declared.*")):
                shutil.copytree(sample, folder / f"{number:02d}-{sample.name}")


def processors():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def bound(places, *words):
    """Starts a command on some processors alone."""
    return subprocess.Popen(
        [str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, places))


class Stopwatch:
    """Seconds by the clock, by the part of the work, and of processors."""

    def __init__(self):
        self.start, self.used, self.parts = time.monotonic(), processors(), []

    def part(self, name):
        self.parts.append((name, time.monotonic() - self.start - sum(part for _, part in self.parts)))

    def end(self):
        self.seconds, self.used = time.monotonic() - self.start, processors() - self.used
        return self


def ended(process, allowed=(0, 1)):
    if process.wait() not in allowed:
        sys.exit(f"{process.args}: status {process.returncode}")


def one_machine(dossier, batch, base, places):
    shutil.rmtree(base / "one", ignore_errors=True)
    watch = Stopwatch()
    ended(bound(places, dossier, "check", batch, "--as-of", "2026-11-22", "--no-cache", "--jobs", 2, "--output", base / "one"))
    return watch.end()


def two_nodes(dossier, batch, base, places, shards):
    for name in ("work", "merged"):
        shutil.rmtree(base / name, ignore_errors=True)
    work, watch = base / "work", Stopwatch()
    ended(bound(places, dossier, "plan", batch, "--as-of", "2026-11-22", "--shards", shards, "--no-cache", "--output", work))
    watch.part("plan")
    nodes = [bound({place}, dossier, "check", "--plan", work, "--no-cache", "--jobs", 1) for place in sorted(places)]
    # The one that is done first says that the other is at the last shard.
    for node in nodes:
        ended(node, (0, 1, 2))
    watch.part("read")
    ended(bound(places, dossier, "merge", work, "--no-cache", "--jobs", 2, "--output", base / "merged"))
    watch.part("merge")
    return watch.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--shards", type=int, default=4, help="each starts a reader: shards of seconds measure that")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    dossier, places = pathlib.Path(options.dossier).resolve(), set(sorted(os.sched_getaffinity(0))[:2])
    if len(places) < 2:
        sys.exit("two processors are needed")
    base = pathlib.Path(tempfile.mkdtemp(prefix="dossier-efficiency-"))
    try:
        make(base / "batch", options.copies)
        print(f"{sum(1 for _ in (base / 'batch').iterdir())} submissions, {options.shards} shards, processors "
              f"{sorted(places)}, load {os.getloadavg()[0]:.1f}", flush=True)
        ones, twos = [], []
        for round in range(options.rounds):
            ones.append(one_machine(dossier, base / "batch", base, places))
            twos.append(two_nodes(dossier, base / "batch", base, places, options.shards))
            parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in twos[-1].parts)
            print(f"round {round + 1}: one machine {ones[-1].seconds:.1f} s ({ones[-1].used:.1f} s of processors); two nodes "
                  f"{twos[-1].seconds:.1f} s ({twos[-1].used:.1f}): {parts}", flush=True)
        one, two = (min(runs, key=lambda run: run.seconds) for runs in (ones, twos))
        efficiency = one.seconds / two.seconds
        print(f"best of {options.rounds}: {one.seconds:.1f} s and {two.seconds:.1f} s, efficiency {efficiency:.3f}; "
              f"by seconds of processors {min(run.used for run in ones) / min(run.used for run in twos):.3f}")
        if submissions.compare(base / "one", base / "merged"):
            sys.exit("not the reports of one machine")
        if efficiency < GOAL:
            sys.exit(f"less than {GOAL}")
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main()
