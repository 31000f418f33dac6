#!/usr/bin/env python3
"""How quickly the language server answers, over the built-in rules: p95 in milliseconds, and its memory at the end.

Types and takes back words in a real pack, asks for hover, definition and completion at places spread over it, and for
the verdicts of a rule over COUNT submissions that were checked before. Figures count on a quiet machine alone.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/engines"))
import submissions  # noqa: E402  (lies beside, not in a package)

WANTED = {"hover": 5, "definition": 5, "completion": 10, "diagnostics after a key": 50, "verdict counts": 200}


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, message):
        body = json.dumps(message, ensure_ascii=False).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def notify(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def wait(self, method):
        while (message := self.receive()).get("method") != method:
            pass
        return message["params"]

    def request(self, method, params):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while (message := self.receive()).get("id") != self.number:
            pass
        if "error" in message:
            sys.exit(f"{method}: {message['error']}")
        return message["result"]

    def memory(self):
        """MiB, now and at most."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        figures = dict(line.split(":", 1) for line in status.splitlines())
        return tuple(int(figures[name].split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))


def p95(times):
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))] * 1000


def timed(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def places(text, count, chance):
    """Places on letters, as a client counts them in UTF-16."""
    lines = text.split("\n")
    chosen = []
    while len(chosen) < count:
        line = chance.randrange(len(lines))
        if lines[line].strip():
            column = chance.randrange(len(lines[line]))
            units = len(lines[line][:column].encode("utf-16-le")) // 2
            chosen.append({"line": line, "character": units})
    return chosen


def type_keys(server, uri, text, count, chance):
    """Types a letter at the end of a word and takes it back; each is told of."""
    lines = text.split("\n")
    spots = [number for number, line in enumerate(lines) if line.strip().startswith("severity: ") and "#" not in line]
    times = []
    for index in range(count):
        line = chance.choice(spots)
        end = len(lines[line])
        for old, new in ((0, "x"), (1, "")):
            change = {
                "range": {"start": {"line": line, "character": end}, "end": {"line": line, "character": end + old}},
                "text": new}
            start = time.perf_counter()
            server.notify("textDocument/didChange", {
                "textDocument": {"uri": uri, "version": index + 2}, "contentChanges": [change]})
            while server.wait("textDocument/publishDiagnostics")["uri"] != uri:
                pass
            times.append(time.perf_counter() - start)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--keys", type=int, default=150, help="letters typed and taken back")
    options = parser.parse_args()
    chance = random.Random(7)
    pack = ROOT / "rules/packs/enterprise-basic/license.yaml"
    text, uri = pack.read_text(encoding="utf-8"), pack.as_uri()
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        group = pathlib.Path(folder, "group")
        for number in range(options.count):
            submissions.company(group / f"company-{number:04d}", number, f"example{number // 3}.com.cn")
        server = Server([str(pathlib.Path(options.dossier).resolve()), "lsp", "--rules", str(ROOT / "rules")])
        server.request("initialize", {
            "capabilities": {"general": {"positionEncodings": ["utf-16"]},
                             "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}},
            "workspaceFolders": [{"uri": (ROOT / "rules").as_uri(), "name": "rules"}]})
        server.notify("textDocument/didOpen", {
            "textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        server.wait("textDocument/publishDiagnostics")
        for name in ("hover", "definition", "completion"):
            figures[name] = [
                timed(lambda: server.request(f"textDocument/{name}", {
                    "textDocument": {"uri": uri}, "position": place}))  # noqa: B023  (runs at once)
                for place in places(text, options.rounds, chance)]
        figures["diagnostics after a key"] = type_keys(server, uri, text, options.keys, chance)
        print(f"reading {options.count} submissions once: ", end="", flush=True)
        print(f"{timed(lambda: choose(server, group)):.1f} s")
        figures["verdict counts"] = counts(server, uri, options.rounds // 10)
        figures["diagnostics after a key"] += type_keys(server, uri, text, options.keys, chance)
        now, most = server.memory()
        server.request("shutdown", None)
        server.notify("exit", None)
    for name, times in figures.items():
        print(f"{name:24} p95 {p95(times):7.1f} ms  median {sorted(times)[len(times) // 2] * 1000:7.1f} ms"
              f"  (at most {WANTED[name]} wanted, {len(times)} times)")
    print(f"memory after {4 * options.keys} keys and all requests: {now} MiB, at most {most} (300 wanted)")


def choose(server, group):
    server.request("workspace/executeCommand", {
        "command": "dossier.chooseSubmissions", "arguments": [str(group)]})


def counts(server, uri, rounds):
    lenses = server.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    verdicts = [lens for lens in lenses if (lens.get("data") or {}).get("kind") == "verdicts"]
    return [timed(lambda: server.request("codeLens/resolve", verdicts[index % len(verdicts)]))
            for index in range(rounds)]


if __name__ == "__main__":
    main()
