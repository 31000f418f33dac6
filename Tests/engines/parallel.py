#!/usr/bin/env python3
"""dossier's shards by GNU Parallel over ssh: two sshd on this machine, one of which is cut off in the middle.

Cut off means stopped with all that it started: its connection goes silent, and its shard is given to the other one. The
merged reports are compared with those of one machine byte for byte. Needs openssh-server and parallel; ends with 0 if they
are the same.
"""

import argparse
import getpass
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from submissions import check_whole, compare, make, processes


class Host:
    def __init__(self, folder, name, port):
        self.name, self.folder = name, folder / name
        self.folder.mkdir()
        key = self.folder / "host_key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        (self.folder / "sshd_config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {key}\nPidFile {self.folder}/pid\nUsePAM no\n"
            f"StrictModes no\nAuthorizedKeysFile {folder}/user_key.pub\nPermitRootLogin prohibit-password\n"
            "PasswordAuthentication no\nMaxStartups 50\nMaxSessions 50\nAcceptEnv DOSSIER_*\n")
        subprocess.run(["/usr/sbin/sshd", "-f", self.folder / "sshd_config", "-E", self.folder / "log"], check=True)
        (folder / "ssh_config").open("a").write(
            f"Host {name}\n HostName 127.0.0.1\n Port {port}\n User {getpass.getuser()}\n"
            f" IdentityFile {folder}/user_key\n UserKnownHostsFile /dev/null\n StrictHostKeyChecking no\n"
            " LogLevel ERROR\n ServerAliveInterval 2\n ServerAliveCountMax 2\n ConnectTimeout 5\n SendEnv DOSSIER_*\n")

    def all(self):
        time.sleep(0.2)
        number = int((self.folder / "pid").read_text())
        parents = {}
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    stat = (entry / "stat").read_text()
                    parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
                except OSError:
                    continue
        found, grown = {number}, True
        while grown:
            more = {child for child, parent in parents.items() if parent in found} - found
            found |= more
            grown = bool(more)
        return found

    def send(self, number):
        for process in sorted(self.all()):
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--submissions", type=int, default=120)
    parser.add_argument("--shards", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    missing = [name for name in ("parallel", "ssh-keygen", "/usr/sbin/sshd") if not shutil.which(name)]
    if missing:
        sys.exit(f"{', '.join(missing)} missing: apt-get install parallel openssh-server")
    os.makedirs("/run/sshd", exist_ok=True)
    dossier = str(pathlib.Path(options.dossier).resolve())
    dice = random.Random(options.seed)
    base = pathlib.Path(tempfile.mkdtemp(prefix="dossier-parallel-"))
    os.environ["DOSSIER_CACHE"] = str(base / "cache")
    make(base / "batch", options.submissions)
    check_whole(dossier, base / "batch", base / "one")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", base / "user_key"], check=True)
    port = 24000 + os.getpid() % 20000
    hosts = [Host(base, "node1", port), Host(base, "node2", port + 1)]
    try:
        subprocess.run(
            [dossier, "plan", "batch", "--shards", str(options.shards), "--output", "work", "--as-of", "2026-11-22"],
            cwd=base, check=True)
        start = time.monotonic()
        run = subprocess.Popen(
            ["parallel", "--ssh", f"ssh -F {base}/ssh_config", "-S", "1/node1,1/node2", "--wd", str(base), "--retries", "5",
             "--joblog", "work/log",
             f"DOSSIER_CACHE={base}/cache {dossier} check --plan work/plan.json --no-cache --jobs 1 --lease-seconds 10"
             " --shard {= $_ -= 1 =} || [ $? -eq 1 ]", ":::"] + [str(one) for one in range(1, options.shards + 1)],
            cwd=base)
        time.sleep(dice.uniform(4, 9))
        lost = dice.choice(hosts)
        print(f"{time.monotonic() - start:5.0f} s: {lost.name} is cut off", flush=True)
        lost.send(signal.SIGSTOP)
        status = run.wait(timeout=1200)
        print((base / "work" / "log").read_text())
        print(f"all shards: {time.monotonic() - start:.0f} s, status {status}", flush=True)
        lost.send(signal.SIGKILL)
        merged = subprocess.run(
            [dossier, "merge", "work", "--output", "merged"], cwd=base, stdout=subprocess.DEVNULL)
        if status != 0 or merged.returncode not in (0, 1) or compare(base / "one", base / "merged"):
            sys.exit("not the reports of one machine; see " + str(base))
    finally:
        for host in hosts:
            try:
                host.send(signal.SIGKILL)
            except (OSError, ValueError):
                continue
        for number in processes(str(base)) - {os.getpid(), os.getppid()}:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
    shutil.rmtree(base, ignore_errors=True)
    print("the merged reports are those of one machine, byte for byte")


if __name__ == "__main__":
    main()
