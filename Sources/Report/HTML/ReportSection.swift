internal import Model

/// A part of `report.html` below what is to be done.
struct ReportSection {
  /// The anchor, also in links of other sections.
  let id: String
  let title: String
  /// Whether it is closed until somebody opens it.
  let isFolded: Bool
  /// HTML.
  let body: String

  var model: TemplateValue {
    ["id": .text(id), "title": .text(title), "isFolded": .flag(isFolded), "body": .text(body)]
  }
}

extension ReportSection {
  /// All sections in the order in which they are read; each gives `nil` where a submission has nothing of it.
  ///
  /// A family of materials that has something of its own to show (a seal with its picture, a chart as a tree)
  /// adds its function here, and nowhere else.
  static let all: [@Sendable (ReportContext) throws -> ReportSection?] = [
    findings, seals, organization, retakes, notices, facts, passes,
  ]

  /// A section of tables.
  init(
    id: String, title: String, isFolded: Bool, tables: [TemplateValue], _ locale: ReportLocale
  ) throws {
    self.init(
      id: id, title: title, isFolded: isFolded,
      body: try HTMLTemplate.table.rendered(["tables": .list(tables)], locale))
  }

  /// A table for `table.mustache`.
  ///
  /// - Parameter rows: Of each row, as many cells as there are columns; the first names the row, the others
  ///   carry the names of their columns, which stand before them where the table is shown as a list.
  static func table(caption: String, columns: [String], rows: [[String]]) -> TemplateValue {
    let labels = columns.dropFirst().map(TemplateValue.text)
    return [
      "caption": .text(caption), "columns": .texts(columns),
      "rows": .list(rows) { cells in
        [
          "head": .optional(cells.first),
          "cells": .list(zip(labels, cells.dropFirst())) { label, cell in
            ["label": label, "text": .text(cell)]
          },
        ]
      },
    ]
  }
}
