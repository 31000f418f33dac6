#!/usr/bin/env python3
"""dossier slurm on a cluster of one controller and two nodes on this machine, which are killed at random moments.

Starts munged, slurmctld and two slurmd in a folder of its own (Debian's packages slurmctld, slurmd, slurm-client and
munge; no system service), submits a run in shards, kills nodes, steps and the controller, and compares the merged reports
with those of one machine byte for byte. Ends with 0 if they are the same.
"""

import argparse
import getpass
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from submissions import Killer, check_whole, compare, make, poison, processes, steps

CONFIGURATION = """
ClusterName=dossier
SlurmctldHost={host}
SlurmctldPort={port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=20
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,batch_sched_delay=0,defer
ReturnToService=2
SlurmdTimeout=5
SlurmctldTimeout=5
InactiveLimit=0
KillWait=2
MessageTimeout=5
JobRequeue=1
NodeName=node[1-2] NodeHostname={host} NodeAddr=127.0.0.1 Port=[{first}-{last}] CPUs=1 RealMemory={memory} State=UNKNOWN
PartitionName=batch Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        port = 20000 + os.getpid() % 20000
        for name in ("state", "spool-node1", "spool-node2"):
            (folder / name).mkdir()
        self.configuration = folder / "slurm.conf"
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        text = CONFIGURATION.format(
            memory=pages * 9 // 10 >> 20,
            host=socket.gethostname().split(".")[0], user=getpass.getuser(), folder=folder, port=port,
            first=port + 1, last=port + 2)
        self.configuration.write_text(text)
        self.environment = os.environ | {"SLURM_CONF": str(self.configuration)}
        key = folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        folder.chmod(0o755)
        self.run(
            "munged", "--force", f"--key-file={key}", f"--socket={folder}/munge.socket",
            f"--pid-file={folder}/munged.pid", f"--log-file={folder}/munged.log", f"--seed-file={folder}/munged.seed",
            "--num-threads=4")
        self.start_controller()
        for node in ("node1", "node2"):
            self.start_node(node)

    def run(self, *words, check=True):
        return subprocess.run(
            words, env=self.environment, check=check, text=True, capture_output=True).stdout

    def start_controller(self):
        self.run("slurmctld", check=False)

    def start_node(self, node):
        self.run("slurmd", "-N", node, check=False)

    def number(self, name):
        try:
            return int((self.folder / f"{name}.pid").read_text())
        except (OSError, ValueError):
            return None

    def kill(self, numbers):
        for number in numbers:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def kill_controller(self):
        number = self.number("slurmctld")
        self.kill([number] if number else [])
        time.sleep(1)
        self.start_controller()

    def kill_node(self, node, pause):
        """The daemon, and all jobs of the node with everything that they started."""
        number = self.number(f"slurmd-{node}")
        self.kill(([number] if number else []) + sorted(steps(f"{self.folder}/spool-{node}/")))
        time.sleep(pause)
        self.start_node(node)

    def queue(self):
        try:
            return self.run("squeue", "--noheader", "--array", "--format=%i %j %t %R").splitlines()
        except subprocess.CalledProcessError:
            return ["the controller does not answer"]

    def administer(self, queue):
        """What Slurm leaves to persons: a node that could not launch a job is drained, and the job held."""
        for line in self.run("sinfo", "--noheader", "--Node", "--format=%N %T", check=False).splitlines():
            name, state = line.split()
            if state.startswith("drain"):
                print(f"{name} is drained: resumed", flush=True)
                self.run("scontrol", "update", f"NodeName={name}", "State=RESUME", check=False)
        for line in queue:
            if "held" in line:
                print(f"held: {line}: released", flush=True)
                self.run("scontrol", "release", line.split()[0], check=False)

    def end(self):
        self.run("scancel", f"--user={getpass.getuser()}", check=False)
        for name in ("slurmd-node1", "slurmd-node2", "slurmctld", "munged"):
            number = self.number(name)
            self.kill([number] if number else [])
        self.kill(processes(str(self.folder)) - {os.getpid(), os.getppid()})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--submissions", type=int, default=300)
    parser.add_argument("--shards", type=int, default=12)
    parser.add_argument("--nodes", type=int, default=10, help="kills of a node")
    parser.add_argument("--steps", type=int, default=2, help="kills of a step")
    parser.add_argument("--controllers", type=int, default=2, help="kills of the controller")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    # Where daemons lie, which only root's path has.
    os.environ["PATH"] += ":/usr/sbin"
    missing = [name for name in ("slurmctld", "slurmd", "sbatch", "munged") if not shutil.which(name)]
    if missing:
        sys.exit(f"{', '.join(missing)} missing: apt-get install slurmctld slurmd slurm-client munge")
    dossier = str(pathlib.Path(options.dossier).resolve())
    dice = random.Random(options.seed)
    base = pathlib.Path(tempfile.mkdtemp(prefix="dossier-slurm-"))
    (base / "cluster").mkdir()
    os.environ["DOSSIER_CACHE"] = str(base / "cache")
    # Directives of Slurm are no words of a shell: a path may hold whatever a path may hold.
    batch, work = base / "集团 of 100% 'x'", base / '工作 "y" #1'
    make(batch, options.submissions)
    poison(batch)
    killer = Killer(dossier)
    killer.start()
    start = time.monotonic()
    check_whole(dossier, batch, base / "one")
    print(f"one machine: {time.monotonic() - start:.0f} s", flush=True)
    cluster = Cluster(base / "cluster")
    try:
        start = time.monotonic()
        planned = subprocess.run(
            [dossier, "slurm", batch, "--shards", str(options.shards), "--output", work, "--merged", base / "merged",
             "--as-of", "2026-11-22", "--cores", "1", "--no-cache", "--partition", "batch", "--submit"],
            env=cluster.environment, text=True, capture_output=True)
        print(planned.stdout, planned.stderr, flush=True)
        assert planned.returncode == 0
        kills = options.nodes * ["node"] + options.steps * ["step"] + options.controllers * ["controller"]
        dice.shuffle(kills)
        wanted, submitted = len(kills), 1
        next_kill = time.monotonic() + dice.uniform(2, 6)
        while time.monotonic() - start < 1200:
            queue = cluster.queue()
            cluster.administer(queue)
            if not queue and (base / "merged" / "index.json").exists():
                break
            if not queue and submitted < 6:
                print("not merged; submitted again", flush=True)
                subprocess.run(["bash", work / "submit.sh"], env=cluster.environment, check=True)
                submitted += 1
            if kills and time.monotonic() > next_kill and queue:
                kind = kills.pop()
                print(f"{time.monotonic() - start:5.0f} s: kill -9 of a {kind}", flush=True)
                if kind == "node":
                    cluster.kill_node(dice.choice(["node1", "node2"]), dice.choice([0.5, 6]))
                elif kind == "controller":
                    cluster.kill_controller()
                else:
                    cluster.kill(sorted(processes(f"{work}/plan.json") - {os.getpid()}))
                next_kill = time.monotonic() + dice.uniform(0.5, 4)
            time.sleep(0.5)
        else:
            print("\n".join(cluster.queue()))
            sys.exit("not finished in 1,200 s; logs in " + str(base))
        names = [entry["name"] for entry in json.loads((base / "merged" / "index.json").read_text())["submissions"]]
        print(f"{options.shards} shards, {wanted - len(kills)} of {wanted} kills, submitted {submitted} times: {time.monotonic() - start:.0f} s")
        print(f"{len(names)} submissions, {len(names) - len(set(names))} twice, "
              f"{options.submissions - len(set(names))} missing")
        report = (base / "merged" / "company-0002" / "report.json").read_text()
        is_told = "poison.dat" in report and "SIGKILL" in report
        print(f"{killer.kills} readers of the poisoned file killed; {'told' if is_told else 'NOT told'} in the report")
        logs = sorted(path.name for path in (work / "logs").iterdir())
        print(f"logs: {', '.join(logs)}")
        differences = compare(base / "one", base / "merged")
        if differences or len(names) != options.submissions or not is_told or "merge.log" not in logs:
            sys.exit("not the reports of one machine; see " + str(base))
        if kills:
            sys.exit("the run ended before all kills: take more --submissions")
    finally:
        cluster.end()
    shutil.rmtree(base, ignore_errors=True)
    print("the merged reports are those of one machine, byte for byte")


if __name__ == "__main__":
    main()
