import Foundation
import Model
import Testing

@testable import Report

/// The pages in a browser: what they do, and that they ask for nothing.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: Browser.isInstalled, "needs chromium, chromedriver and curl in /usr/bin"))
struct BrowserTests {
  /// A folder with the pages, removed at the end.
  private final class Pages {
    let path: String

    init(_ files: [String: String]) throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("dossier-pages-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.path
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  static func inBrowser(
    _ files: [String: String], width: Int = 1600, _ body: (Browser, String) throws -> Void
  ) throws {
    let pages = try Pages(files)
    let browser = try Browser(width: width)
    do {
      try body(browser, pages.path)
      for request in try browser.requests() {
        #expect(request.hasPrefix("file://" + pages.path) || request.hasPrefix("data:"))
      }
      #expect(try browser.complaints() == [])
    } catch {
      try browser.close()
      throw error
    }
    try browser.close()
  }

  /// 300 submissions: 200 blocked, 100 ready.
  private static func index() throws -> String {
    var page = IndexPage(options: Specimen.options())
    for number in 0..<300 {
      var report = try number % 3 == 0 ? Specimen.readyReport() : Specimen.report()
      report.name = "company-\(number)"
      _ = page.piece(of: Specimen.masked(report), at: number)
    }
    return String(
      decoding: try page.closing(
        RunSummary(asOf: Specimen.date("2026-11-22"), notices: [])), as: UTF8.self)
  }

  @Test func theIndexFiltersSearchesAndSorts() throws {
    try Self.inBrowser(["index.html": Self.index()]) { browser, folder in
      try browser.open(folder + "/index.html")
      let visible =
        "return [...document.querySelectorAll('tbody tr')].filter(r => r.checkVisibility()).length"
      #expect(try browser.number(visible) == 300)

      try browser.click("button[data-status=ready]")
      #expect(try browser.number(visible) == 100)
      try browser.type("company-2", into: "#search")
      // 2 mod 3 is not 0; of 20...29 and 200...299 those that 3 divides are ready.
      #expect(try browser.number(visible) == (20...29).count { $0 % 3 == 0 } + 33)
      let said = try browser.run("return document.getElementById('shown').textContent")
      #expect(said as? String == "显示 36 / 300")
      try browser.click("button[data-status='']")
      #expect(try browser.number(visible) == 111)

      try browser.type("\u{E003}\u{E003}", into: "#search")
      let first = "return document.querySelector('tbody tr a').textContent"
      // By the keyboard, as a person without a mouse would.
      try browser.type("\u{E007}", into: "th[aria-sort]:nth-child(3) button")
      #expect(try browser.run(first) as? String == "company-0")
      try browser.type("\u{E007}", into: "th[aria-sort]:nth-child(3) button")
      #expect(try browser.run(first) as? String == "company-1")
      let sort = "return document.querySelectorAll('th[aria-sort=descending]').length"
      #expect(try browser.number(sort) == 1)
    }
  }

  /// A grey pixel, as a drawn page.
  private static let pixel = """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcp\
    LDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgED\
    AwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RF\
    RkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJ\
    ytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z
    """

  static func pictured() throws -> String {
    let report = try Specimen.report()
    let plan = PagePlan(Specimen.masked(report))
    let drawings = plan.drawings.flatMap(\.drawings)
    let page = DrawnPage(width: 1600, height: 1131, jpeg: pixel)
    return try HTMLReport.text(
      of: report, pictures: Dictionary(uniqueKeysWithValues: drawings.map { ($0, page) }),
      options: Specimen.options())
  }

  @Test func aClickShowsTheWholePage() throws {
    try Self.inBrowser(["report.html": Self.pictured()]) { browser, folder in
      try browser.open(folder + "/report.html")
      let open = "return document.querySelectorAll(':popover-open').length"
      #expect(try browser.number("return document.querySelectorAll('.crop').length") == 3)
      #expect(try browser.number(open) == 0)
      try browser.click(".crop")
      #expect(try browser.number(open) == 1)
      let isDrawn = """
        const page = document.querySelector(':popover-open svg').getBoundingClientRect();
        const box = document.querySelector(':popover-open .box').getBoundingClientRect();
        return page.width > 300 && box.width > 10 && box.left >= page.left && box.right <= page.right
        """
      #expect(try browser.run(isDrawn) as? Bool == true)
      // Escape, and Enter on the crop.
      try browser.type("\u{E00C}", into: ":popover-open button")
      #expect(try browser.number(open) == 0)
      try browser.type("\u{E007}", into: ".crop")
      #expect(try browser.number(open) == 1)
      // Links of the list lead to what they name.
      let broken = """
        return [...document.querySelectorAll('a[href^="#"], use')]
          .filter(a => !document.querySelector(a.getAttribute('href'))).length
        """
      #expect(try browser.number(broken) == 0)
    }
  }

  @Test(arguments: [360, 1600])
  func nothingIsWiderThanTheWindow(width: Int) throws {
    let long = String(repeating: "很长的名字", count: 2000)
    var report = try HostileTextTests.report()
    report.judgement.findings[0].title = LocalizedText(long, long)
    report.extractions[1].file = long + ".jpg"
    let options = Specimen.options()
    var index = IndexPage(options: options)
    let files = [
      "plain.html": try Self.pictured(),
      "report.html": try HTMLReport.text(of: report, pictures: [:], options: options),
      "corrections.html": try CorrectionsPage.text(of: report, options: options),
      "index.html": try index.text(
        of: [report, Specimen.report()].map(Specimen.masked),
        RunSummary(asOf: report.asOf, notices: [])),
    ]
    try Self.inBrowser(files, width: width) { browser, folder in
      for name in files.keys.sorted() {
        try browser.open(folder + "/" + name)
        let excess = """
          document.querySelectorAll('details').forEach(d => { d.open = true });
          return document.documentElement.scrollWidth - document.documentElement.clientWidth
          """
        let own = "return document.documentElement.clientWidth"
        #expect(try browser.number(own).map { abs($0 - width) <= 20 } == true)
        let wide = """
          const limit = document.documentElement.clientWidth
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > limit + 1 && !e.closest('.scroll, .sr'))
            .slice(0, 4).map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40)).join('; ')
          """
        if try browser.number(excess) != 0 {
          Issue.record("\(name): \(try browser.run(wide) as? String ?? "")")
        }
      }
    }
  }

  @Test func hostileTextsStayTexts() throws {
    let report = try HostileTextTests.report(
      "\"'\u{301}><img src=x onerror=alert(1)><script>document.title='acted'</script>{{name}}\u{202E}"
    )
    let options = Specimen.options()
    var index = IndexPage(options: options)
    let files = [
      "report.html": try HTMLReport.text(of: report, pictures: [:], options: options),
      "corrections.html": try CorrectionsPage.text(of: report, options: options),
      "index.html": try index.text(
        of: [Specimen.masked(report)], RunSummary(asOf: report.asOf, notices: [])),
    ]
    try Self.inBrowser(files) { browser, folder in
      for name in files.keys.sorted() {
        try browser.open(folder + "/" + name)
        let scripts = try browser.number("return document.scripts.length")
        #expect(scripts == (name == "index.html" ? 1 : 0))
        #expect(try browser.number("return document.images.length") == 0)
        let handlers = "return document.querySelectorAll('[onerror], [src], [style]').length"
        #expect(try browser.number(handlers) == 0)
        #expect(try browser.run("return document.title") as? String != "acted")
        let text = try browser.run("return document.body.textContent") as? String
        #expect(text?.contains("<script>document.title") == true)
        #expect(text?.contains("\u{202E}") == false)
      }
    }
  }
}
