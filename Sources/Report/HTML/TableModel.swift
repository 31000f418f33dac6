/// The model of `table.mustache`.
struct TableModel {
  let tables: [Table]

  struct Table {
    let caption: String
    // As the template takes them up: made once.
    let columns: [any TemplateModel]
    let rows: [any TemplateModel]

    /// - Parameter cells: Of each row, as many as there are columns; the first names the row.
    init(caption: String, columns: [String], rows: [[String]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows.map { cells in
        Row(
          cells: zip(columns, cells).enumerated().map { index, pair in
            Cell(isHead: index == 0, label: pair.0, text: pair.1)
          })
      }
    }
  }

  struct Row {
    let cells: [any TemplateModel]
  }

  struct Cell {
    let isHead: Bool
    /// Stands before the text where the table is shown as a list.
    let label: String
    let text: String
  }
}

extension TableModel.Table: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "caption": .text(caption)
    case "columns": .list(columns)
    case "rows": .list(rows)
    default: nil
    }
  }
}

extension TableModel.Row: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "cells": .list(cells)
    default: nil
    }
  }
}

extension TableModel.Cell: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "isHead": .flag(isHead)
    case "label": .text(label)
    case "text": .text(text)
    default: nil
    }
  }
}

extension TableModel: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "tables": .list(tables)
    default: nil
    }
  }
}
