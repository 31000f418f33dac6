#!/usr/bin/env python3
"""Charts of 5,000 nodes and contact lists of 100,000 rows: processor time and memory of each. Part of `make bench`."""

import argparse
import base64
import html
import json
import os
import pathlib
import subprocess
import sys
import urllib.parse
import zipfile
import zlib

import measure

MEBIBYTE = 1 << 20
NODES = 5_000
ROWS = 100_000
SECONDS = 2.0
MAIN = "http://schemas.openxmlformats.org/"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    files = charts(options.out) + contacts(options.out)
    command = [options.dossier, "extract", "--no-cache", "--format", "json"]
    # What the program takes for nothing at all is not the reader's.
    empty = options.out / "empty.csv"
    empty.write_text("部门,上级部门\n总部,\n")
    start = processor_time(command + [str(empty)])[0]
    print(f"{measure.machine()}; user processor time, {start:.2f} s of it for starting")
    rows, slow = [["", "seconds", "peak memory", "nodes or rows"]], []
    for file, wanted in files:
        seconds, output = processor_time(command + [str(file)])
        memory = measure.run(command + [str(file)], samples_memory=True).proportional
        found = size(json.loads(output))
        rows.append([file.name, f"{seconds:.2f}", f"{memory / MEBIBYTE:.0f} MiB", str(found)])
        if seconds > SECONDS or found != wanted:
            slow.append(f"{file.name}: {found} of {wanted} in {seconds:.2f} s")
    measure.table(rows)
    if slow:
        sys.exit("over the limit: " + "; ".join(slow))


def processor_time(command):
    """User seconds of a program and of the processes it started, and what it printed."""
    before = os.times().children_user
    result = subprocess.run(command, capture_output=True)
    if result.returncode not in (0, 1):
        sys.exit(f"status {result.returncode}\n{result.stderr.decode(errors='replace')}")
    return os.times().children_user - before, result.stdout


def size(extraction):
    """Departments of a chart, people of a contact list."""
    for document in extraction["files"][0]["documents"]:
        facts = {fact["key"]: fact["value"] for fact in document["facts"]}
        if "contacts.count" in facts:
            return facts["contacts.count"]
        if "org.departments" in facts:
            return len(facts["org.departments"]) + 1
    return 0


# A tree of eight below each, whose first node is the company.

def name(index):
    return "北京星河科技有限公司" if index == 0 else f"业务{index}部"


def parent(index):
    return (index - 1) // 8


def charts(folder):
    links = [(parent(index), index) for index in range(1, NODES)]
    model = "".join(
        ['<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>']
        + [f'<mxCell id="n{i}" value="{name(i)}" vertex="1" parent="1"><mxGeometry x="{i % 50 * 150}" '
           f'y="{i // 50 * 60}" width="120" height="40" as="geometry"/></mxCell>' for i in range(NODES)]
        + [f'<mxCell id="e{b}" edge="1" parent="1" source="n{a}" target="n{b}"/>' for a, b in links]
        + ["</root></mxGraphModel>"])
    deflate = zlib.compressobj(wbits=-15)
    packed = deflate.compress(urllib.parse.quote(model).encode()) + deflate.flush()
    below = [[] for _ in range(NODES)]
    for a, b in links:
        below[a].append(b)

    def topic(index):
        return {"id": f"t{index}", "title": name(index),
                "children": {"attached": [topic(child) for child in below[index]]}}

    rows = [["部门", "上级部门"]] + [[name(0), ""]] + [[name(b), name(a)] for a, b in links]
    made = [
        write(folder / "plain.drawio", f"<mxfile><diagram>{model}</diagram></mxfile>"),
        write(folder / "packed.drawio",
              f"<mxfile><diagram>{base64.b64encode(packed).decode()}</diagram></mxfile>"),
        write(folder / "chart.csv", "".join(",".join(row) + "\n" for row in rows)),
        workbook(folder / "chart.xlsx", rows),
        write(folder / "chart.mmd", "graph TD\n" + "".join(
            f"  n{i}[{name(i)}]\n" for i in range(NODES)) + "".join(
            f"  n{a} --> n{b}\n" for a, b in links)),
        archive(folder / "chart.xmind", {
            "content.json": json.dumps([{"id": "s", "rootTopic": topic(0)}], ensure_ascii=False),
            "metadata.json": "{}"}),
        write(folder / "chart.svg", svg(links)),
        slides(folder / "chart.pptx", links),
    ]
    return [(file, NODES) for file in made]


