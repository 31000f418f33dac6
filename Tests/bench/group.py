"""A group of 200 as its officer has it: 165 companies with papers, 20 of them with a planted discrepancy, 5 archives that
cannot be opened, 30 rows of the roster of which nothing came. It is checked twice, the second time after some papers were
mended, delivered and taken away; then index.html is asked in Chromium, at 400 and 1,400 px and in both languages, what
a group wants to know, and each answer is held against what was planted.

    python3 Tests/bench/group.py --dossier .build/release/dossier --forge .build/release/dossier-forge --out out/group
"""

import argparse
import base64
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

AS_OF = "2026-11-22"
PLANTED, CLEAN, SPARE = 20, 145, 3
REGIONS = ["华南", "华东", "华北", "西南"]


def company_names(count):
    first = "云星天海山松竹梅兰清"
    second = "川河成达诚宁远安和丰"
    trades = ["科技", "贸易"]
    return [f"{a}{b}{trade}有限公司" for trade in trades for a in first for b in second][:count]


def build(arguments):
    """Makes the group; returns its folder and what is planted in it."""
    root = pathlib.Path(arguments.out).resolve()
    shutil.rmtree(root, ignore_errors=True)
    drawn = root / "drawn"
    if arguments.drawn:
        shutil.copytree(arguments.drawn, drawn)
    else:
        subprocess.run([arguments.forge, "draw", "plant", "--count", str(PLANTED), "--clean", str(CLEAN + SPARE),
                        "--seed", str(arguments.seed), "--output", drawn], check=True, stdout=subprocess.DEVNULL)
    group = root / "星河 集团"
    group.mkdir()
    planted = sorted(p for p in drawn.iterdir() if p.name.startswith("planted"))[:PLANTED]
    clean = sorted(p for p in drawn.iterdir() if p.name.startswith("clean"))
    spares, clean = clean[-SPARE:], clean[:-SPARE]
    names = company_names(len(planted) + len(clean) + 35)
    truth = {"planted": [], "damaged": [], "missing": []}
    for number, source in enumerate(planted + clean):
        target = group / names[number]
        shutil.copytree(source, target)
        (target / "truth.json").unlink(missing_ok=True)
        if number < PLANTED:
            truth["planted"].append(names[number])
    at = len(planted) + len(clean)
    damaged = [b"PK\x03\x04" + bytes(200), b"", b"7z\xbc\xaf\x27\x1c" + bytes(40), b"Rar!\x1a\x07\x00" + bytes(9), b"no archive"]
    for ending, content in zip(["zip", "zip", "7z", "rar", "zip"], damaged):
        (group / f"{names[at]}.{ending}").write_bytes(content)
        truth["damaged"].append(names[at])
        at += 1
    for number in range(30):
        if number % 3 == 0:
            (group / names[at]).mkdir()
        truth["missing"].append(names[at])
        at += 1
    with open(group / "名册.csv", "w", encoding="gb18030", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["集团所属企业材料报送名册"])
        rows.writerow(["序号", "文件夹", "区域", "联系人"])
        for number, name in enumerate(names):
            rows.writerow([number + 1, name, REGIONS[number % 4], "林知远"])
        rows.writerow(["合计", "", "200 家", ""])
    (group / "dossier.yaml").write_text("schema: dossier/project-v1\nroster: 名册.csv\nchannel: wecom\n", encoding="utf-8")
    return root, group, spares, truth


def check(arguments, group, output, *more):
    began = time.monotonic()
    run = subprocess.run([arguments.dossier, "check", group, "--as-of", AS_OF, "--output", output,
                          "--format", "text,json,csv,html,corrections,xlsx", *more], capture_output=True, text=True)
    if run.returncode != 1:
        sys.exit(f"check ended with {run.returncode}: {run.stderr[-800:]}")
    print(f"checked in {time.monotonic() - began:.0f} s{' (' + ' '.join(map(str, more)) + ')' if more else ''}")
    return json.load(open(output / "index.json"))


class Browser:
    """Chromium by the W3C's WebDriver protocol."""

    def __init__(self, width):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        for line in self.driver.stdout:
            if "successfully on port" in line:
                self.base = "http://127.0.0.1:" + line.split("port")[1].strip(" .\n")
                break
        options = {"args": ["--headless=new", "--no-sandbox", f"--window-size={width},1000"]}
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self.session = "/session/" + answer["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            return json.load(urllib.request.urlopen(request, timeout=60))["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()[:300])

    def open(self, path):
        self.ask("POST", self.session + "/url", {"url": path.as_uri()})

    def run(self, script):
        return self.ask("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def click(self, selector):
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def search(self, text):
        self.run("const s = document.getElementById('search'); s.value = " + json.dumps(text)
                 + "; s.dispatchEvent(new Event('input'))")

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.ask("GET", self.session + "/screenshot")))

    def close(self):
        self.ask("DELETE", self.session)
        self.driver.terminate()


ROWS = ("return [...document.querySelectorAll('.view:not(.away) tbody tr')].filter(r => r.checkVisibility())"
        ".map(r => r.innerText)")


