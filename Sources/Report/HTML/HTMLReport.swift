package import Model

/// `report.html` shows what to do, each finding with its evidence and picture, and what was read, in one file
/// that needs nothing else.
package enum HTMLReport {
  /// - Parameter pictures: The drawings of ``PagePlan`` that could be made.
  package static func text(
    of report: SubmissionReport, pictures: [PageDrawing: DrawnPage], options: ReportOptions
  ) throws -> String {
    let masked = MaskedReport(report, options: options)
    let pages = DrawnPages(plan: PagePlan(masked), drawn: pictures)
    return try text(of: masked, pages).string
  }

  /// What the kernel lacks of what shuts readers in.
  private static func walls(_ tool: ToolIdentity, _ locale: ReportLocale) -> String {
    guard !tool.sandboxLacks.isEmpty else { return "" }
    let names = tool.sandboxLacks.joined(separator: ", ")
    return locale.text(
      " · 内核没有 \(names)，读取进程未完全隔离", " · readers not shut in: the kernel has no \(names)")
  }

  static func text(of masked: MaskedReport, _ pages: DrawnPages) throws -> ReportText {
    let context = ReportContext(masked, pages)
    let (report, locale, counts) = (masked.report, masked.locale, masked.counts)
    let groups = TodoGroup.all(masked)
    let status = Phrase.status(report.status)[locale]
    let depth = report.name.split(separator: "/").count
    let tool = report.tool
    return try HTMLTemplate.report.text(
      [
        "page": HTMLPage.plain, "title": "\(status) · \(report.name)", "name": .text(report.name),
        "company": .optional(report.companyName.map(masked.masking.withoutNumbers)),
        "indexLink": "\(String(repeating: "../", count: max(1, depth)))index.html",
        "tone": .text(report.status.tone), "status": .text(status),
        "advice": .text(advice(context, count: groups.reduce(0) { $0 + $1.items.count })),
        "drafted": report.factSet.isDrafted ? .text(Phrase.drafted[locale]) : .absent,
        "counts": .list(Verdict.allCases.filter { counts[$0] > 0 }) { verdict in
          ["label": .text(Phrase.verdict(verdict)[locale]), "count": .number(counts[verdict])]
        },
        "groups": .list(groups, \.model),
        "sections": .list(try ReportSection.all.compactMap { try $0(context)?.model }),
        "origin": .text(
          locale.text(
            "核对日期 \(report.asOf.iso) · dossier \(tool.version) · 规则 \(tool.rulesDigest) · 识别精度 \(tool.precision)",
            "as of \(report.asOf.iso) · dossier \(tool.version) · rules \(tool.rulesDigest) · precision \(tool.precision)"
          ) + walls(tool, locale)),
        "stock": .list(pages.plan.order.compactMap(context.picture)) { symbol, drawn in
          [
            "id": .text(symbol), "width": .number(drawn.width), "height": .number(drawn.height),
            "jpeg": .text(drawn.jpeg),
          ]
        },
      ], locale)
  }

  private static func advice(_ context: ReportContext, count: Int) -> String {
    switch context.report.status {
    case .undelivered:
      context.pick(
        "没有可以核对的材料：没有交、目录是空的，或者文件都打不开。原因见下；交来能打开的材料后重新检查。",
        "There is nothing to check: nothing was delivered, the folder is empty, or no file could be opened. The reason is below; check again once there are files that open."
      )
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
