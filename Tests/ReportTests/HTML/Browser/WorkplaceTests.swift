import Foundation
import Model
import Testing

@testable import Report

/// The index as somebody uses it who has a group to look after.
extension BrowserTests {
  /// 40 companies: half of them blocked, a quarter ready, a quarter not delivered; one left since the last run.
  private static func workplace(_ locale: ReportLocale) throws -> String {
    let options = Specimen.options(locale)
    var page = IndexPage(options: options)
    let blocked = try Specimen.report()
    let masking = Masking(blocked, options: options)
    let known = blocked.judgement.findings.first.map {
      Baseline.Entry(
        fingerprint: Fingerprint.hex(of: $0, in: blocked, masking), rule: $0.rule, title: $0.title)
    }
    let gone = Baseline.Entry(
      fingerprint: "gone", rule: "LIC-USCC-002", title: LocalizedText("代码有效", "The code is valid"))
    var earlier: [String: [Baseline.Entry]] = ["company-left": [gone]]
    for number in 0..<40 {
      earlier["company-\(number)"] = [gone] + [known].compactMap(\.self)
    }
    let baseline = Baseline(entries: earlier)
    for number in 0..<40 {
      var report = try number % 2 == 0 ? Specimen.report() : Specimen.readyReport()
      report.name = "company-\(number)"
      report.labels = [SubmissionLabel(title: "人数", value: String(number * 30))]
      if number % 4 == 3 {
        report.undelivered = Notice(file: "", stage: .ingest, code: .nothingDelivered)
      }
      let compared = baseline.new(in: report, options: options)
      _ = page.piece(of: MaskedReport(compared, options: options), at: number)
    }
    var run = RunSummary(asOf: try Specimen.date("2026-11-22"), notices: [])
    run.earlier = baseline.submissions
    run.earlierStatuses = ["company-3": .ready, "company-5": .ready, "company-9": .blocked]
    return String(decoding: try page.closing(run), as: UTF8.self)
  }

  @Test(arguments: ReportLocale.allCases, [400, 1400])
  func theIndexAnswersAGroupsQuestions(locale: ReportLocale, width: Int) throws {
    try Self.inBrowser(["index.html": Self.workplace(locale)], width: width) {
      browser, folder in
      try browser.open(folder + "/index.html")
      let rows =
        "return [...document.querySelectorAll('tbody tr')].filter(r => r.checkVisibility()).length"
      let text = "return document.querySelector('.view:not(.away)').textContent"
      func visible() throws -> String { try browser.run(text) as? String ?? "" }

      // Who has not delivered?
      try browser.click("button[data-status=undelivered]")
      #expect(try browser.number(rows) == 10)
      try browser.click("button[data-status='']")
      // What is commonest, and who has it?
      try browser.click("button[data-view=problems]")
      let first = "return document.querySelector('#view-problems tbody tr').textContent"
      #expect((try browser.run(first) as? String)?.contains("20") == true)
      // Whoever looks for a problem finds the companies that have it.
      try browser.click("button[data-view=companies]")
      try browser.type("ID-NUM-003", into: "#search")
      #expect(try browser.number(rows) == 20)
      _ = try browser.run(
        "const s = document.getElementById('search'); s.value = ''; s.dispatchEvent(new Event('input'))"
      )
      // A state is asked for in every view.
      try browser.click("button[data-status=blocked]")
      let counts: [(String, Int?)] = [
        ("problems", nil), ("findings", nil), ("people", nil), ("companies", 20),
      ]
      for (view, count) in counts {
        try browser.click("button[data-view=\(view)]")
        let number = try #require(try browser.number(rows))
        #expect(number > 0 && (count == nil || number == count), "\(view)")
      }
      try browser.click("button[data-status=ready]")
      try browser.click("button[data-view=problems]")
      #expect(try browser.number(rows) == 0)
      try browser.click("button[data-status='']")
      // Numbers are sorted as numbers, in a column of the roster, too.
      try browser.click("button[data-view=companies]")
      let last = "return [...document.querySelectorAll('table.index tbody tr')].pop().dataset.name"
      let titles =
        "return [...document.querySelectorAll('table.index th button')].map(b => b.textContent)"
      #expect((try browser.run(titles) as? [String])?.contains("人数") == true)
      let sort =
        "[...document.querySelectorAll('table.index th button')].find(b => b.textContent === '人数').click()"
      _ = try browser.run(sort)
      #expect(try browser.run(last) as? String == "company-39")
      // What is company 17 to do, and what is sent to it?
      let link =
        "return document.querySelector('tr[data-name=company-16] td a').getAttribute('href')"
      #expect(try browser.run(link) as? String == "company-16/corrections.html")
      // What changed?
      try browser.click("button[data-view=changes]")
      #expect(try visible().contains("company-left"))
      // Whose status changed: of the three one is ready as before, one delivers no longer, one is ready now.
      let changed = "return document.querySelector('#view-changes tbody').textContent"
      let words = try browser.run(changed) as? String ?? ""
      #expect(words.contains("company-3") && words.contains("company-9"))
      #expect(!words.contains("company-5") && words.contains(Phrase.status(.undelivered)[locale]))
      #expect(try visible().contains(locale.text("代码有效", "The code is valid")))
      try browser.click("button[data-view=people]")
      #expect(try visible().contains(CorrectionOwner.subsidiary.heading[locale]))
      try browser.click("button[data-view=expiry]")
      #expect(!(try visible().isEmpty))
      // Nothing is wider than the window.
      let excess =
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
      for view in ["companies", "problems", "people", "findings", "expiry", "changes"] {
        try browser.click("button[data-view=\(view)]")
        #expect(try browser.number(excess) == 0, "\(view)")
      }
    }
  }
}
