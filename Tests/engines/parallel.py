#!/usr/bin/env python3
"""dossier's shards by GNU Parallel over ssh: two sshd on this machine, one of which is cut off in the middle.

Each host has a network of its own (a network namespace, joined by a pair of virtual cards). Cut off means, once each:

- cable: its card goes down. It works on, unreachable; its shard is given to the other host.
- gone: its card goes down and all its processes stop at once, as of a machine that lost its power.

The merged reports are compared with those of one machine byte for byte. Needs openssh-server, parallel and iproute2, and
root for the networks; without them both hosts share this machine's network, and only `gone` is tried. Ends with 0 if the
reports are the same.
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


def has_networks():
    name = f"dossier-try-{os.getpid()}"
    if os.geteuid() != 0 or not shutil.which("ip"):
        return False
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return False
    subprocess.run(["ip", "netns", "delete", name], check=True)
    return True


class Host:
    """An sshd, in a network of its own where there is one for it."""

    def __init__(self, folder, number, has_network):
        self.name, self.folder = f"node{number}", folder / f"node{number}"
        self.folder.mkdir()
        self.network = f"dossier-{os.getpid()}-{number}" if has_network else None
        # Outer cards have names of at most 15 letters; the addresses are those set aside for measuring networks.
        self.card = f"dos{os.getpid() % 100000}n{number}"
        block = f"198.18.{os.getpid() % 250}.{number * 4}".rsplit(".", 1)
        self.outer, self.address = (f"{block[0]}.{int(block[1]) + place}" for place in (1, 2))
        port = 24000 + os.getpid() % 20000 + number
        if self.network:
            self.join()
        else:
            self.address = "127.0.0.1"
        key = self.folder / "host_key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        (self.folder / "sshd_config").write_text(
            f"Port {port}\nListenAddress {self.address}\nHostKey {key}\nPidFile {self.folder}/pid\nUsePAM no\n"
            f"StrictModes no\nAuthorizedKeysFile {folder}/user_key.pub\nPermitRootLogin prohibit-password\n"
            "PasswordAuthentication no\nMaxStartups 50\nMaxSessions 50\nAcceptEnv DOSSIER_*\n")
        self.inside("/usr/sbin/sshd", "-f", self.folder / "sshd_config", "-E", self.folder / "log")
        (folder / "ssh_config").open("a").write(
            f"Host {self.name}\n HostName {self.address}\n Port {port}\n User {getpass.getuser()}\n"
            f" IdentityFile {folder}/user_key\n UserKnownHostsFile /dev/null\n StrictHostKeyChecking no\n"
            " LogLevel ERROR\n ServerAliveInterval 2\n ServerAliveCountMax 2\n ConnectTimeout 5\n SendEnv DOSSIER_*\n")

    def join(self):
        def ip(*words):
            subprocess.run(["ip", *words], check=True)

        ip("netns", "add", self.network)
        ip("link", "add", self.card, "type", "veth", "peer", "name", "card", "netns", self.network)
        ip("address", "add", f"{self.outer}/30", "dev", self.card)
        ip("link", "set", self.card, "up")
        for words in (("address", "add", f"{self.address}/30", "dev", "card"), ("link", "set", "card", "up"),
                      ("link", "set", "lo", "up")):
            ip("-n", self.network, *words)

    def inside(self, *words):
        subprocess.run([*(["ip", "netns", "exec", self.network] if self.network else []), *words], check=True)

    def cut(self, kind):
        if self.network:
            subprocess.run(["ip", "link", "set", self.card, "down"], check=True)
        if kind == "gone":
            self.send(signal.SIGSTOP)

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

    def end(self):
        try:
            self.send(signal.SIGKILL)
        except (OSError, ValueError):
            pass
        if self.network:
            # The cards go with it.
            subprocess.run(["ip", "netns", "delete", self.network], capture_output=True)
            subprocess.run(["ip", "link", "delete", self.card], capture_output=True)


def run(dossier, base, kind, options, dice, has_network):
    """One run in which a host is cut off; whether the merged reports are those of one machine."""
    folder = base / kind
    folder.mkdir()
    work, merged = f"work-{kind}", base / f"merged-{kind}"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / "user_key"], check=True)
    subprocess.run(
        [dossier, "plan", "batch", "--shards", str(options.shards), "--output", work, "--as-of", "2026-11-22"],
        cwd=base, check=True, stdout=subprocess.DEVNULL)
    hosts = [Host(folder, number, has_network) for number in (1, 2)]
    try:
        start = time.monotonic()
        parallel = subprocess.Popen(
            ["parallel", "--ssh", f"ssh -F {folder}/ssh_config", "-S", "1/node1,1/node2", "--wd", str(base), "--retries",
             "5", "--joblog", f"{work}/log",
             f"DOSSIER_CACHE={base}/cache {dossier} check --plan {work}/plan.json --no-cache --jobs 1 --lease-seconds 10"
             " --shard {= $_ -= 1 =} || [ $? -eq 1 ]", ":::"] + [str(one) for one in range(1, options.shards + 1)],
            cwd=base)
        time.sleep(dice.uniform(4, 9))
        lost = dice.choice(hosts)
        print(f"{time.monotonic() - start:5.0f} s: {lost.name} is cut off ({kind})", flush=True)
        lost.cut(kind)
        status = parallel.wait(timeout=1200)
        print((base / work / "log").read_text())
        print(f"all shards: {time.monotonic() - start:.0f} s, status {status}", flush=True)
        lost.send(signal.SIGKILL)
        end = subprocess.run([dossier, "merge", work, "--output", merged], cwd=base, stdout=subprocess.DEVNULL)
        return status == 0 and end.returncode in (0, 1) and compare(base / "one", merged) == 0
    finally:
        for host in hosts:
            host.end()
        for number in processes(str(base / work)) - {os.getpid(), os.getppid()}:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue


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
    has_network = has_networks()
    if not has_network:
        print("no network namespaces here (root, iproute2): hosts share this network, and one is stopped")
    for kind in ("cable", "gone") if has_network else ("gone",):
        if not run(dossier, base, kind, options, dice, has_network):
            sys.exit("not the reports of one machine; see " + str(base))
    shutil.rmtree(base, ignore_errors=True)
    print("the merged reports are those of one machine, byte for byte")


if __name__ == "__main__":
    main()
