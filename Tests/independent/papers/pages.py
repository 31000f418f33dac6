"""Papers as HTML, and Chromium that sets and prints them."""

import subprocess


def chinese(day):
    year, month, rest = day.split("-")
    return f"{year}年{month}月{rest}日"


def spread(word):
    """名　　称, as wide as five letters."""
    gap = {2: "&emsp;&emsp;&emsp;", 3: "&ensp;&emsp;", 4: "&nbsp;&thinsp;"}.get(len(word), "")
    return gap.join(word)


def rows(pairs):
    return "".join(f"<tr><td class=l>{spread(label)}</td><td>{value}</td></tr>" for label, value in pairs)


SEAL = """<svg width=150 height=150 style='position:absolute;right:90px;bottom:50px;opacity:.8'>
<circle cx=75 cy=75 r=70 fill=none stroke=#d8201f stroke-width=4 /><path id=p d='M 22 90 A 56 56 0 1 1 128 90' fill=none />
<text font-size=17 fill=#d8201f style='font-family:T'><textPath href=#p>{office}市场监督管理局</textPath></text>
<path d='M75 52 L81 70 L100 70 L85 81 L91 99 L75 88 L59 99 L65 81 L50 70 L69 70 Z' fill=#d8201f /></svg>"""

LICENSE = """body{{margin:0;width:{width}px;height:{height}px;position:relative;font-family:T;background:#fdfbf2}}
.frame{{position:absolute;inset:22px;border:6px double #b08d3c}}
h1{{text-align:center;font-size:50px;letter-spacing:22px;margin:60px 0 4px}} .copy{{text-align:center;font-size:20px}}
.code{{margin:8px 70px;font-size:16px}} table{{border-spacing:0 9px;font-size:17px}}
td{{vertical-align:top;line-height:1.55}} .l{{white-space:nowrap;padding-right:20px;color:#6b4d12;font-weight:bold}}
.two{{display:flex;margin:6px 70px;gap:40px}} .two table{{width:50%;align-self:start}} .one{{margin:10px 90px}}
.foot{{position:absolute;right:110px;bottom:80px;font-size:18px;text-align:center;line-height:1}}"""

CARD = """body{margin:0;width:856px;height:540px;font-family:T;position:relative;font-size:29px;
background:linear-gradient(120deg,#e6f1f4,#f6f3e4)} table{position:absolute;left:50px;top:40px;width:510px;
border-spacing:0 12px} td{vertical-align:top} .l,i{color:#2f6f9a;font-style:normal;font-size:24px;white-space:nowrap}
.n{position:absolute;left:50px;bottom:40px} .n b{margin-left:40px;letter-spacing:3px;font-weight:normal;font-size:32px}
.p{position:absolute;right:60px;top:70px;width:200px;height:250px;
background:radial-gradient(circle at 50% 38%,#caa98d 0 60px,#39404e 62px 110px,#dfe6ea 112px)}"""


def page(size, font, style, body):
    return (f"<!doctype html><meta charset=utf-8><style>@font-face{{font-family:T;src:url(file://{font})}}"
            f"@page{{size:{size[0]}px {size[1]}px;margin:0}}{style}</style><body>{body}"), size


def license_page(facts, dice, font):
    first = [("名称", facts["name"]), ("类型", facts["type"]), ("法定代表人", facts["legal_representative"])]
    second = [("注册资本", facts["capital"]), ("成立日期", chinese(facts["established_on"])), ("住所", facts["address"])]
    scope = [("经营范围", facts["scope"])]
    if dice.random() < 0.4:
        size = (794, 1123)
        middle = f"<table class=one>{rows(first + second + scope)}</table>"
    else:
        size = (1123, 794)
        middle = f"<div class=two><table>{rows(first + scope)}</table><table>{rows(second)}</table></div>"
    body = (f"<div class=frame></div><h1>营业执照</h1><div class=copy>（副&ensp;本）</div>"
            f"<div class=code>统一社会信用代码<br><b>{facts['credit_code']}</b></div>{middle}"
            f"<div class=foot>登记机关&emsp;&emsp;<br><br>{chinese(facts['issued_on'])}</div>"
            + SEAL.format(office=facts["address"][:3]))
    return page(size, font, LICENSE.format(width=size[0], height=size[1]), body)


def card_page(facts, font):
    year, month, day = facts["born_on"].split("-")
    lines = [("姓 名", facts["name"]), ("性 别", f"{facts['sex']}&emsp;<i>民 族</i>&ensp;{facts['ethnicity']}"),
             ("出 生", f"{year} <i>年</i> {int(month)} <i>月</i> {int(day)} <i>日</i>"), ("住 址", facts["address"])]
    body = "".join(f"<tr><td class=l>{label}</td><td>{value}</td></tr>" for label, value in lines)
    return page((856, 540), font, CARD,
                f"<table>{body}</table><div class=p></div><div class=n><i>公民身份号码</i><b>{facts['number']}</b></div>")


WORDS = ["仅供企业微信认证使用", "仅用于办理备案 他用无效", "此件仅供认证", "仅限开户使用，再次复印无效"]
COLOURS = ["rgba(110,110,110,.32)", "rgba(200,40,40,.28)", "rgba(40,80,200,.26)"]


def marked(content, size, dice):
    """The page with words laid all over it, as people do with copies that they hand out."""
    words, letter, turn = dice.choice(WORDS), dice.randint(18, 38), dice.choice([-45, -30, -20, 0, 25])
    across, down = letter * (len(words) + dice.randint(1, 5)), letter * dice.randint(3, 6)
    reach = size[0] + size[1]
    spans = "".join(f"<span style='position:absolute;left:{x}px;top:{y}px'>{words}</span>"
                    for x in range(-reach, reach, across) for y in range(-reach, reach, down))
    return (f"{content}<div style='position:absolute;inset:0;overflow:hidden'><div style='position:absolute;left:50%;"
            f"top:50%;white-space:nowrap;color:{dice.choice(COLOURS)};font-size:{letter}px;"
            f"transform:rotate({turn}deg)'>{spans}</div></div>")


def set_by_chromium(content, size, output):
    """As a picture of twice the size, or printed where the output is a PDF."""
    source = output.with_suffix(".html")
    source.write_text(content)
    how = ([f"--print-to-pdf={output}", "--no-pdf-header-footer"] if output.suffix == ".pdf" else
           [f"--screenshot={output}", f"--window-size={size[0]},{size[1] + 90}", "--force-device-scale-factor=2"])
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--allow-file-access-from-files", *how, f"file://{source.resolve()}"],
                   check=True, capture_output=True)
    source.unlink()
