#!/usr/bin/env python3
"""Writes what the measuring commands print into docs/figures.md: `make figures`, `make figures-reading` and so on.

Each part has a section between `<!-- begin: PART -->` and `<!-- end: PART -->`; what is outside of the parts that are
asked for stays as it is. A part is written when all its commands have ended well, so a later failure loses none.
Nothing goes into the file but what the commands print and what they were run on.
"""

import argparse
import datetime
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

import measure

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What decides how the models compute, and how fast.
FLAGS = ["avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16"]
# Of the parts whose pictures the make variables do not choose.
PICTURES = "--count 48 --seed 7"


def parts(options):
    """The commands of each part as a shell runs them from the repository's root, each with its seed."""
    dossier, forge, out = map(shlex.quote, (options.dossier, options.forge, options.out))
    reading = f"{forge} measure reading --count {options.count}"
    programs = f"--dossier {dossier} --forge {forge}"
    return {
        "reading": [
            (f"{reading} --seed {options.seed} --dossier {dossier}", options.seed),
            (f"{reading} --seed {options.held_out_seed} --held-out --dossier {dossier}", options.held_out_seed),
            (f"{forge} measure reading --count {options.forms} --seed {options.held_out_seed} --held-out --forms all"
             f" --dossier {dossier}", options.held_out_seed)],
        "judging": [
            (f"{forge} measure judging --count {options.planted} --clean {options.clean}"
             f" --seed {options.judging_seed} --dossier {dossier}", options.judging_seed)],
        "speed": [(f"python3 Tests/bench/bench.py {programs} {PICTURES} --out {out}/speed", 7)],
        "peer": [(f"python3 Tests/bench/peer.py {programs} {PICTURES} --out {out}/peer", 7)],
        "batch": [
            (f"{forge} draw plant --count 12 --clean 8 --seed 5 --output {out}/twenty", 5),
            (f"python3 Tests/bench/batch.py {dossier} {out}/twenty/* --format json,corrections", 5)],
    }


def flags():
    """The flags of the processor that matter, in two lists: those it has and those it lacks."""
    for line in open("/proc/cpuinfo"):
        if line.startswith("flags"):
            present = set(line.split())
            return [flag for flag in FLAGS if flag in present], [flag for flag in FLAGS if flag not in present]
    return [], FLAGS


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def surroundings():
    """What a figure belongs to, as a list: the date, the commit and the processor."""
    # The file itself may hold a part that was written a moment ago.
    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/figures.md")
    present, lacking = flags()
    return [
        f"- date: {datetime.date.today().isoformat()}",
        f"- commit: {git('rev-parse', '--short', 'HEAD')}{', with changes that are not committed' if changed else ''}",
        f"- processor: {measure.machine()}",
        f"- flags: {', '.join(present) or 'none'}; it lacks {', '.join(lacking) or 'none'}",
    ]


def printed(command):
    """What a command prints, shown while it runs; ends the program where the command fails."""
    print(f"$ {command}", flush=True)
    process = subprocess.Popen(
        command, shell=True, executable="/bin/bash", cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    if process.wait() != 0:
        sys.exit(f"figures: this ended with {process.returncode}, so its section stays as it was:\n  {command}")
    return "".join(lines)


def section(commands):
    """The text of a part: what it was run on, then each command with what it printed."""
    blocks = surroundings()
    for command, seed in commands:
        output = printed(command)
        end = "" if output.endswith("\n") else "\n"
        blocks += ["", "```sh", command, "```", "", f"With seed {seed} it printed", "", f"```text\n{output}{end}```"]
    return "\n".join(blocks)


def bounds(text, part, file):
    """Where the section of a part begins and ends in the file's text, as offsets, markers not counted."""
    begin, end = f"<!-- begin: {part} -->\n", f"<!-- end: {part} -->\n"
    start, stop = text.find(begin), text.find(end)
    if text.count(begin) != 1 or text.count(end) != 1 or stop < start:
        sys.exit(f"figures: {file} must have the lines {begin.strip()} and {end.strip()} once each, in this order: "
                 "put them where the section belongs")
    return start + len(begin), stop


def replace(file, part, section):
    """Puts a section into the file, which is whole at every moment."""
    text = file.read_text(encoding="utf-8")
    start, stop = bounds(text, part, file)
    new = file.with_suffix(".part")
    new.write_text(f"{text[:start]}\n{section}\n\n{text[stop:]}", encoding="utf-8")
    os.replace(new, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="reading, judging, speed, peer, batch; all if none")
    parser.add_argument("--dossier", required=True, help="paths are taken from the repository's root")
    parser.add_argument("--forge", required=True)
    parser.add_argument("--out", required=True, help="where the commands draw")
    parser.add_argument("--file", type=pathlib.Path, default=ROOT / "docs" / "figures.md")
    for name in ("count", "forms", "seed", "held-out-seed", "planted", "clean", "judging-seed"):
        parser.add_argument(f"--{name}", type=int, required=True)
    options = parser.parse_args()
    known = parts(options)
    for part in options.parts:
        if part not in known:
            parser.error(f"there is no part {part}: {', '.join(known)}")
    chosen = options.parts or list(known)
    # All that can be refused is refused before the first command, which may take an hour.
    for program in (options.dossier, options.forge):
        if not os.access(ROOT / program, os.X_OK):
            sys.exit(f"figures: {program} is not there: `make figures-{chosen[0]}` builds it and then measures")
    text = options.file.read_text(encoding="utf-8")
    for part in chosen:
        bounds(text, part, options.file)
    shutil.rmtree(ROOT / options.out / "twenty", ignore_errors=True)  # What an earlier version drew may differ.
    for part in chosen:
        replace(options.file, part, section(known[part]))
        print(f"figures: {part} written to {options.file}", flush=True)


if __name__ == "__main__":
    main()
