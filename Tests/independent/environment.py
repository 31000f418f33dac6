"""What the programs of this folder share: a private environment with pinned packages, and running others."""

import subprocess
import sys


def prepared(venv, requirements):
    """The Python of the venv with the pinned packages in it."""
    python = venv / "bin/python3"
    wanted = requirements.read_text()
    mark = venv / "requirements.txt"
    if not mark.exists() or mark.read_text() != wanted:
        run([sys.executable, "-m", "venv", venv])
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
        mark.write_text(wanted)
    return python


def run(command, cwd=None):
    """Its output; ends this program where it fails."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=cwd)
    if result.returncode:
        sys.exit(f"{command[0]}: status {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout
