#!/usr/bin/env python3
"""A name server that does not behave: responder.py MODE LOG

Listens on a free port of 127.0.0.1 (UDP and TCP), prints the port, writes the name of every question
to LOG, and answers as MODE says until it is killed.
"""

import os
import signal
import socket
import struct
import sys
import threading
import time

MODE, LOG = sys.argv[1], sys.argv[2]
TXT, CNAME = 16, 5


def name(text):
    return b"".join(bytes([len(part)]) + part.encode() for part in text.split(".") if part) + b"\0"


def parse(message):
    labels, place = [], 12
    while message[place]:
        labels.append(message[place + 1 : place + 1 + message[place]].decode("ascii", "replace"))
        place += 1 + message[place]
    return ".".join(labels), struct.unpack(">H", message[place + 1 : place + 3])[0], message[12 : place + 5]


def record(owner, kind, data):
    return owner + struct.pack(">HHIH", kind, 1, 60, len(data)) + data


def text(value):
    value = value.encode()
    return bytes([len(value)]) + value


def reply(identity, question, flags, answers):
    return struct.pack(">HHHHHH", identity, flags, 1, len(answers), 0, 0) + question + b"".join(answers)


def answer(message, is_tcp):
    identity = struct.unpack(">H", message[:2])[0]
    owner, kind, question = parse(message)
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(f"{owner} {kind}\n")
    here = b"\xc0\x0c"
    spf = [record(here, TXT, text("v=spf1 -all"))] if kind == TXT else []
    if MODE == "honest":
        return reply(identity, question, 0x8180, spf)
    if MODE == "silent":
        return None
    if MODE == "slow":
        time.sleep(3)
        return reply(identity, question, 0x8180, spf)
    if MODE == "failing":
        return reply(identity, question, 0x8182, [])
    if MODE == "refusing":
        return reply(identity, question, 0x8185, [])
    if MODE == "ring":
        ring = [record(here, CNAME, name("ring.test")), record(name("ring.test"), CNAME, here)]
        return reply(identity, question, 0x8180, ring)
    if MODE == "chain":
        return reply(identity, question, 0x8180, [record(here, CNAME, name("x")[:-1] + here)])
    if MODE == "includes":
        depth = int(owner.split(".")[0][1:]) + 1 if owner.startswith("n") else 0
        terms = f"v=spf1 include:n{depth}.deep.test include:m{depth}.deep.test -all"
        return reply(identity, question, 0x8180, [record(here, TXT, text(terms))] if kind == TXT else [])
    if MODE == "wide":
        hosts = [record(here, 15, struct.pack(">H", 5) + name(f"mx{number}.deep.test")) for number in range(90)]
        return reply(identity, question, 0x8180, hosts) if kind == 15 else reply(identity, question, 0x8180, [])
    if MODE == "cut":
        return reply(identity, question, 0x8380, [])
    if MODE == "no-tcp":
        return None if is_tcp else reply(identity, question, 0x8380, [])
    if MODE == "huge":
        many = [record(here, TXT, text("x" * 200)) for _ in range(300)]
        return reply(identity, question, 0x8180, many) if is_tcp else reply(identity, question, 0x8380, [])
    if MODE == "garbage":
        return message[:2] + os.urandom(200)
    if MODE == "pointers":
        return reply(identity, question, 0x8180, [b"\xc0\xff" + b"\0" * 8, b"\xff" * 40])
    if MODE == "stranger":
        return reply(identity, question, 0x8180, [record(name("other.test"), TXT, text("v=spf1 +all"))])
    if MODE == "other-question":
        return reply(identity, name("other.test") + question[-4:], 0x8180, spf)
    if MODE == "forged":
        return reply(identity ^ 1, question, 0x8180, spf)
    raise SystemExit("unknown mode " + MODE)


def serve_tcp(listener):
    while True:
        connection, _ = listener.accept()
        with connection:
            length = connection.recv(2)
            if len(length) < 2:
                continue
            response = answer(connection.recv(struct.unpack(">H", length)[0]), True)
            if response:
                connection.sendall(struct.pack(">H", len(response)) + response)


def main():
    # Whoever starts this may block it, and the block is inherited.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    packets.bind(("127.0.0.1", 0))
    port = packets.getsockname()[1]
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", port))
    listener.listen(16)
    threading.Thread(target=serve_tcp, args=(listener,), daemon=True).start()
    print(port, flush=True)
    while True:
        message, sender = packets.recvfrom(4096)
        response = answer(message, False)
        if response:
            packets.sendto(response, sender)


main()
