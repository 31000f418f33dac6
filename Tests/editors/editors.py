#!/usr/bin/env python3
"""Opens a pack with Chinese text in Neovim and in Emacs, both without a screen, and checks what they show.

Each editor uses the files of editors/: a wrong fact is shown at its own letters, a half fact is completed, the tests
of the rule run. Needs Debian's neovim, emacs-nox, elpa-eglot and elpa-yaml-mode. Exit status 1 where anything differs.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACK = """\
# 本公司规则
schema: dossier/pack-v1
pack:
  id: house
  version: 1.0.0
  title: {zh-CN: 本公司规则, en: House rules}
rules:
  - id: HOUSE-NAME-001
    title: {zh-CN: 名称以有限公司结尾, en: The name ends in 有限公司}
    severity: note
    check: {matches: license.name, pattern: '有限公司$'}
    message:
      zh-CN: 名称「{license.name}」不对
      en: '"{license.name}" is wrong'
    fix: {zh-CN: 核对名称, en: check the name}
    tests:
      - {given: {license.name: 北京星河有限公司}, expect: pass}
      - {given: {license.name: 北京星河}, expect: fail}
"""
MESSAGE_LINE = PACK.split("\n").index(next(line for line in PACK.split("\n") if "zh-CN: 名称「" in line))


def run(name, command, plugin, dossier):
    with tempfile.TemporaryDirectory(prefix="规则 ") as folder:
        packs = pathlib.Path(folder, "公司 规则", "packs")
        packs.mkdir(parents=True)
        file = packs / "house.yaml"
        file.write_text(PACK, encoding="utf-8")
        transcript = pathlib.Path(folder, "transcript")
        server = [str(dossier), "lsp", "--locale", "zh-CN", "--add-rules", str(packs.parent)]
        environment = dict(
            os.environ, HOME=folder, XDG_CONFIG_HOME=folder, LANG="C.UTF-8",
            DOSSIER_COMMAND="\n".join(server), DOSSIER_PLUGIN=str(plugin), DOSSIER_FILE=str(file),
            DOSSIER_TRANSCRIPT=str(transcript), DOSSIER_MESSAGE_LINE=str(MESSAGE_LINE), DOSSIER_RULE="HOUSE-NAME-001")
        result = subprocess.run(
            command, env=environment, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
        lines = transcript.read_text(encoding="utf-8").splitlines() if transcript.exists() else []
        print(f"== {name} (status {result.returncode})", *lines, sep="\n  ")
        if result.returncode or not lines:
            print(result.stdout[-2000:], result.stderr[-2000:])
        return result.returncode, lines


def problems(name, status, lines):
    text = "\n".join(lines)
    wanted = {
        "the wrong fact is marked, and nothing beside it": "[license.nmae]",
        "its message names what is meant": "license.name",
        "half a fact is completed": "completed       zh-CN: 名称𠮷「{license.name",
        "its tests run": "ran 2 tests, 0 failed",
    }
    if status:
        yield f"{name}: status {status}"
    for what, part in wanted.items():
        if part not in text:
            yield f"{name}: {what}: {part!r} is not in the transcript"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", default=".build/debug/dossier")
    options = parser.parse_args()
    dossier = pathlib.Path(options.dossier).resolve()
    here = pathlib.Path(__file__).resolve().parent
    editors = {
        "Neovim": (
            ["nvim", "--headless", "--clean", "-i", "NONE", "-S", str(here / "nvim.lua")],
            ROOT / "editors/neovim/dossier.lua"),
        "Emacs": (
            ["emacs", "--batch", "-l", str(here / "emacs.el")],
            ROOT / "editors/emacs/dossier.el"),
    }
    found = []
    for name, (command, plugin) in editors.items():
        if not shutil.which(command[0]):
            sys.exit(f"{command[0]} is not installed (Debian: neovim, emacs-nox, elpa-eglot, elpa-yaml-mode)")
        found += problems(name, *run(name, command, plugin, dossier))
    print(*found, sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
