import Foundation
import Testing

/// Rosters through the whole program: a GBK text, and a workbook by way of a worker.
@Suite struct RosterRunTests {
  private static let maker = """
    import os, sys, zipfile
    os.chdir(sys.argv[1])
    for name in ['甲', '乙']:
        os.makedirs('batch/' + name); open('batch/' + name + '/说明.txt', 'w').write(name)
    open('名册.csv', 'wb').write('文件夹;渠道;运营者手机\\r\\n甲;wecom;13900000001\\r\\n乙;wecom;13900000001\\r\\n'.encode('gbk'))
    def cell(ref, text): return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (ref, text)
    rows = [['folder', 'channel', 'company.credit_code'], ['甲', 'wecom', '91440300MA5EXAMPLE']]
    xml = ''.join('<row r="%d">%s</row>' % (n, ''.join(cell('ABC'[i] + str(n), t) for i, t in enumerate(r)))
                  for n, r in enumerate(rows, 1))
    xml += '<row r="3">' + cell('A3', '乙') + '<c r="C3"><v>9.1440300123456794E+17</v></c></row>'
    space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    with zipfile.ZipFile('r.xlsx', 'w') as z:
        z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        z.writestr('xl/workbook.xml', '<workbook xmlns="%s"><sheets><sheet name="1" sheetId="1"/></sheets></workbook>' % space)
        z.writestr('xl/worksheets/sheet1.xml', '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, xml))
    """

  private func run(_ folder: TemporaryFolder, roster: String) throws -> Program {
    try Program.run([
      "check", folder.path + "/batch", "--roster", folder.path + "/" + roster, "--output",
      folder.path + "/out", "--as-of", "2026-11-22", "--format", "json", "--locale", "en",
    ])
  }

  @Test func textsAndWorkbooksDeclareForTheirFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.maker, to: "make.py")
    try folder.run("python3", "make.py", folder.path)
    _ = try run(folder, roster: "名册.csv")
    let first = try JSON(folder.text(of: "out/甲/report.json"))
    let facts = first["facts"].items
    #expect(facts.contains { $0["key"].text == "declared.channel" && $0["value"].text == "wecom" })
    // Phones are personal: what is shared is said by the other's name, and nothing else.
    #expect(!(try folder.text(of: "out/甲/report.json")).contains("13900000001"))
    let shared = facts.first { $0["key"].text == "batch.same_phone" }
    #expect(shared?["value"].items.count == 1)

    let book = try run(folder, roster: "r.xlsx")
    #expect(book.status == 1, "\(book.errors)")
    let second = try JSON(folder.text(of: "out/甲/report.json"))
    #expect(
      second["facts"].items.contains { $0["value"].text == "91440300MA5EXAMPLE" })
    let other = try JSON(folder.text(of: "out/乙/report.json"))
    #expect(other["notices"].items.contains { $0["code"].text == "roster_number_damaged" })
  }

  @Test(arguments: [("r.txt", "企业名称\n甲\n"), ("r.csv", "\u{0}\u{1}\u{2}"), ("none.csv", "")])
  func aRosterOfNoUseEndsTheCommand(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "batch/甲/a.txt")
    if !text.isEmpty { try folder.write(text, to: name) }
    let run = try run(folder, roster: name)
    #expect(run.status == 2 && run.errors.contains("cannot use the roster"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }
}
