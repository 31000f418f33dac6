#!/usr/bin/env python3
"""Licenses and identity cards that dossier-forge did not draw, read by dossier.

Chromium sets them from HTML in fonts that the forge does not know (of Debian's packages, unpacked beside the
output), prints them and lays words over them; OpenCV scans, faxes and photographs them on a grained table and from a
screen. Facts are compared exactly. Run by `make independent-papers`. Status 1 where a fact that claims to be sure (0.85) is wrong in
more than two of a thousand, or fewer than 99 of 100 are right.
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from environment import prepared, run  # noqa: E402: it lies in the folder above

FONTS = ["fonts-wqy-zenhei", "fonts-wqy-microhei", "fonts-arphic-gbsn00lp"]
SHOTS = {"scan": 85, "photo": 78, "screen": 70, "fax": 90}
SURE = 0.85


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--venv", type=pathlib.Path, help="made if it is not there",
                        default=pathlib.Path.home() / ".cache/dossier-papers")
    parser.add_argument("--count", type=int, default=12, help="papers; each is read in seven forms")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    python = prepared(options.venv, HERE / "requirements.txt")
    if pathlib.Path(sys.prefix).resolve() != options.venv.resolve():
        sys.exit(subprocess.run([python, *sys.argv]).returncode)
    options.out = options.out.resolve()
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    truth = drawn(options)
    (options.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
    sys.exit(0 if measured(options, truth) else 1)


def fonts(folder):
    """Font files of packages that are not installed."""
    folder.mkdir()
    run(["apt-get", "download", "-q", *FONTS], cwd=folder)
    for package in sorted(folder.glob("*.deb")):
        run(["dpkg", "-x", package, folder / package.stem])
    return sorted(path for path in folder.rglob("*") if path.suffix in (".ttf", ".ttc") and not path.is_symlink())


def drawn(options):
    """The papers' facts by file name."""
    import cv2
    import numpy

    import facts
    import pages
    import shots

    dice, noise = random.Random(options.seed), numpy.random.default_rng(options.seed)
    choices = fonts(options.out / "fonts")
    truth = {}
    for number in range(options.count):
        font = dice.choice(choices)
        if number % 3 == 2:
            known, prefix = facts.holder(dice), "id_front."
            content, size = pages.card_page(known, font)
        else:
            known, prefix = facts.company(dice), "license."
            content, size = pages.license_page(known, dice, font)
        expected = {prefix + key: value for key, value in known.items() if key != "capital"}
        names = [f"{number:03d}-shot.png", f"{number:03d}-print.pdf"]
        for name in names:
            pages.set_by_chromium(content, size, options.out / name)
        picture = cv2.imread(str(options.out / names[0]))[:2 * size[1]]
        cv2.imwrite(str(options.out / names[0]), picture)
        names.append(f"{number:03d}-marked.png")
        # Chance of its own: the other forms are the same with and without this one.
        overprint = pages.marked(content, size, random.Random(f"{options.seed} {number}"))
        pages.set_by_chromium(overprint, size, options.out / names[-1])
        cv2.imwrite(str(options.out / names[-1]), cv2.imread(str(options.out / names[-1]))[:2 * size[1]])
        for how, quality in SHOTS.items():
            names.append(f"{number:03d}-{how}.jpg")
            cv2.imwrite(str(options.out / names[-1]), shots.photographed(picture, how, noise),
                        [cv2.IMWRITE_JPEG_QUALITY, quality])
        truth.update({name: expected for name in names})
    return truth


def plain(value):
    """Brackets, spaces and commas have two widths."""
    return str(value).translate(str.maketrans({"（": "(", "）": ")", ",": "，", " ": None}))


def measured(options, truth):
    """Prints a table; whether all is well."""
    result = subprocess.run(
        [options.dossier, "extract", "--no-cache", "--show-personal-data", "--format", "json",
         *[str(options.out / name) for name in sorted(truth)]], capture_output=True, text=True)
    if not result.stdout:
        sys.exit(result.stderr)
    read = {pathlib.Path(file["file"]).name: file for file in json.loads(result.stdout)["files"]}
    counts = collections.defaultdict(collections.Counter)
    for name, expected in sorted(truth.items()):
        seen = {fact["key"]: fact for document in read[name]["documents"] for fact in document["facts"]}
        form = counts[name[4:].split(".")[0]]
        for key, value in expected.items():
            fact = seen.get(key)
            is_right = fact is not None and plain(fact["value"]) == plain(value)
            is_sure = fact is not None and fact["confidence"] >= SURE
            form.update(facts=1, right=is_right, sure=is_sure, wrong=is_sure and not is_right)
            if not is_right:
                print(f"{name} {key}: {value!r}, read {fact and fact['value']!r} {fact and fact['confidence']}")
    print(f"{'':8}{'facts':>8}{'right':>8}{'share':>8}{'sure':>8}{'wrong':>8}")
    total = collections.Counter()
    for form, count in counts.items():
        total.update(count)
        row(form, count)
    row("all", total)
    return total["right"] >= 0.99 * total["facts"] and total["wrong"] <= 0.002 * total["facts"]


def row(form, count):
    print(f"{form:8}{count['facts']:8}{count['right']:8}{count['right'] / count['facts']:8.4f}{count['sure']:8}"
          f"{count['wrong']:8}")


if __name__ == "__main__":
    main()
