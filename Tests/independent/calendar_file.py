#!/usr/bin/env python3
"""The calendar of what runs out, read by a parser of others (PyPI's icalendar): `make independent`.

dossier lists what runs out of all samples as expiry.ics, on two days and in both languages. Every list must be read
without an error; each event has what RFC 5545 asks for, and the same identifier in all lists; no value that reports
mask stands in any of them. Status 1 where something is not so.
"""

import argparse
import datetime
import json
import pathlib
import shutil
import subprocess
import sys

from environment import prepared, run

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
DAY = "2026-11-22"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--venv", type=pathlib.Path, help="made if it is not there",
                        default=pathlib.Path.home() / ".cache/dossier-independent")
    options = parser.parse_args()

    python = prepared(options.venv, HERE / "requirements.txt")
    if pathlib.Path(sys.prefix).resolve() != options.venv.resolve():
        # The parser is in the venv alone.
        sys.exit(subprocess.run([python, *sys.argv]).returncode)

    shutil.rmtree(options.out, ignore_errors=True)
    secrets = personal_values(options)
    lists = {(locale, day): written(options, locale, day)
             for locale in ["zh-CN", "en"] for day in [DAY, "2026-12-15"]}
    faults = [fault for name, path in lists.items() for fault in judged(name, path, secrets)]
    known = {name: identifiers(path) for name, path in lists.items()}
    for name, ids in known.items():
        # What comes within reach of a later day is new; nothing else changes its identifier.
        if not known["zh-CN", name[1]] == ids:
            faults.append(f"{name}: identifiers depend on the language")
        if not known["zh-CN", DAY] <= ids:
            faults.append(f"{name}: identifiers depend on the day of the list")
    print(f"calendars {len(lists)}, events {len(known['zh-CN', DAY])}, personal values looked for {len(secrets)},"
          f" faults {len(faults)}")
    for fault in faults:
        print("  " + fault)
    sys.exit(1 if faults else 0)


def written(options, locale, day):
    folder = options.out / f"{locale}-{day}"
    run([options.dossier, "expiry", SAMPLES, "--as-of", day, "--within", "20y", "--format", "ics", "--locale", locale,
         "--output", folder])
    return folder / "expiry.ics"


def personal_values(options):
    """The values that reports mask, in full."""
    values = set()
    reports = [options.out / kind for kind in ["masked", "full"]]
    for folder in reports:
        command = [options.dossier, "check", SAMPLES, "--as-of", DAY, "--format", "json", "--fail-on", "never",
                   "--output", folder]
        run(command + (["--show-personal-data"] if folder.name == "full" else []))
    for path in sorted(reports[0].rglob("report.json")):
        masked = json.loads(path.read_text())["facts"]
        full = json.loads((reports[1] / path.relative_to(reports[0])).read_text())["facts"]
        for hidden, fact in zip(masked, full, strict=True):
            if hidden["masked"]:
                values.update(texts(fact["value"]))
    return sorted(value for value in values if len(value) > 1)


def texts(value):
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def judged(name, path, secrets):
    import icalendar

    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = list(calendar.walk("VEVENT"))
    if not events:
        yield f"{name}: no events"
    for part in calendar.walk():
        for error in part.errors:
            yield f"{name}: {part.name}: {error}"
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if isinstance(start, datetime.datetime) or end - start != datetime.timedelta(days=1):
            yield f"{name}: {event['UID']} is no whole day"
        if not event.get("SUMMARY") or not event.get("DTSTAMP"):
            yield f"{name}: {event['UID']} lacks a summary or a stamp"
    ids = [str(event["UID"]) for event in events]
    if len(set(ids)) < len(ids):
        yield f"{name}: an identifier is there twice"
    # Unfolded, so that no value hides in a fold.
    text = path.read_text().replace("\n ", "")
    for secret in secrets:
        if secret in text:
            yield f"{name}: holds a personal value of {len(secret)} letters"


def identifiers(path):
    import icalendar

    return {str(event["UID"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


if __name__ == "__main__":
    main()
