"""Small invented submissions, and reports compared byte for byte: what the tests of engines share."""

import hashlib
import os
import pathlib
import signal
import subprocess
import threading
import time


def company(own, number, domain):
    """One company with a declaration and DNS evidence of its mail domain."""
    own.mkdir(parents=True)
    (own / "dns.txt").write_text(
        f"$ dig MX {domain} +noall +answer\n{domain}.\t600\tIN\tMX\t10 mx.{domain}.\n")
    (own / "declared.yaml").write_text(
        f"schema: dossier/declared-v1\nchannel: wecom\nmail: {{domain: {domain}}}\n"
        f"company: {{name: 深圳市星河{number}科技有限公司}}\n")


PICTURE = pathlib.Path(__file__).resolve().parents[2] / "samples" / "expired-card" / "IMG_2043.jpg"


def make(folder, count):
    """COUNT companies with DNS evidence, a declaration and a chart, every second with a picture, which takes a while; some
    share a file, one file is no PDF at all."""
    picture = PICTURE.read_bytes()
    for number in range(count):
        own = folder / f"company-{number:04d}"
        company(own, number, f"example{number // 3}.com.cn")
        (own / "架构.mmd").write_text("graph TD\n" + "".join(
            f" a[总经办] --> n{row}[{number % 7}部{row}]\n" for row in range(number % 5 + 1)))
        if number % 2 == 0:
            # What follows a picture is no part of it: each is read by itself.
            (own / "证件.jpg").write_bytes(picture + str(number).encode())
    (folder / "company-0001" / "broken.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)


def digests(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()}


def compare(one, merged):
    """Says what differs; the number of differences."""
    left, right = digests(one), digests(merged)
    names = [name for name in sorted(left.keys() | right.keys()) if left.get(name) != right.get(name)]
    for name in names[:20]:
        print(f"differs: {name}")
    print(f"{len(left)} files compared, {len(names)} differ")
    return len(names)


# Larger than all that a reader takes in to start.
POISON = 160 << 20


def poison(folder):
    """A file in one submission that whoever reads it dies of, as `Killer` sees to."""
    with open(folder / "company-0002" / "poison.dat", "wb") as file:
        file.truncate(POISON)


class Killer(threading.Thread):
    """The kernel's memory killer: ends with SIGKILL each reader of the program that takes in the poisoned file."""

    def __init__(self, dossier):
        super().__init__(daemon=True)
        self.start_of_readers = f"{dossier}\0worker\0".encode()
        self.kills, self.is_over = 0, False
        self.readers, self.others = set(), set()

    def run(self):
        while not self.is_over:
            numbers = {int(name) for name in os.listdir("/proc") if name.isdigit()}
            self.readers &= numbers
            self.others &= numbers
            for number in numbers - self.others:
                self.look_at(number)
            time.sleep(0.02)

    def look_at(self, number):
        try:
            if number not in self.readers:
                words = pathlib.Path(f"/proc/{number}/cmdline").read_bytes()
                if not words.startswith(self.start_of_readers):
                    # It may be about to become another program.
                    if words and time.time() - os.stat(f"/proc/{number}").st_ctime > 2:
                        self.others.add(number)
                    return
                self.readers.add(number)
            taken = pathlib.Path(f"/proc/{number}/io").read_text().split("rchar: ")[1].split("\n")[0]
            if int(taken) > POISON // 2:
                os.kill(number, signal.SIGKILL)
                self.readers.discard(number)
                self.others.add(number)
                self.kills += 1
        except (OSError, IndexError):
            return


def check_whole(dossier, batch, output):
    """The run of one machine."""
    status = subprocess.run(
        [dossier, "check", batch, "--no-cache", "--as-of", "2026-11-22", "--output", output],
        stdout=subprocess.DEVNULL).returncode
    assert status in (0, 1), status


def processes(text):
    """Numbers of the processes whose command line holds the text, and of all that descend from them."""
    parents, found = {}, set()
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            stat = (entry / "stat").read_text()
        except OSError:
            continue
        number = int(entry.name)
        parents[number] = int(stat.rpartition(")")[2].split()[1])
        if text in words:
            found.add(number)
    grown = True
    while grown:
        more = {number for number, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found


def steps(spool):
    """The scripts of a node's jobs with all that they started, and Slurm's own processes that hold them."""
    found = processes(spool)
    for number in list(found):
        try:
            parent = int(pathlib.Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
            if pathlib.Path(f"/proc/{parent}/comm").read_text().startswith("slurmstepd"):
                found.add(parent)
        except OSError:
            continue
    return found
