#!/usr/bin/env python3
"""RapidOCR on OpenVINO, rapidocr_ng and `dossier extract` on the same pictures, alternately: `make bench-peer`.

Each round times one whole process of each program over all pictures: starting, loading models,
reading, ending. The peers only recognize text; dossier also finds kind, fields, codes and quality.

The primary figure is like with like: both in single precision. Second comes what is quickest on this processor:
dossier with `--precision machine` and RapidOCR as it comes, both in bfloat16 where the processor has that. Third come
both as they are without options: dossier in single precision, RapidOCR in whatever the processor is quickest in.
Where the processor has no bfloat16 the precisions are the same. rapidocr_ng runs the same models in an engine of its
own, in single precision and without the classifier of directions.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

import measure

ROOT = pathlib.Path(__file__).resolve().parents[2]
READER = pathlib.Path(__file__).resolve().parent / "peer_reader.py"
MODELS = ROOT / ".deps" / "rapidocr" / "models"
# Both install a package of the same name, so each has an environment of its own.
PINS = ["rapidocr==3.10.0", "openvino==2026.4.1"]
NATIVE_PINS = ["rapidocr_ng==5.0.0a5"]
# Of specimens, and of pictures that are given: real ones need more looks.
GOALS, AIM = {True: 0.4, False: 0.5}, 0.33
# Ours against theirs: like with like first, then both as they come.
PAIRS = [("dossier, single", "RapidOCR, single"), ("dossier, machine", "RapidOCR, machine"),
         ("dossier, single", "RapidOCR, machine"), ("dossier, single", "rapidocr_ng, single")]


def environment(folder, pins):
    """The Python of a private environment with a peer in it, made if it is not there."""
    python = folder / "bin" / "python3"
    stamp = folder / "pins"
    if stamp.exists() and stamp.read_text() == "\n".join(pins):
        return str(python)
    print(f"installing {', '.join(pins)} into {folder}", file=sys.stderr)
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", *pins],
    ):
        if subprocess.run(command).returncode != 0:
            sys.exit(f"bench-peer: {' '.join(command)} failed (see above). "
                     "It needs the network once, and apt's python3-venv.")
    stamp.write_text("\n".join(pins))
    return str(python)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--forge", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--count", type=int, default=48, help="pictures")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--environment", type=pathlib.Path, default=ROOT / ".deps" / "peer")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder of pictures to take instead of specimens")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    python = environment(options.environment, PINS)
    native = environment(options.environment.with_name(options.environment.name + "-ng"), NATIVE_PINS)
    if options.pictures:
        pictures = measure.pictures(options.pictures)
    else:
        pictures = measure.specimens(
            options.forge, options.out / "pictures", options.count, options.seed)
    if not pictures:
        sys.exit(f"bench-peer: {options.pictures} holds no .jpg and no .png")
    goal = GOALS[options.pictures is None]
    ours = [options.dossier, "extract", "--no-cache", "--format", "json"]
    programs = {
        "RapidOCR, single": [python, str(READER), "--f32"] + pictures,
        "RapidOCR, machine": [python, str(READER)] + pictures,
        "rapidocr_ng, single": [native, str(READER), "--native", str(MODELS)] + pictures,
        "dossier, single": ours + ["--precision", "single"] + pictures,
        "dossier, machine": ours + ["--precision", "machine"] + pictures,
    }
    seconds = {name: [] for name in programs}
    for number in range(options.rounds):
        for name, command in programs.items():
            taken = measure.run(command).seconds / len(pictures)
            seconds[name].append(taken)
            print(f"round {number + 1}: {name} {taken:.3f} s a page", file=sys.stderr)

    medians = {name: statistics.median(times) for name, times in seconds.items()}
    memory = {
        name: measure.run(command, samples_memory=True).proportional
        for name, command in programs.items()
    }
    ratios = [(own, peer, medians[own] / medians[peer]) for own, peer in PAIRS]
    figures = {
        "machine": measure.machine(),
        "pages": len(pictures),
        "rounds": options.rounds,
        "pins": PINS + NATIVE_PINS,
        "seconds_per_page": {name: [round(time, 4) for time in times]
                             for name, times in seconds.items()},
        "median_seconds_per_page": {name: round(time, 4) for name, time in medians.items()},
        "peak_bytes_proportional": memory,
        "ratios": {f"{own} : {peer}": round(ratio, 3) for own, peer, ratio in ratios},
    }
    (options.out / "peer.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(f"{figures['machine']}; {len(pictures)} pages, median of {options.rounds} alternating rounds")
    rows = [["", "s a page", "fastest", "slowest", "peak MiB"]]
    for name, times in seconds.items():
        rows.append([name, f"{medians[name]:.3f}", f"{min(times):.3f}", f"{max(times):.3f}",
                     f"{memory[name] / (1 << 20):.0f}"])
    measure.table(rows)
    for own, peer, ratio in ratios:
        verdict = "reached" if ratio <= goal else "MISSED"
        print(f"{own}: {ratio:.2f} of the time of {peer} (goal {goal}: {verdict}; aim {AIM})")
    print(f"written to {options.out / 'peer.json'}")


if __name__ == "__main__":
    main()
