#!/usr/bin/env python3
"""What planning and merging many submissions takes: seconds in all and for each thousand, and the memory of the process.

Makes COUNT invented companies of two small files each (a declaration, the answer of a DNS tool), plans them with and
without reading the files, reads the first --read shards (with --jobs readers; what that takes is printed too), makes the
records of the other shards from those that were read, under other names and with nothing shared, and merges all. The
limits are those of docs/scale.md: planning 100,000 with --quick in 30 s, merging in less than 300 MiB. Ends with 1 where
one is not kept; smaller numbers of companies are measured and compared with the limit of memory alone.
"""

import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "engines"))
import submissions

FULL, SECONDS, MEBIBYTES = 100_000, 30, 300


def make(folder, count):
    for number in range(count):
        # Every hundredth shares its mail domain with the one before.
        domain = f"example{number - (number % 100 == 99)}.com.cn"
        submissions.company(folder / f"company-{number:06d}", number, domain)


def records(path):
    """The heads and bodies of a shard: lengths of both, a digest, head, body, one record after the other."""
    data, start = path.read_bytes(), 0
    while start < len(data):
        head, body = (int.from_bytes(data[start + place:start + place + 8], "big") for place in (0, 8))
        start += 80
        yield data[start:start + head], data[start + head:start + head + body]
        start += head + body


def number(value):
    """A whole number that is not below 0, seven bits in each byte, after its sign."""
    value, written = value << 1, bytearray()
    while value >= 0x80:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(written) + bytes([value])


def finish(work, read):
    """Makes the shards that nobody read, from what was read of the first ones."""
    text = (work / "plan.json").read_bytes()
    plan, digest = json.loads(text), hashlib.sha256(text).hexdigest()
    pattern, done = [], json.loads((work / "shards" / "0" / "shard.json").read_text())
    for shard in range(read):
        pattern += records(next((work / "shards" / str(shard)).glob("records-*")))
    for shard, range_ in list(enumerate(plan["shards"]))[read:]:
        folder, whole = work / "shards" / str(shard), bytearray()
        folder.mkdir(mode=0o700)
        for index in range(range_["first"], range_["first"] + range_["count"]):
            old = index % len(pattern)
            names = [plan["submissions"][one]["name"].encode() for one in (old, index)]
            head, body = (part.replace(*names) for part in pattern[old])
            head = re.sub(rb"[0-9a-f]{64}", lambda one: hashlib.sha256(
                one[0] + str(index).encode()).hexdigest().encode(), head)
            head = number(index) + head[len(number(old)):]
            whole += len(head).to_bytes(8, "big") + len(body).to_bytes(8, "big")
            whole += hashlib.sha256(digest.encode() + head + body).hexdigest().encode() + head + body
        name = "records-" + hashlib.sha256(whole).hexdigest()[:32]
        (folder / name).write_bytes(whole)
        (folder / "shard.json").write_text(json.dumps(done | {
            "shard": shard, "submissions": range_["count"], "records": name, "bytes": len(whole)}))


def measured(count, name, words, allowed=(0,)):
    """Runs a command; says its seconds and the largest memory of it and of what it started."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds, code = time.monotonic() - start, os.waitstatus_to_exitcode(status)
    mebibytes = usage.ru_maxrss / 1024
    print(f"{name:44} {seconds:8.1f} s {seconds * 1000 / count:8.3f} s per 1,000 {mebibytes:8.0f} MiB "
          f"({usage.ru_utime + usage.ru_stime:.0f} s of processors)", flush=True)
    if code not in allowed:
        sys.exit(f"{name}: status {code}")
    return seconds, mebibytes


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--count", type=int, default=FULL)
    parser.add_argument("--shards", type=int, default=40)
    parser.add_argument("--read", type=int, default=1)
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
        shards = json.loads((base / "work" / "plan.json").read_text())["shards"]
        for shard in range(options.read):
            measured(shards[shard]["count"], f"check --plan, {shards[shard]['count']} companies, {options.jobs} readers", [
                dossier, "check", "--plan", base / "work", "--shard", shard, "--no-cache", "--jobs", options.jobs], (0, 1))
        finish(base / "work", options.read)
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
