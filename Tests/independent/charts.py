#!/usr/bin/env python3
"""Organization charts that others wrote, read by dossier: `make independent`.

dossier-forge invents trees. LibreOffice saves the forge's own office files anew, and writes flat OpenDocument
drawings as DOCX, PPTX and PDF; openpyxl, XlsxWriter and python-pptx write workbooks and slides from nothing. All
must be read as the trees that they were made from. Status 1 where one is not; a PDF, whose text counts only where
the page shows it (lines may cover letters), may miss one name in fifty and one link in twenty, as a picture may.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

from environment import prepared, run

HERE = pathlib.Path(__file__).resolve().parent
DRAWN_BY_FORGE = "xlsx-parents,xlsx-levels,xlsx-indented,pptx-glued,pptx-loose"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--forge", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--venv", type=pathlib.Path, help="made if it is not there",
                        default=pathlib.Path.home() / ".cache/dossier-independent")
    parser.add_argument("--count", type=int, default=20, help="trees")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    python = prepared(options.venv, HERE / "requirements.txt")
    if pathlib.Path(sys.prefix).resolve() != options.venv.resolve():
        # The writers are in the venv alone.
        sys.exit(subprocess.run([python, *sys.argv]).returncode)

    import others

    shutil.rmtree(options.out, ignore_errors=True)
    drawn = options.out / "forge"
    run([options.forge, "charts", "--count", options.count, "--seed", options.seed,
         "--formats", DRAWN_BY_FORGE, "--output", drawn])
    truth = json.loads((drawn / "charts.json").read_text())

    failures = 0
    for name, files in [
        ("LibreOffice, forge's files saved anew", saved_anew(drawn, truth, options.out / "anew")),
        ("LibreOffice, flat OpenDocument",
         others.opendocument(trees(truth), options.out / "opendocument", convert)),
        ("openpyxl", others.openpyxl_books(trees(truth), options.out / "openpyxl")),
        ("XlsxWriter", others.xlsxwriter_books(trees(truth), options.out / "xlsxwriter")),
        ("python-pptx", others.slides(trees(truth), options.out / "python-pptx", convert)),
        ("Python's csv", others.texts(trees(truth), options.out / "csv")),
    ]:
        failures += measured(name, files, options)
    sys.exit(1 if failures else 0)


def trees(truth):
    """Each tree once."""
    found = {}
    for file in truth["files"]:
        found.setdefault(file["file"].split("-")[0], file["tree"])
    return found


def saved_anew(drawn, truth, folder):
    folder.mkdir(parents=True)
    for ending in ["xlsx", "pptx"]:
        convert([drawn / file["file"] for file in truth["files"]
                 if file["file"].endswith(ending)], ending, folder)
    return folder, truth["files"]


def convert(files, kind, folder):
    """Has LibreOffice write files of another kind; `kind` as for its --convert-to."""
    profile = (folder / ".profile").resolve()
    for start in range(0, len(files), 50):
        run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
             "--outdir", folder, *files[start:start + 50]])
    shutil.rmtree(profile, ignore_errors=True)


def measured(name, files, options):
    """Prints a table and counts the trees that were not read as they are."""
    folder, entries = files
    (folder / "charts.json").write_text(json.dumps(
        {"schema": "dossier/charts-v1", "files": entries}, ensure_ascii=False))
    wrong = folder / "wrong.txt"
    table = run([options.forge, "measure-charts", "--folder", folder, "--dossier", options.dossier,
                 "--list-wrong", wrong])
    print(f"\n{name}\n{table}", end="")
    rows = [line.split() for line in table.splitlines()[1:]]
    return sum(int(row[1]) - int(row[2]) for row in rows
               if row[0] != "pdf" or float(row[3]) < 0.98 or float(row[4]) < 0.95)


if __name__ == "__main__":
    main()
