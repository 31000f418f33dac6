#!/usr/bin/env python3
"""Pages per second, peak memory of all processes, start-up: `make bench`."""

import argparse
import json
import os
import pathlib
import statistics

import measure

MEBIBYTE = 1 << 20


def large_zone(count):
    """A zone file with so many records, five of them about mail."""
    head = (
        "$ORIGIN large-demo.cn.\n$TTL 600\n@ IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5\n"
        "@ IN NS ns1.dns-demo.cn.\n@ IN MX 5 mxbiz1.qq.com.\n"
        '@ IN TXT "v=spf1 include:spf.mail.qq.com -all"\n_dmarc IN TXT "v=DMARC1; p=reject"\n'
    )
    lines = [
        (f"host-{i} 600 IN A 192.0.2.{i % 250}", f"alias-{i} IN CNAME host-{i - 1}",
         f'note-{i} 3600 IN TXT "token={i * 2654435761 % 2**32:x}" "more"',
         f"part-{i} IN MX 10 host-{i - 3}", f"six-{i} IN AAAA 2001:db8::{i % 65536:x}")[i % 5]
        for i in range(count - 5)
    ]
    return head + "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--forge", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--count", type=int, default=48, help="pictures")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    pictures = measure.specimens(
        options.forge, options.out / "pictures", options.count, options.seed)
    extract = [options.dossier, "extract", "--no-cache", "--format", "json"]

    def median(command):
        return statistics.median(measure.run(command).seconds for _ in range(options.rounds))

    startup = median([options.dossier, "--version"])
    one_page = median(extract + pictures[:1])
    all_pages = median(extract + pictures)
    memory = measure.run(extract + pictures, samples_memory=True)
    zone = options.out / "zone-100000.zone"
    zone.write_text(large_zone(100_000))
    large = median(extract + [zone])
    figures = {
        "machine": measure.machine(),
        "pages": len(pictures),
        "rounds": options.rounds,
        "seconds_per_page": round(all_pages / len(pictures), 4),
        "pages_per_second": round(len(pictures) / all_pages, 3),
        "seconds_to_start": round(startup, 4),
        "seconds_for_one_page_from_a_new_process": round(one_page, 4),
        "workers": len(os.sched_getaffinity(0)),
        "seconds_for_a_zone_of_100000_records": round(large, 3),
        "peak_bytes_proportional": memory.proportional,
        "peak_bytes_resident": memory.resident,
    }
    (options.out / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(f"{figures['machine']}; {len(pictures)} pages, median of {options.rounds}")
    measure.table([
        ["pages per second", f"{figures['pages_per_second']:.2f}"],
        ["seconds per page", f"{figures['seconds_per_page']:.3f}"],
        ["start (--version)", f"{startup:.3f} s"],
        ["one page, new process", f"{one_page:.3f} s"],
        ["zone of 100,000 records", f"{large:.3f} s"],
        [f"peak memory, {figures['workers']} workers", f"{memory.proportional / MEBIBYTE:.0f} MiB"],
        ["  counting shared pages twice", f"{memory.resident / MEBIBYTE:.0f} MiB"],
    ])
    print(f"written to {options.out / 'bench.json'}")


if __name__ == "__main__":
    main()