def expectations(index, output, truth, dossier, group):
    """What the page must answer, from the files beside it."""
    problems = {}
    reports = [json.load(open(path)) for path in sorted(output.parent.glob("first/*/report.json"))]
    # What is only a note is nobody's problem.
    notes = {f["title"]["zh-CN"] for report in reports for f in report["findings"] if f["severity"] == "note"}
    for entry in index["submissions"]:
        report = json.load(open(output / entry["name"] / "report.json"))
        told = {f["title"]["zh-CN"] for f in report["findings"] if not f.get("waiver")}
        told |= {f["title"]["zh-CN"] for f in report.get("still_open", [])}
        for title in {"未交材料"} if entry["status"] == "undelivered" else told - notes:
            problems.setdefault(title, set()).add(entry["name"])
    expiry = subprocess.run([dossier, "expiry", group, "--within", "60d", "--as-of", AS_OF, "--format", "csv"],
                            capture_output=True, text=True)
    rows = list(csv.DictReader(expiry.stdout.lstrip("\ufeff").splitlines()))
    soon = [row for row in rows if row["days_left"] and 0 <= int(row["days_left"]) <= 60]
    return problems, soon


def ask(browser, locale, width, output, wanted, pictures):
    """Asks the five questions; returns what was wrong."""
    wrong = []

    def expect(right, what):
        if not right:
            wrong.append(f"{locale} {width}: {what}")

    browser.open(output / "index.html")
    browser.picture(pictures / f"{locale}-{width}-companies.png")
    browser.click("button[data-status=undelivered]")
    rows = browser.run(ROWS)
    expect(len(rows) == len(wanted["undelivered"]) and all(any(n in r for r in rows) for n in wanted["undelivered"]),
           f"{len(rows)} undelivered, {len(wanted['undelivered'])} planted")
    browser.picture(pictures / f"{locale}-{width}-undelivered.png")
    browser.click("button[data-status='']")
    browser.click("button[data-view=problems]")
    first = browser.run(ROWS)[0]
    most = max(len(names) for names in wanted["problems"].values())
    expect(str(most) in first.replace("\n", "\t").split("\t") or f"\n{most}{most}\n" in first,
           f"commonest problem {first[:60]!r}, {most} companies")
    browser.picture(pictures / f"{locale}-{width}-problems.png")
    browser.click("button[data-view=companies]")
    browser.search(wanted["seventeenth"])
    rows = browser.run(ROWS)
    link = browser.run("return [...document.querySelectorAll('table.index tbody tr')].filter(r => r.checkVisibility())"
                       "[0].querySelector('td a').getAttribute('href')")
    expect(len(rows) == 1 and (output / urllib.parse.unquote(link)).is_file(), f"company 17: {len(rows)} rows, {link}")
    browser.search("")
    browser.click("button[data-view=expiry]")
    rows = browser.run(ROWS)
    expect(all(any(item["company"] in r and item["expires_on"] in r for r in rows) for item in wanted["soon"]),
           f"{len(wanted['soon'])} run out within 60 days")
    browser.picture(pictures / f"{locale}-{width}-expiry.png")
    browser.click("button[data-view=changes]")
    text = browser.run("return document.querySelector('.view:not(.away)').innerText")
    for name in wanted["changed"]:
        expect(name in text, f"changes do not name {name}")
    browser.picture(pictures / f"{locale}-{width}-changes.png")
    for view in ["companies", "problems", "people", "findings", "expiry", "changes"]:
        browser.click(f"button[data-view={view}]")
        excess = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        expect(excess <= 0, f"{view} is {excess} px too wide")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--forge", required=True)
    parser.add_argument("--out", default="out/group")
    parser.add_argument("--drawn", help="submissions that were drawn before")
    parser.add_argument("--seed", type=int, default=2107)
    arguments = parser.parse_args()
    root, group, spares, truth = build(arguments)
    check(arguments, group, root / "first")
    # Two deliver, one mends what was wrong, one leaves the group.
    delivered = truth["missing"][:2]
    for name, spare in zip(delivered, spares):
        shutil.rmtree(group / name, ignore_errors=True)
        shutil.copytree(spare, group / name)
    mended, left = truth["planted"][0], truth["planted"][1]
    shutil.rmtree(group / mended)
    shutil.copytree(spares[2], group / mended)
    shutil.rmtree(group / left)
    roster = (group / "名册.csv").read_bytes().decode("gb18030").splitlines(keepends=True)
    (group / "名册.csv").write_bytes("".join(line for line in roster if left not in line).encode("gb18030"))
    wrong = []
    pictures = root / "pictures"
    pictures.mkdir()
    for locale in ["zh-CN", "en"]:
        output = root / locale
        index = check(arguments, group, output, "--baseline", root / "first", "--locale", locale)
        states = {entry["name"]: entry["status"] for entry in index["submissions"]}
        undelivered = set(truth["missing"]) - set(delivered) | set(truth["damaged"])
        if {name for name, state in states.items() if state == "undelivered"} != undelivered:
            wrong.append(f"{locale}: other companies are undelivered than those planted")
        found = sum(states[name] != "ready" for name in truth["planted"][2:])
        quiet = sum(states[name] == "ready" for name in states if name not in truth["planted"] and name not in undelivered)
        print(f"{locale}: {found} of {PLANTED - 2} planted are not ready, {quiet} others of {len(states) - len(undelivered) - PLANTED + 1} are")
        problems, soon = expectations(index, output, truth, arguments.dossier, group)
        wanted = {"undelivered": undelivered, "problems": problems, "soon": soon,
                  "seventeenth": truth["planted"][16], "changed": [left, mended]}
        for width in [400, 1400]:
            browser = Browser(width)
            try:
                wrong += ask(browser, locale, width, output, wanted, pictures)
            finally:
                browser.close()
    print("\n".join(wrong) or f"every question answered, at both widths and in both languages; pictures in {pictures}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
