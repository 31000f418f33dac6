#!/usr/bin/env python3
"""Prints what the packages are made of, as CycloneDX 1.5 JSON: Swift packages, models, the inference engine, and
the Debian packages whose libraries the program loads."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LICENSES = {"grdb.swift": "MIT", "yams": "MIT", "swift-argument-parser": "Apache-2.0", "swift-asn1": "Apache-2.0"}
TIME = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def version():
    text = (ROOT / "Sources/Pipeline/Installation/ToolVersion.swift").read_text(encoding="utf-8")
    return re.search(r'current = "([^"]+)"', text).group(1)


def component(kind, name, number, purl=None, license=None, sha256=None):
    answer = {"type": kind, "bom-ref": purl or f"{kind}:{name}@{number}", "name": name, "version": number}
    if sha256:
        answer["hashes"] = [{"alg": "SHA-256", "content": sha256}]
    if license:
        answer["licenses"] = [{"license": {"id": license}}]
    if purl:
        answer["purl"] = purl
    return answer


def swift_packages():
    for pin in json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))["pins"]:
        place = re.sub(r"^https://|\.git$", "", pin["location"])
        number = pin["state"]["version"]
        yield component("library", pin["identity"], number, f"pkg:swift/{place}@{number}", LICENSES.get(pin["identity"]))


def wheels():
    for line in (ROOT / ".ci/wheels.txt").read_text(encoding="utf-8").splitlines():
        found = re.match(r"(\w+)==(\S+) --hash=sha256:(\w+)", line)
        if found:
            name, number, digest = found.groups()
            yield component("library", name, number, f"pkg:pypi/{name}@{number}", "Apache-2.0", digest)


def models():
    for line in (ROOT / ".ci/models.sha256").read_text(encoding="utf-8").splitlines():
        digest, path = line.split()
        yield component("machine-learning-model", pathlib.Path(path).name, digest[:12], None, "Apache-2.0", digest)


def debian_packages(program):
    """The packages of the libraries that the program loads, by what this machine has."""
    paths = re.findall(r"=> (/\S+)", run("ldd", str(program)))
    names = set()
    for path in paths:
        real = str(pathlib.Path(path).resolve())
        for candidate in (path, real, path.removeprefix("/usr"), real.removeprefix("/usr")):
            found = subprocess.run(["dpkg-query", "--search", candidate], capture_output=True, text=True)
            if found.returncode == 0:
                names.add(found.stdout.split(":")[0])
                break
    for name in sorted(names):
        number = run("dpkg-query", "--show", "--showformat=${Version}\n", name).splitlines()[0]
        yield component("library", name, number, f"pkg:deb/debian/{name}@{number}?arch=amd64")


def main():
    program = ROOT / os.environ.get("BUILD", ".build/release") / "dossier"
    if not program.exists():
        sys.exit(f"packaging/sbom.py: {program} is not there; run make packages")
    parts = [*swift_packages(), *wheels(), *models(), *debian_packages(program)]
    parts.sort(key=lambda part: part["bom-ref"])
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    main_part = component("application", "dossier", version(), None, "Apache-2.0")
    stamp = run("date", "--utc", "--date", f"@{TIME}", "+%Y-%m-%dT%H:%M:%SZ").strip()
    # The serial number follows from the parts, so that the same parts give the same bytes.
    serial = f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"
    print(json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{serial}", "version": 1,
        "metadata": {"timestamp": stamp, "component": main_part},
        "components": parts,
        "dependencies": [{"ref": main_part["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}],
    }, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
