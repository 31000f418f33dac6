package import Model

/// `report.html`: what to do, each finding with its evidence and picture, and what was read; one file that
/// needs nothing else.
package enum HTMLReport {
  /// - Parameter pictures: The drawings of ``PagePlan`` that could be made.
  package static func text(
    of report: SubmissionReport, pictures: [PageDrawing: DrawnPage], options: ReportOptions
  ) throws -> String {
    let masked = MaskedReport(report, options: options)
    let pages = DrawnPages(plan: PagePlan(masked), drawn: pictures)
    return try text(of: masked, pages).string
  }

  static func text(of masked: MaskedReport, _ pages: DrawnPages) throws -> ReportText {
    try HTMLTemplate.report.text(ReportPage(ReportContext(masked, pages)))
  }
}

/// The model of `report.mustache`.
private struct ReportPage {
  let page: HTMLPage
  let title: String
  let name: String
  let company: String?
  let indexLink: String
  let tone: String
  let status: String
  let advice: String
  let isDrafted: Bool
  let drafted: String
  let counts: [Count]
  let groups: [TodoGroup]
  let sections: [ReportSection]
  let origin: String
  let hasStock: Bool
  let stock: [StockPicture]
  let words: Words

  struct Count {
    let label: String
    let count: Int
  }

  struct StockPicture {
    let id: String
    let width: Int
    let height: Int
    let jpeg: String
  }

  struct Words {
    let skip: String
    let index: String
    let corrections: String
    let todo: String
    let nothing: String
  }

  init(_ context: ReportContext) throws {
    let report = context.report
    let locale = context.locale
    page = HTMLPage(locale)
    name = report.name
    company = report.companyName
    title = "\(Phrase.status(report.status)[locale]) · \(report.name)"
    let depth = report.name.split(separator: "/").count
    indexLink = String(repeating: "../", count: max(1, depth)) + "index.html"
    tone = report.status.tone
    status = Phrase.status(report.status)[locale]
    isDrafted = report.factSet.isDrafted
    drafted = Phrase.drafted[locale]
    let verdicts = context.masked.counts
    counts = Verdict.allCases.filter { verdicts[$0] > 0 }
      .map { Count(label: Phrase.verdict($0)[locale], count: verdicts[$0]) }
    groups = TodoGroup.all(context.masked)
    advice = Self.advice(context, count: groups.reduce(0) { $0 + $1.items.count })
    sections = try ReportSection.all.compactMap { try $0(context) }
    let tool = report.tool
    origin = context.pick(
      "核对日期 \(report.asOf.iso) · dossier \(tool.version) · 规则 \(tool.rulesDigest)",
      "as of \(report.asOf.iso) · dossier \(tool.version) · rules \(tool.rulesDigest)")
    stock = context.plan.order.compactMap { page in
      context.picture(of: page).map {
        StockPicture(
          id: $0.symbol, width: $0.drawn.width, height: $0.drawn.height, jpeg: $0.drawn.jpeg)
      }
    }
    hasStock = !stock.isEmpty
    words = Words(
      skip: context.pick("跳到问题清单", "Skip to the findings"),
      index: context.pick("全部提交", "All submissions"),
      corrections: context.pick("更正清单（可打印、转发）", "Correction list (to print or send on)"),
      todo: context.pick("先做这些", "What to do first"),
      nothing: context.pick("没有需要处理的内容。", "There is nothing to do."))
  }

  private static func advice(_ context: ReportContext, count: Int) -> String {
    switch context.report.status {
    case .blocked:
      context.pick(
        "按现状提交会被驳回。请先处理下面 \(count) 项，改好后重新检查，再提交。",
        "Submitted as it is, this would be rejected. Do the \(count) things below, check again, then submit."
      )
    case .review:
      context.pick(
        "没有发现必然被驳回的问题，但有 \(count) 项需要人工核对。确认无误后可以提交。",
        "Nothing here is certain to be rejected, but a person must look at \(count == 1 ? "one thing" : "\(count) things"). Submit once they are settled."
      )
    case .ready:
      count == 0
        ? context.pick("没有发现问题，可以提交。", "Nothing was found; it can be submitted.")
        : context.pick(
          "可以提交；下面 \(count) 项是提示，改进后更稳妥。",
          "It can be submitted; the \(count) things below would make it safer.")
    }
  }
}

extension ReportPage.Count: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "label": .text(label)
    case "count": .number(count)
    default: nil
    }
  }
}

extension ReportPage.StockPicture: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "id": .text(id)
    case "width": .number(width)
    case "height": .number(height)
    case "jpeg": .text(jpeg)
    default: nil
    }
  }
}

extension ReportPage.Words: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "skip": .text(skip)
    case "index": .text(index)
    case "corrections": .text(corrections)
    case "todo": .text(todo)
    case "nothing": .text(nothing)
    default: nil
    }
  }
}

extension ReportPage: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "page": .model(page)
    case "title": .text(title)
    case "name": .text(name)
    case "company": .optional(company)
    case "indexLink": .text(indexLink)
    case "tone": .text(tone)
    case "status": .text(status)
    case "advice": .text(advice)
    case "isDrafted": .flag(isDrafted)
    case "drafted": .text(drafted)
    case "counts": .list(counts)
    case "groups": .list(groups)
    case "sections": .list(sections)
    case "origin": .text(origin)
    case "hasStock": .flag(hasStock)
    case "stock": .list(stock)
    case "words": .model(words)
    default: nil
    }
  }
}
