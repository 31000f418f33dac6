#!/usr/bin/env python3
"""Measures a batch of 1,000 submissions made from a few by hard links and declarations of their own.

    python3 Tests/bench/batch.py PROGRAM SOURCE... [--count 1000]

SOURCE are submissions with a declared.yaml. Prints processor and wall seconds and peak memory of the first run, of a
run after a rule edit (a rule's title is changed in a copy of rules/), and of the same with a tenth of the
submissions, so that growth shows. Last, a run is killed with SIGKILL in the middle, and its finished reports are
compared with those of a whole run.
"""
import argparse, os, pathlib, resource, shutil, signal, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parents[2]


def build(folder, sources, count):
    folder.mkdir()
    for number in range(count):
        source = sources[number % len(sources)]
        target = folder / f"company-{number:04}"
        target.mkdir()
        for file in sorted(source.iterdir()):
            if file.name in ("expected.json", "truth.json"):
                continue
            if file.name.startswith("declared."):
                text = file.read_text(encoding="utf-8")
                (target / file.name).write_text(text + f"\n# {number}\n", encoding="utf-8")
            else:
                os.link(file, target / file.name)


def measured(command, environment):
    start = time.time()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    return f"{time.time() - start:7.2f} s wall  {usage.ru_utime + usage.ru_stime:7.2f} s cpu  {usage.ru_maxrss >> 10:5} MiB peak"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("sources", nargs="+", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as place:
        place = pathlib.Path(place)
        sources = []
        for number, source in enumerate(options.sources):
            sources.append(place / f"source-{number}")
            shutil.copytree(source, sources[-1])
        batches = {count: place / f"batch-{count}" for count in (options.count // 10, options.count)}
        for count, folder in batches.items():
            build(folder, sources, count)
        rules = place / "rules"
        shutil.copytree(root / "rules", rules)
        environment = dict(os.environ, DOSSIER_CACHE=str(place / "cache"))
        time.sleep(4)  # A file that was changed a moment ago is not taken for known.

        def command(count, out, formats="json,corrections"):
            return [options.program, "check", str(batches[count]), "--rules", str(rules), "--output", str(place / out),
                    "--as-of", "2026-11-22", "--format", formats]

        for count in batches:
            print(f"{count:5} submissions, first run       ", measured(command(count, f"first-{count}"), environment))
        pack = next(path for path in sorted((rules / "packs").rglob("*.yaml")) if "severity:" in path.read_text())
        pack.write_text(pack.read_text() + "\n# edited\n")
        for count in batches:
            print(f"{count:5} submissions, after rule edit ", measured(command(count, f"again-{count}"), environment))
        process = subprocess.Popen(command(options.count, "killed"), env=environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while len(list((place / "killed").glob("*/report.json"))) < options.count // 3:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        finished = sorted((place / "killed").glob("*/report.json"))
        whole = sum((place / f"again-{options.count}" / path.relative_to(place / "killed")).read_bytes() == path.read_bytes()
                    for path in finished)
        print(f"killed after {len(finished)} reports: {whole} of them as in a whole run "
              "(the others share something with companies that were not read yet)")


main()
