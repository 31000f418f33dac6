"""Writes trees as office files with programs of others."""

import csv
import html

import openpyxl
import openpyxl.styles
import pptx
import pptx.enum.shapes
import pptx.util
import xlsxwriter

LEVELS = ["公司", "一级部门", "二级部门", "三级部门", "四级部门", "五级部门"]


def depths(tree):
    found = []
    for node in tree["nodes"]:
        found.append(found[node["parent"]] + 1 if "parent" in node else 0)
    return found


def path(tree, index):
    names = []
    while index is not None:
        names.append(tree["nodes"][index]["name"])
        index = tree["nodes"][index].get("parent")
    return names[::-1]


def label(node, separator):
    return separator.join([node["name"]] + ([node["person"]] if "person" in node else []))


def parent_rows(tree):
    yield ["序号", "部门名称", "上级部门", "负责人"]
    for number, node in enumerate(tree["nodes"], 1):
        above = tree["nodes"][node["parent"]]["name"] if "parent" in node else None
        yield [number, node["name"], above, node.get("person")]


# Workbooks


def openpyxl_books(trees, folder):
    folder.mkdir(parents=True)
    entries = []
    for key, tree in trees.items():
        for format, fill in [("xlsx-parents", fill_parents), ("xlsx-levels", fill_levels),
                             ("xlsx-indented", fill_indented)]:
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.title = "组织架构"
            fill(sheet, tree)
            name = f"{key}-{format}.xlsx"
            book.save(folder / name)
            entries.append({"file": name, "format": format, "tree": tree})
    return folder, entries


def fill_parents(sheet, tree):
    """A title over the table, as people write it."""
    sheet.append(["组织架构一览表"])
    sheet.merge_cells("A1:D1")
    for row in parent_rows(tree):
        sheet.append(row)
    for cell in sheet[2]:
        cell.font = openpyxl.styles.Font(bold=True)
    sheet.freeze_panes = "A3"


def fill_levels(sheet, tree):
    """A column a level, each subtree's name merged over its rows."""
    deep = depths(tree)
    levels = max(deep) + 1
    sheet.append(LEVELS[:levels] + ["负责人"])
    for index, node in enumerate(tree["nodes"]):
        row = index + 2
        sheet.cell(row, deep[index] + 1, node["name"])
        sheet.cell(row, levels + 1, node.get("person"))
        last = index
        while last + 1 < len(deep) and deep[last + 1] > deep[index]:
            last += 1
        if last > index:
            sheet.merge_cells(start_row=row, end_row=last + 2, start_column=deep[index] + 1,
                              end_column=deep[index] + 1)


def fill_indented(sheet, tree):
    """One column, levels by the cells' own indentation where it is nought to start with: by columns."""
    for node, depth in zip(tree["nodes"], depths(tree)):
        sheet.append([None] * depth + [label(node, " ")])


def xlsxwriter_books(trees, folder):
    folder.mkdir(parents=True)
    entries = []
    for key, tree in trees.items():
        name = f"{key}-xlsx-parents.xlsx"
        # Texts in the cells themselves, not in a shared table.
        book = xlsxwriter.Workbook(folder / name, {"constant_memory": True})
        sheet = book.add_worksheet("部门")
        for row, cells in enumerate(parent_rows(tree)):
            sheet.write_row(row, 0, cells)
        book.close()
        entries.append({"file": name, "format": "xlsx-parents", "tree": tree})
    return folder, entries


# Slides


def places(tree):
    """Left, top, width, height of each box in points: a row a node, a column a level.

    As wide as the longest name: what reaches out of its box is white on white, which nobody can read.
    """
    longest = max(len(node["name"]) for node in tree["nodes"])
    width = max(150, 10 * longest + 30)
    return [(20 + (width + 40) * depth, 20 + 34 * index, width, 26)
            for index, depth in enumerate(depths(tree))]


def slides(trees, folder, convert):
    """As they are, and as LibreOffice prints them."""
    folder.mkdir(parents=True)
    entries = []
    files = []
    for key, tree in trees.items():
        for format, is_glued, is_grouped in [
            ("pptx-glued", True, False), ("pptx-loose", False, False), ("pptx-loose", False, True)
        ]:
            show = pptx.Presentation()
            right = max(x + width for x, _, width, _ in places(tree))
            show.slide_width = pptx.util.Pt(max(1100, right + 40))
            show.slide_height = pptx.util.Pt(60 + 34 * len(tree["nodes"]))
            slide = show.slides.add_slide(show.slide_layouts[5])
            title = slide.shapes.title
            title.left, title.top = pptx.util.Pt(700), pptx.util.Pt(5)
            title.width, title.height = pptx.util.Pt(380), pptx.util.Pt(30)
            title.text = "公司组织架构图"
            title.text_frame.paragraphs[0].font.size = pptx.util.Pt(16)
            draw(slide.shapes, tree, is_glued, is_grouped)
            name = f"{key}-{format}{'-grouped' if is_grouped else ''}.pptx"
            show.save(folder / name)
            entries.append({"file": name, "format": format, "tree": tree})
            entries.append({"file": name.replace(".pptx", ".pdf"), "format": "pdf", "tree": tree})
            files.append(folder / name)
    convert(files, "pdf", folder)
    return folder, entries


