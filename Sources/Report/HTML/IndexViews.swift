internal import Model

/// The parts of the index, each a way to look at the same submissions.
struct IndexViews {
  let entries: [GroupEntry]
  /// `nil` where the run is compared with none.
  let change: GroupChange?
  let locale: ReportLocale
  /// Companies of several submissions, which are told apart by these.
  private let repeated: Set<String>

  init(entries: [GroupEntry], change: GroupChange?, locale: ReportLocale) {
    self.entries = entries
    self.change = change
    self.locale = locale
    let counts = Dictionary(entries.map { ($0.holder, 1) }, uniquingKeysWith: +)
    repeated = Set(counts.filter { $0.value > 1 }.keys)
  }

  private func holder(_ entry: GroupEntry) -> TemplateValue {
    .text(
      repeated.contains(entry.holder)
        ? locale.text("\(entry.holder)（\(entry.name)）", "\(entry.holder) (\(entry.name))")
        : entry.holder)
  }

  private static let states: [SubmissionStatus] = [.blocked, .review, .ready, .undelivered]

  private func count(_ status: SubmissionStatus) -> Int { entries.count { $0.status == status } }

  var advice: String {
    let counts = Self.states.map(count)
    let undelivered = locale.text(
      "\(counts[3]) 份没有交来可核对的材料；", "Undelivered: \(counts[3]). ")
    return (counts[3] > 0 ? undelivered : "")
      + locale.text(
        "\(counts[0]) 份不可提交，先改这些；\(counts[1]) 份需人工核对；\(counts[2]) 份可以提交。点公司名称看要改什么。",
        "Blocked: \(counts[0]); start with these. To be looked at by a person: \(counts[1]). Ready: \(counts[2]). Open a name to see what to do."
      )
  }

  /// How the submissions share the states: a bar in as many parts, its lengths in submissions.
  var bars: TemplateValue {
    var start = 0
    let order: [SubmissionStatus] = [.ready, .review, .blocked, .undelivered]
    let parts = order.compactMap { status -> TemplateValue? in
      let length = count(status)
      guard length > 0 else { return nil }
      defer { start += length }
      return [
        "status": .text(status.rawValue), "start": .number(start), "length": .number(length),
        "words": .text("\(Phrase.status(status)[locale]) \(length)"),
      ]
    }
    return ["total": .number(max(1, entries.count)), "parts": .list(parts)]
  }

  var filters: TemplateValue {
    func filter(_ status: String, _ label: String, _ count: Int) -> TemplateValue {
      [
        "status": .text(status), "label": .text(label), "count": .number(count),
        "pressed": .flag(status.isEmpty),
      ]
    }
    let shown = Self.states.filter { $0 != .undelivered || count($0) > 0 }
    return .list(
      [filter("", locale.text("全部", "All"), entries.count)]
        + shown.map { filter($0.rawValue, Phrase.status($0)[locale], count($0)) })
  }

  func tabs(expiring: Int) -> TemplateValue {
    let items = entries.reduce(0) { $0 + $1.items.count }
    let tabs: [(id: String, label: String, count: Int)] = [
      ("companies", locale.text("按公司", "By company"), entries.count),
      ("problems", locale.text("按问题", "By problem"), grouped.count),
      ("people", locale.text("按谁处理", "By who must act"), parties(with: entries).count),
      ("findings", locale.text("全部问题", "All findings"), items),
      ("expiry", locale.text("到期", "What runs out"), expiring),
    ]
    let changes = change.map {
      ("changes", locale.text("变化", "Changes"), $0.count)
    }
    return .list(tabs + [changes].compactMap(\.self)) { tab in
      ["id": .text(tab.0), "label": .text(tab.1), "count": .number(tab.2)]
    }
  }

  // MARK: Companies

  private var channels: Bool { entries.contains { $0.channel != nil } }

  /// The columns that not every run has, between the counts and what is first, with what stands in them.
  private var extras: [(title: String, text: (GroupEntry) -> String?)] {
    var extras: [(title: String, text: (GroupEntry) -> String?)] = []
    if change != nil {
      extras.append(
        (
          locale.text("新增 / 仍在 / 已解决", "New / open / resolved"),
          { entry in
            entry.resolved.map { "\(entry.newCount) / \(entry.knownCount) / \($0.count)" }
          }
        ))
    }
    if channels { extras.append((locale.text("渠道", "Channel"), { $0.channel })) }
    for title in GroupEntry.labelTitles(of: entries) {
      extras.append((title, { $0.label(title) }))
    }
    return extras
  }

