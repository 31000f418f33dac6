#!/usr/bin/env python3
"""What planning and merging many submissions takes: seconds in all and for each thousand, and the memory of the process.

Makes COUNT invented companies of two small files each (a declaration, the answer of a DNS tool), plans them with and
without reading the files, reads all shards (with --jobs readers; what that takes is printed too) and merges them. The
limits are those of docs/scale.md: planning 100,000 with --quick in 30 s, merging in less than 300 MiB. Ends with 1 where
one is not kept; smaller numbers of companies are measured and compared with the limit of memory alone.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

FULL, SECONDS, MEBIBYTES = 100_000, 30, 300


def make(folder, count):
    for number in range(count):
        own = folder / f"company-{number:06d}"
        own.mkdir(parents=True)
        # Every hundredth shares its mail domain with the one before.
        domain = f"example{number - (number % 100 == 99)}.com.cn"
        (own / "dns.txt").write_text(
            f"$ dig MX {domain} +noall +answer\n{domain}.\t600\tIN\tMX\t10 mx.{domain}.\n")
        (own / "declared.yaml").write_text(
            f"schema: dossier/declared-v1\nchannel: wecom\nmail: {{domain: {domain}}}\n"
            f"company: {{name: 深圳市星河{number}科技有限公司}}\n")


def measured(count, name, words, allowed=(0,)):
    """Runs a command; says its seconds and the largest memory of it and of what it started."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds, code = time.monotonic() - start, os.waitstatus_to_exitcode(status)
    mebibytes = usage.ru_maxrss / 1024
    print(f"{name:32} {seconds:8.1f} s {seconds * 1000 / count:8.3f} s per 1,000 {mebibytes:8.0f} MiB "
          f"({usage.ru_utime + usage.ru_stime:.0f} s of processors)", flush=True)
    if code not in allowed:
        sys.exit(f"{name}: status {code}")
    return seconds, mebibytes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--count", type=int, default=FULL)
    parser.add_argument("--shards", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--format", default="json,corrections,csv")
    options = parser.parse_args()
    dossier, count = pathlib.Path(options.dossier).resolve(), options.count
    base = pathlib.Path(tempfile.mkdtemp(prefix="dossier-scale-"))
    os.environ["DOSSIER_CACHE"] = str(base / "cache")
    try:
        start = time.monotonic()
        make(base / "batch", count)
        print(f"{count} companies made in {time.monotonic() - start:.0f} s", flush=True)
        plan = [dossier, "plan", base / "batch", "--shards", options.shards, "--as-of", "2026-11-22", "--format",
                options.format, "--output", base / "work"]
        measured(count, "plan, reading all files", plan)
        planning, _ = measured(count, "plan --quick", plan + ["--quick"])
        print(f"plan.json: {(base / 'work' / 'plan.json').stat().st_size / count:.0f} bytes a company", flush=True)
        one = base / "ones"
        measured(count, "plan, one company a shard", [
            *plan[:3], "--shards", count, *plan[5:-1], one, "--quick"])
        measured(count, "check --plan, one company", [
            dossier, "check", "--plan", one, "--shard", 0, "--no-cache", "--jobs", 1], (0, 1))
        measured(count, f"check --plan, all shards, {options.jobs} readers", [
            dossier, "check", "--plan", base / "work", "--no-cache", "--jobs", options.jobs], (0, 1))
        size = sum(file.stat().st_size for file in (base / "work" / "shards").rglob("*"))
        print(f"shards: {size / count / 1024:.1f} KiB a company", flush=True)
        merging, memory = measured(
            count, f"merge ({options.format})", [
                dossier, "merge", base / "work", "--output", base / "merged", "--no-cache", "--jobs", options.jobs], (0, 1))
        written = sum(1 for _ in (base / "merged").iterdir())
        print(f"{written} names in the folder of the merged reports", flush=True)
        failures = []
        if count >= FULL and planning > SECONDS * count / FULL:
            failures.append(f"planning took {planning:.0f} s, more than {SECONDS}")
        if memory > MEBIBYTES:
            failures.append(f"merging took {memory:.0f} MiB, more than {MEBIBYTES}")
        if failures:
            sys.exit("; ".join(failures))
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main()