def svg(links):
    def place(index):
        return index % 50 * 150, index // 50 * 60
    boxes = [f'<rect x="{x}" y="{y}" width="120" height="40" fill="#fff" stroke="#333"/>'
             f'<text x="{x + 60}" y="{y + 25}" text-anchor="middle" font-size="12">{name(i)}</text>'
             for i in range(NODES) for x, y in [place(i)]]
    lines = []
    for a, b in links:
        (x1, y1), (x2, y2) = place(a), place(b)
        lines.append(f'<line x1="{x1 + 60}" y1="{y1 + 40}" x2="{x2 + 60}" y2="{y2}" stroke="#333"/>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="7500" height="6060">'
            f'{"".join(boxes + lines)}</svg>')


def slides(file, links):
    shapes = [
        f'<p:sp><p:nvSpPr><p:cNvPr id="{i + 10}" name="b"/></p:nvSpPr><p:spPr><a:xfrm><a:off '
        f'x="{i % 50 * 1500000}" y="{i // 50 * 600000}"/><a:ext cx="1200000" cy="400000"/></a:xfrm>'
        f'</p:spPr><p:txBody><a:p><a:r><a:t>{name(i)}</a:t></a:r></a:p></p:txBody></p:sp>'
        for i in range(NODES)]
    lines = [
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{b + 9000}" name="l"/><p:cNvCxnSpPr><a:stCxn id="{a + 10}" '
        f'idx="2"/><a:endCxn id="{b + 10}" idx="0"/></p:cNvCxnSpPr></p:nvCxnSpPr><p:spPr/></p:cxnSp>'
        for a, b in links]
    return archive(file, {
        "[Content_Types].xml": f'<Types xmlns="{MAIN}package/2006/content-types"/>',
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{MAIN}presentationml/2006/main"/>',
        "ppt/slides/slide1.xml":
            f'<p:sld xmlns:p="{MAIN}presentationml/2006/main" xmlns:a="{MAIN}drawingml/2006/main">'
            f'<p:cSld><p:spTree>{"".join(shapes + lines)}</p:spTree></p:cSld></p:sld>'})


def contacts(folder):
    rows = [["姓名", "账号", "职务", "部门", "手机"]] + [
        [f"员工{i}", f"user{i}", "专员", f"北京星河科技有限公司/业务{i % 900}部/第{i % 7}组", str(13_000_000_000 + i)]
        for i in range(ROWS)]
    made = [
        write(folder / "contacts.csv", "".join(",".join(row) + "\n" for row in rows)),
        workbook(folder / "contacts.xlsx", rows),
    ]
    return [(file, ROWS) for file in made]


def workbook(file, rows):
    strings = {}
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{chr(65 + column)}{number}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'
            for column, text in enumerate(row) if text)
        lines.append(f'<row r="{number}">{cells}</row>')
    space = f'xmlns="{MAIN}spreadsheetml/2006/main"'
    texts = "".join(f"<si><t>{html.escape(text)}</t></si>" for text in strings)
    return archive(file, {
        "[Content_Types].xml": f'<Types xmlns="{MAIN}package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook {space} xmlns:r="{MAIN}officeDocument/2006/relationships"><sheets>'
                           '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{MAIN}package/2006/relationships"><Relationship Id="rId1" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet {space}><sheetData>{"".join(lines)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f"<sst {space}>{texts}</sst>"})


def write(file, text):
    file.write_text(text)
    return file


def archive(file, parts):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, text)
    return file


if __name__ == "__main__":
    main()