  var columns: TemplateValue { .texts(extras.map(\.title)) }

  /// What needs a hand comes first, in the order of the run.
  var companies: TemplateValue {
    let extras = extras
    let ordered = entries.enumerated().sorted {
      ($0.element.status.rank, $0.offset) < ($1.element.status.rank, $1.offset)
    }.map(\.element)
    return .list(ordered) { entry in
      let cells = extras.map { extra -> TemplateValue in
        ["label": .text(extra.title), "text": .text(extra.text(entry) ?? "—")]  // allowed: a dash
      }
      return [
        "name": .text(entry.name), "company": .optional(entry.company),
        "code": .optional(entry.creditCode), "link": .text(report(of: entry)),
        "corrections": .text(page("corrections.html", of: entry)),
        "status": .text(entry.status.rawValue), "rank": .number(entry.status.rank),
        "state": .text(Phrase.status(entry.status)[locale]), "tone": .text(entry.status.tone),
        "errors": .number(entry.errors), "warnings": .number(entry.warnings),
        "open": .number(entry.undecided), "cells": .list(cells),
        "first": .text(entry.first ?? "—"),  // allowed: a dash
      ]
    }
  }

  private func page(_ file: String, of entry: GroupEntry) -> String {
    RelativeLink.encoded(entry.name) + "/" + file
  }

  private func report(of entry: GroupEntry) -> String { page("report.html", of: entry) }

  // MARK: Findings

  var findings: TemplateValue {
    .list(entries.flatMap { entry in entry.items.map { (entry, $0) } }) { entry, item in
      [
        "name": .text(entry.name), "holder": holder(entry),
        "link": .text(report(of: entry) + item.anchor), "title": .text(item.title),
        "rule": .optional(item.rule), "message": .optional(item.message),
        "actual": .optional(item.actual), "expected": .optional(item.expected),
        "action": .text(item.action), "place": .optional(item.place),
        "severity": .text(item.severity.words[locale]), "tone": .text(item.severity.tone),
        "state": mark(of: item),
      ]
    }
  }

  /// Whether an earlier run had told it, where there is one.
  private func mark(of item: GroupItem) -> TemplateValue {
    guard change != nil else { return .absent }
    return .text(item.isKnown ? locale.text("仍在", "still open") : locale.text("新增", "new"))
  }

  // MARK: Problems

  private var grouped: [GroupProblem] { GroupProblem.all(in: entries) }

  var problems: TemplateValue {
    .list(grouped) { problem in
      [
        "title": .text(problem.title), "rule": .optional(problem.rule),
        "severity": .text(problem.severity.words[locale]), "tone": .text(problem.severity.tone),
        "owner": .text(problem.owner.heading[locale]), "companies": .number(problem.entries.count),
        "count": .number(problem.count),
        "holders": .list(problem.entries) { entry in
          [
            "name": .text(entry.name), "holder": holder(entry), "link": .text(report(of: entry)),
          ]
        },
      ]
    }
  }

  // MARK: People

  private func parties(
    with entries: [GroupEntry]
  ) -> [(owner: CorrectionOwner, entries: [(entry: GroupEntry, items: [GroupItem])])] {
    CorrectionOwner.allCases.compactMap { owner in
      let own = entries.compactMap { entry in
        let items = entry.items.filter { $0.owner == owner }
        return items.isEmpty ? nil : (entry: entry, items: items)
      }
      return own.isEmpty ? nil : (owner, own)
    }
  }

  var parties: TemplateValue {
    .list(parties(with: entries)) { owner, entries in
      [
        "heading": .text(owner.heading[locale]), "count": .number(entries.count),
        "entries": .list(entries) { entry, items in
          [
            "name": .text(entry.name), "holder": holder(entry),
            "labels": .texts(entry.labels.map { "\($0.title) \($0.value)" }),
            "link": .text(page("corrections.html", of: entry)), "count": .number(items.count),
            "items": .list(items) { item in
              ["title": .text(item.title), "action": .text(item.action), "state": mark(of: item)]
            },
          ]
        },
      ]
    }
  }
}

extension SubmissionStatus {
  /// The worst first.
  fileprivate var rank: Int {
    switch self {
    case .undelivered: 0
    case .blocked: 1
    case .review: 2
    case .ready: 3
    }
  }
}
