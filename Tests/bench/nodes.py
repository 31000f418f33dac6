#!/usr/bin/env python3
"""Where a run on many nodes breaks first: a simulation from what one machine was measured to take.

Measured here, in processor seconds, by checking each folder of samples/ by itself with one reader: the time that each
takes beyond starting up. A submission of the simulation takes the time of one of them, drawn by SEED. What planning,
starting a shard and merging take for a run of N submissions are the options --start, --start-each and so on; their
defaults were measured by Tests/bench/scale.py (docs/scale.md has both outputs).

Nodes have --cores cores and read one shard at a time. Each fails every --hours-between-failures on the average, is back
after ten minutes, and its shard goes on with another node a minute later with what is left of it; one node in twenty has
half the speed; all start by reading the plan over one disk. Prints for each N how long it takes, where the time goes, and
what is the largest part that more nodes cannot shorten.
"""

import argparse
import heapq
import os
import pathlib
import random
import statistics
import subprocess
import sys

BACK, LEASE, SLOW = 600, 60, 20


def processor_seconds(words):
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{words}: status {status}")
    return usage.ru_utime + usage.ru_stime


def measured(dossier, samples):
    """What each sample takes, without what starting takes."""
    check = [dossier, "check", "--no-cache", "--jobs", "1", "--as-of", "2026-11-22"]
    empty = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"dossier-nodes-{os.getpid()}"
    empty.mkdir()
    (empty / "declared.yaml").write_text("schema: dossier/declared-v1\nchannel: wecom\n")
    start = min(processor_seconds(check + [empty]) for _ in range(3))
    (empty / "declared.yaml").unlink()
    empty.rmdir()
    folders = sorted(path for path in samples.iterdir() if path.is_dir())
    return [max(0.03, processor_seconds(check + [folder]) - start) for folder in folders]


def simulated(times, count, options, dice):
    """Seconds until all shards are read, and processor seconds by what they went into."""
    each = statistics.fmean(times)
    shards = max(1, round(count * each / (options.minutes * 60)))
    starting = options.start + options.start_each * count
    plan = options.plan_bytes * count / options.disk
    # All nodes that start at once read the plan over the same disk.
    first_read = plan * min(options.nodes, shards)
    speeds = [0.5 if node % SLOW == 0 else 1.0 for node in range(options.nodes)]
    free = [(0.0, node) for node in range(options.nodes)]
    heapq.heapify(free)
    waiting = [(0.0, number, sum(dice.choices(times, k=count // shards + (number < count % shards))))
               for number in range(shards)]
    heapq.heapify(waiting)
    parts = {"reading": 0.0, "starting": 0.0, "lost": 0.0}
    end, failures = 0.0, 0
    while waiting:
        ready, number, work = heapq.heappop(waiting)
        at, node = heapq.heappop(free)
        at = max(at, ready)
        begin = starting / speeds[node] + (first_read if at == 0 else plan)
        seconds = begin + work / options.cores / speeds[node]
        failure = dice.expovariate(1 / (options.hours_between_failures * 3600))
        if failure < seconds:
            failures += 1
            done = max(0.0, failure - begin) / seconds * work
            # Of a submission that is being read nothing is kept.
            kept = max(0.0, done - each * options.cores / 2)
            parts["lost"] += failure * options.cores - kept
            parts["reading"] += kept
            heapq.heappush(waiting, (at + failure + LEASE, number, work - kept))
            heapq.heappush(free, (at + failure + BACK, node))
        else:
            parts["reading"] += work
            parts["starting"] += begin * options.cores
            heapq.heappush(free, (at + seconds, node))
            end = max(end, at + seconds)
    return shards, end, parts, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--samples", type=pathlib.Path, default=pathlib.Path("samples"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nodes", type=int, default=200)
    parser.add_argument("--cores", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=80, help="of one core for each shard")
    parser.add_argument("--hours-between-failures", type=float, default=100)
    parser.add_argument("--start", type=float, default=1.0, help="seconds, whatever the run")
    parser.add_argument("--start-each", type=float, default=40e-6, help="seconds for each submission of the run")
    parser.add_argument("--plan-each", type=float, default=400e-6, help="the same of planning")
    parser.add_argument("--merge-each", type=float, default=6e-3, help="processor seconds of merging each")
    parser.add_argument("--merge-serial", type=float, default=1e-3, help="of these, what one core does")
    parser.add_argument("--plan-bytes", type=int, default=170)
    parser.add_argument("--disk", type=float, default=5e8, help="bytes per second that all nodes share")
    options = parser.parse_args()
    times = measured(pathlib.Path(options.dossier).resolve(), options.samples)
    print(f"{len(times)} samples: {statistics.fmean(times):.2f} s of one core on the average, "
          f"median {statistics.median(times):.2f}, largest {max(times):.2f}")
    print(f"{options.nodes} nodes of {options.cores} cores, a failure every {options.hours_between_failures:.0f} h of each")
    print(f"{'submissions':>12} {'shards':>7} {'plan':>8} {'shards read':>12} {'merge':>8} {'failures':>9} "
          f"{'reading':>8} {'starting':>9} {'lost':>6} {'idle':>6}")
    for count in (10_000, 100_000, 1_000_000):
        shards, seconds, parts, failures = simulated(times, count, options, random.Random(options.seed))
        cores = options.nodes * options.cores * seconds
        merge = max(options.merge_serial, options.merge_each / options.cores) * count
        plan = options.plan_each * count
        idle = cores - sum(parts.values())
        shares = "".join(f" {100 * part / cores:>{width}.1f}%" for part, width in (
            (parts["reading"], 7), (parts["starting"], 8), (parts["lost"], 5), (idle, 5)))
        print(f"{count:12} {shards:7} {plan:6.0f} s {seconds:10.0f} s {merge:6.0f} s {failures:9}{shares}", flush=True)
        serial = {"planning": plan, "merging": merge, "starting shards": parts["starting"] / options.nodes / options.cores}
        worst = max(serial, key=serial.get)
        whole = plan + seconds + merge
        print(f"{'':12} {whole:.0f} s in all; what more nodes do not shorten: {worst}, {serial[worst]:.0f} s "
              f"({100 * serial[worst] / whole:.0f} %)")


if __name__ == "__main__":
    main()
