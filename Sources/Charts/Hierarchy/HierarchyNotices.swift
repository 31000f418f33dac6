package import Model

extension Hierarchy {
  /// Whether something of the chart is not in it.
  package var hasLosses: Bool { defects.contains(where: \.isLoss) }

  /// Returns what of the chart as drawn is not in it.
  package func notices(file: String, page: Int?) -> [Notice] {
    defects.compactMap { defect in
      guard let code = defect.notice else { return nil }
      return Notice(
        file: file, page: page, stage: .extract, code: code,
        details: .only("what", DefectWords.words(for: defect.text)))
    }
  }
}

extension HierarchyDefect {
  /// Whether it says that something was not read, rather than that the chart is odd.
  var isLoss: Bool { notice == .chartPartUnread }

  /// The notice of what was left out; `nil` where all that is drawn was taken.
  fileprivate var notice: NoticeCode? {
    switch kind {
    case .unreadable, .tooLarge: .chartPartUnread
    case .cycle, .severalParents: .chartLinkLeftOut
    case .severalRoots, .orphan, .duplicateSiblings, .uncertainLink: nil
    }
  }
}
