#!/usr/bin/env python3
"""Runs `dossier extract` over a folder of any files, a process for each few, and says what became of them.

    corpora.py --dossier .build/release/dossier DIR [--chunk 20] [--jobs 2]

Exit status 1 if the program itself crashed or hung, or said neither a fact nor a word of a file.
"""

import argparse
import collections
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

DEATHS = {"reader_crashed", "reader_timeout", "reader_out_of_memory"}


def run(options, files, seconds):
    """Status (None for a hang), seconds, peak memory in KiB of one process, what it printed."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(
            [options.dossier, "extract", "--no-cache", "--format", "json", "--jobs", str(options.jobs), "--"] + files,
            stdin=subprocess.DEVNULL, stdout=output, stderr=errors, start_new_session=True)
        status, peak = None, 0
        while time.monotonic() - start < seconds:
            done, ended, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                status, peak = os.waitstatus_to_exitcode(ended), usage.ru_maxrss
                process.returncode = status
                break
            time.sleep(0.02)
        if status is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        output.seek(0)
        errors.seek(0)
        return status, time.monotonic() - start, peak, output.read(), errors.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--chunk", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--most", type=int, default=0, help="so many files at most, spread over the folder")
    options = parser.parse_args()
    files = sorted(str(path) for path in pathlib.Path(options.folder).rglob("*") if path.is_file())
    if options.most and len(files) > options.most:
        files = files[:: -(-len(files) // options.most)]
    if not files:
        sys.exit(f"{options.folder}: no files")

    codes, crashes, hangs, silent, deaths, peak, times = collections.Counter(), [], [], [], [], 0, []
    for first in range(0, len(files), options.chunk):
        chunk = files[first:first + options.chunk]
        # What the program allows for the files, and as much again.
        status, seconds, memory, output, errors = run(options, chunk, 250 * len(chunk))
        peak = max(peak, memory)
        times.append((seconds, chunk))
        if status is None:
            hangs.append(chunk)
            continue
        try:
            entries = json.loads(output)["files"]
        except ValueError:
            entries = []
        if status not in (0, 1) or not entries:
            crashes.append((status, chunk, errors.decode(errors="replace")[-300:]))
            continue
        for entry in entries:
            notices = {notice["code"] for notice in entry["notices"]}
            codes.update(notices)
            if notices & DEATHS:
                deaths.append((entry["file"], sorted(notices & DEATHS)))
            if not notices and not entry["documents"] and not entry["facts"]:
                silent.append(entry["file"])
        print(f"\r{min(first + options.chunk, len(files))} of {len(files)}", end="", file=sys.stderr)
    print(file=sys.stderr)

    slowest = []
    for _, chunk in sorted(times, reverse=True)[:2]:
        slowest += [(run(options, [file], 250)[1], file) for file in chunk]
    print(f"files {len(files)}")
    print(f"crashes of the program {len(crashes)}")
    for status, chunk, words in crashes:
        print(f"  status {status}: {chunk[0]} and {len(chunk) - 1} more: {words!r}")
    print(f"hangs {len(hangs)}")
    for chunk in hangs:
        print(f"  {chunk[0]} and {len(chunk) - 1} more")
    print(f"readers that ended {len(deaths)}")
    for file, reasons in deaths:
        print(f"  {file}: {', '.join(reasons)}")
    print(f"files with neither a fact nor a notice {len(silent)}")
    for file in silent:
        print(f"  {file}")
    print(f"largest process {peak // 1024} MiB")
    for seconds, file in sorted(slowest, reverse=True)[:3]:
        print(f"slowest {seconds:.1f} s {file}")
    print("files by notice")
    for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:6} {code}")
    sys.exit(1 if crashes or hangs or silent else 0)


main()
