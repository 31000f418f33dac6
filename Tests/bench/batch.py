#!/usr/bin/env python3
"""Measures a batch of 1,000 submissions made from 20 by hard links and declarations of their own.

    .build/release/dossier-forge plant --count 12 --clean 8 --seed 5 --output /tmp/twenty
    python3 Tests/bench/batch.py .build/release/dossier /tmp/twenty/* [--count 1000] [--format LIST]

SOURCE are submissions with a declared.yaml, in any nesting. Every copy declares a mailbox of its own; cards, licenses
and files are shared by all copies of one source, so that the rules across companies have something to say. Prints
processor and wall seconds and peak memory of the first run, and of a run after a rule edit (a comment in a rule file
of a copy of rules/), over a tenth, all and twice as many submissions, so that growth shows. The first run over all
and the one after the edit are killed with SIGKILL after a third of the reports: what was finished must be whole, after
the edit also the same as in an undisturbed run, and running again into the same folder must give what an undisturbed
run gives, byte for byte. Ends with 1 where that does not hold.
"""
import argparse, hashlib, json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parents[2]


def build(folder, sources, count):
    folder.mkdir()
    for number in range(count):
        source = sources[number % len(sources)]
        target = folder / f"company-{number:04}"
        for place, _, names in os.walk(source):
            place = pathlib.Path(place)
            (target / place.relative_to(source)).mkdir(parents=True)
            for name in names:
                copy = target / place.relative_to(source) / name
                if name in ("expected.json", "truth.json"):
                    continue
                if name.startswith("declared."):
                    copy.write_text(declared((place / name).read_text(encoding="utf-8"), number), encoding="utf-8")
                else:
                    os.link(place / name, copy)


def declared(text, number):
    text += f"# {number}\n"
    return text if "\nmail:" in text else text + f'mail:\n  address: "office@company-{number:04}.example.cn"\n'


def start(command, environment):
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def page_time(program, sources, environment):
    """Seconds of wall time in which one page is read anew, one after the other; the median of three."""
    pages = sorted(path for source in sources for path in source.rglob("*.jpg"))[:13]
    times = []
    for _ in range(3):
        walls = []
        for files in (pages[:1], pages):
            begun = time.time()
            start([program, "extract", *map(str, files), "--no-cache", "--jobs", "1"], environment).wait()
            walls.append(time.time() - begun)
        times.append((walls[1] - walls[0]) / (len(pages) - 1))
    return sorted(times)[1]


def measured(command, environment, page=None):
    begun = time.time()
    process = start(command, environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    wall = time.time() - begun
    ratio = f"  = {wall / page:5.2f} pages" if page else ""
    return f"{wall:7.2f} s wall  {usage.ru_utime + usage.ru_stime:7.2f} s cpu  {usage.ru_maxrss >> 10:5} MiB peak{ratio}"


def killed(command, environment, out, count):
    """Runs until so many submissions have a report.json, then kills; the files of the folders that have one."""
    process = start(command, environment)
    while process.poll() is None and len(list(out.glob("*/report.json"))) < count:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return sorted(path for path in out.glob("*/*") if ".part-" not in path.name)


def digest(path):
    return hashlib.sha256(path.read_bytes()).digest()


def files(folder):
    # Digests: what this process holds would count as memory of those that it starts.
    return {str(path.relative_to(folder)): digest(path) for path in folder.rglob("*") if path.is_file()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("sources", nargs="+", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--format", help="formats; without it those that are written by default")
    options = parser.parse_args()
    count = options.count
    isWhole = True
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as place:
        place = pathlib.Path(place)
        sources = []
        for number, source in enumerate(sorted(options.sources)):
            sources.append(place / f"source-{number}")
            shutil.copytree(source, sources[-1])
        batches = {size: place / f"batch-{size}" for size in (count // 10, count, 2 * count)}
        for size, folder in batches.items():
            build(folder, sources, size)
        rules = place / "rules"
        shutil.copytree(root / "rules", rules)
        environment = dict(os.environ, DOSSIER_CACHE=str(place / "cache"))
        time.sleep(4)  # A file that was changed a moment ago is not taken for known.

        def command(size, out, chosen=None):
            chosen = chosen or options.format
            formats = ["--format", chosen] if chosen else []
            return [options.program, "check", str(batches[size]), "--rules", str(rules), "--output", str(place / out),
                    "--as-of", "2026-11-22"] + formats

        def compare(what, found, wanted):
            nonlocal isWhole
            wrong = [name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)]
            isWhole = isWhole and not wrong
            print(f"{what}: {len(wanted) - len(wrong)} of {len(wanted)} files as they should be", *wrong[:3])

        finished = killed(command(count, "killed"), environment, place / "killed", count // 3)
        reports = [path for path in finished if path.name == "report.json"]
        for path in reports:
            json.loads(path.read_text(encoding="utf-8"))
        print(f"first run killed after {len(reports)} reports: all whole")
        print(f"{count:5} submissions, first run, resumed", measured(command(count, "killed"), environment))
        print(f"{count:5} submissions, nothing changed   ", measured(command(count, "whole"), environment))
        compare("resumed against undisturbed", files(place / "killed"), files(place / "whole"))

        pack = next(path for path in sorted((rules / "packs").rglob("*.yaml")) if "severity:" in path.read_text())
        edited = pack.read_text() + "\n# edited\n"
        pack.write_text(edited)
        page = page_time(options.program, sources, environment)
        print(f"one page read anew: {page:.2f} s")
        for size in batches:
            print(f"{size:5} submissions, after rule edit  ", measured(command(size, f"again-{size}"), environment, page))
        for name, formats in [("json,corrections", "json,corrections"), ("formats by default", None)]:
            pack.write_text(edited + f"# edited again: {name}\n")
            print(f"{count:5} submissions, {name:19}", measured(command(count, f"edited-{name}", formats), environment, page))
        expiry = [options.program, "expiry", str(batches[count]), "--within", "60d", "--as-of", "2026-11-22", "--rules", str(rules)]
        print(f"{count:5} submissions, expiry             ", measured(expiry, environment, page))
        pack.write_text(edited)
        whole = files(place / f"again-{count}")
        shutil.rmtree(place / "killed")
        finished = killed(command(count, "killed"), environment, place / "killed", count // 3)
        names = {str(path.relative_to(place / "killed")): digest(path) for path in finished}
        compare("killed after the edit, what was finished", names, {name: whole.get(name) for name in names})
        measured(command(count, "killed"), environment)
        compare("resumed against undisturbed", files(place / "killed"), whole)
    sys.exit(0 if isWhole else 1)


main()
