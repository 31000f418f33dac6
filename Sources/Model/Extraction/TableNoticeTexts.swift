extension NoticeCode {
  /// The texts of codes about workbooks, tables and charts; of others there is none here.
  var tableText: LocalizedText {
    switch self {
    case .spreadsheetUnread:
      text(
        "旧版表格文件（.xls）无法读取（{reason}）。请用 Excel 或 WPS 打开，另存为 .xlsx 后提交。",
        "the old spreadsheet (.xls) cannot be read ({reason}); open it in a spreadsheet program and save it as .xlsx"
      )
    case .chartDamaged:
      text(
        "图表文件损坏，无法读取（{reason}）。请重新导出。",
        "the chart's file is damaged and cannot be read ({reason}); export it again")
    case .chartRefused:
      text(
        "图表文件含有正常图表不需要的内容，未读取（{reason}）。请用绘图软件重新导出。",
        "the file holds what no chart needs and was not read ({reason}); export it again from the drawing program"
      )
    case .chartEncrypted:
      text("文件有密码保护，未读取。请提供无密码的文件。", "the file needs a password; not read. Supply one without")
    case .chartMissing:
      text(
        "文件中没有找到组织架构图（方框与连线、SmartArt 或层级列表）。如应有，请换一种格式导出。",
        "no organization chart (boxes and links, SmartArt or an outline) was found; if there is one, export it in another format"
      )
    case .chartPartUnread:
      text(
        "架构图有部分内容未能读取（{what}）。请核对该处的方框与连线。",
        "part of the chart was not read ({what}); check its boxes and links")
    case .chartLinkLeftOut:
      text(
        "架构图的连线成环，或一个方框有多个上级（{what}）；应当各有一个上级，多出的连线未采用。请核对这些方框的连线。",
        "links of the chart lead in a circle or give a box more than one above it ({what}); each should have one, so the others were left out. Check the links of these boxes"
      )
    case .contactsHeaderMissing:
      text(
        "通讯录没有可识别的表头（须有“姓名”和“部门”列）。请使用企业微信导出的模板。",
        "the contact list has no header with 姓名 and 部门; use the template that WeCom exports")
    case .tableCut:
      text(
        "表格的行或列超过上限，其余未读取。请拆分文件。",
        "the table has more rows or columns than are read; split the file")
    case .quoteUnclosed:
      text(
        "第 {row} 行的引号没有闭合，此后的引号按普通字符读取。请补上引号或重新导出。",
        "a quotation mark in line {row} is never closed, so it and those after it were read as letters; close it or export the table again"
      )
    case .cellTooLong:
      text(
        "第 {row} 行有一个单元格过长，其内容未读取。请检查文件。",
        "a cell of row {row} is far too long and was left out; check the file")
    case .formulasNotComputed:
      text(
        "表格含有公式：读取的是文件中保存的结果，未做计算。",
        "the table holds formulas: the stored results were read, nothing was computed")
    case .linksNotFollowed:
      text("文件链接到其他文件，未打开。", "the file links to other files, which were not opened")
    case .macrosNotRun:
      text("文件含有宏，未运行。", "the file holds macros, which were not run")
    default: LocalizedText("", "")
    }
  }
}