def draw(shapes, tree, is_glued, is_grouped):
    point = pptx.util.Pt
    kinds = pptx.enum.shapes
    target = shapes.add_group_shape().shapes if is_grouped else shapes
    boxes = []
    for node, (x, y, width, height) in zip(tree["nodes"], places(tree)):
        box = target.add_shape(
            kinds.MSO_SHAPE.ROUNDED_RECTANGLE, point(x), point(y), point(width), point(height))
        frame = box.text_frame
        frame.word_wrap = False
        frame.text = node["name"]
        if "person" in node:
            frame.add_paragraph().text = node["person"]
        for paragraph in frame.paragraphs:
            paragraph.font.size = point(9)
        boxes.append(box)
    for index, node in enumerate(tree["nodes"]):
        if "parent" not in node:
            continue
        above, below = places(tree)[node["parent"]], places(tree)[index]
        # From the side of the one above to the left of the one below.
        start = (above[0] + above[2], above[1] + above[3] / 2)
        end = (below[0], below[1] + below[3] / 2)
        middle = below[0] - 20
        if is_glued:
            line = target.add_connector(kinds.MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
            line.begin_connect(boxes[node["parent"]], 3)
            line.end_connect(boxes[index], 1)
        else:
            corners = [start, (middle, start[1]), (middle, end[1]), end]
            for (x1, y1), (x2, y2) in zip(corners, corners[1:]):
                target.add_connector(
                    kinds.MSO_CONNECTOR.STRAIGHT, point(x1), point(y1), point(x2), point(y2))


# Texts


def texts(trees, folder):
    folder.mkdir(parents=True)
    entries = []
    for key, tree in trees.items():
        for encoding, delimiter in [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t")]:
            name = f"{key}-{encoding}.csv"
            with open(folder / name, "w", encoding=encoding, newline="") as file:
                csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
                    parent_rows(tree))
            entries.append({"file": name, "format": "csv-parents", "tree": tree})
    return folder, entries


# Flat OpenDocument, which LibreOffice turns into what others read

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{value}:1.0"' for name, value in [
    ("office", "office"), ("draw", "drawing"), ("text", "text"), ("svg", "svg-compatible"),
    ("style", "style"), ("presentation", "presentation"), ("fo", "xsl-fo-compatible")])


def opendocument(trees, folder, convert):
    folder.mkdir(parents=True)
    entries = []
    for kind, body, ending, target, format in [
        ("presentation", slide_body, "fodp", "pptx", "pptx-glued"),
        ("text", text_body, "fodt", "docx", "docx-smartart"),
    ]:
        files = []
        for key, tree in trees.items():
            file = folder / f"{key}-{kind}.{ending}"
            file.write_text(document(kind, body(tree)))
            files.append(file)
            entries.append({"file": f"{key}-{kind}.{target}", "format": format, "tree": tree})
        convert(files, target, folder)
    return folder, entries


def document(kind, body):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        '<office:automatic-styles><style:page-layout style:name="PM1"><style:page-layout-properties '
        'fo:page-width="2400pt" fo:page-height="2200pt" fo:margin="0pt"/></style:page-layout>'
        '<style:style style:name="box" style:family="graphic"><style:graphic-properties '
        'draw:stroke="solid" draw:fill="none" draw:auto-grow-height="false" '
        'draw:auto-grow-width="false" fo:padding="0pt"/>'
        '<style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>'
        '<style:style style:name="line" style:family="graphic"><style:graphic-properties '
        'draw:stroke="solid" draw:fill="none"/></style:style></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="M" style:page-layout-name="PM1"/>'
        f'</office:master-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>'
        '</office:document>')


def shapes_markup(tree, anchor):
    parts = []
    for index, (node, (x, y, width, height)) in enumerate(zip(tree["nodes"], places(tree))):
        lines = [node["name"]] + ([node["person"]] if "person" in node else [])
        paragraphs = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
        parts.append(
            f'<draw:custom-shape {anchor} draw:style-name="box" draw:z-index="{index}" '
            f'draw:id="b{index}" xml:id="b{index}" '
            f'svg:x="{x}pt" svg:y="{y}pt" svg:width="{width}pt" svg:height="{height}pt">{paragraphs}'
            '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" '
            'draw:glue-points="10800 0 0 10800 10800 21600 21600 10800" '
            'draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>')
    return parts


def slide_body(tree):
    """Connectors that know what they join."""
    parts = shapes_markup(tree, 'draw:layer="layout"')
    boxes = places(tree)
    for index, node in enumerate(tree["nodes"]):
        if "parent" in node:
            above, below = boxes[node["parent"]], boxes[index]
            parts.append(
                '<draw:connector draw:layer="layout" draw:style-name="line" draw:type="standard" '
                f'draw:start-shape="b{node["parent"]}" draw:start-glue-point="7" '
                f'draw:end-shape="b{index}" draw:end-glue-point="5" '
                f'svg:x1="{above[0] + above[2]}pt" svg:y1="{above[1] + above[3] / 2}pt" '
                f'svg:x2="{below[0]}pt" svg:y2="{below[1] + below[3] / 2}pt"/>')
    return f'<draw:page draw:name="p1" draw:master-page-name="M">{"".join(parts)}</draw:page>'


def text_body(tree):
    """Lines alone: a text document's shapes are not glued."""
    parts = shapes_markup(tree, 'text:anchor-type="paragraph"')
    boxes = places(tree)
    for index, node in enumerate(tree["nodes"]):
        if "parent" in node:
            above, below = boxes[node["parent"]], boxes[index]
            start = (above[0] + above[2], above[1] + above[3] / 2)
            end = (below[0], below[1] + below[3] / 2)
            middle = below[0] - 20
            corners = [start, (middle, start[1]), (middle, end[1]), end]
            for (x1, y1), (x2, y2) in zip(corners, corners[1:]):
                parts.append(
                    '<draw:line text:anchor-type="paragraph" draw:style-name="line" '
                    f'svg:x1="{x1}pt" svg:y1="{y1}pt" svg:x2="{x2}pt" svg:y2="{y2}pt"/>')
    return f'<text:p>{"".join(parts)}</text:p>'
