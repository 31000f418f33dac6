internal import Model

/// The labels of correction lists in the report's language.
struct CorrectionWords {
  let locale: ReportLocale

  init(_ locale: ReportLocale) { self.locale = locale }

  var title: String { pick("更正清单：", "Corrections: ") }
  var status: String { pick("状态：", "Status: ") }
  var asOf: String { pick("检查日期：", "as of ") }
  var nothing: String { pick("没有需要更正的内容。", "Nothing to correct.") }
  var retake: String { RetakeAdvice.heading[locale] }
  var files: String { pick("位置：", "Where: ") }
  var problem: String { pick("问题：", "Problem: ") }
  var actual: String { pick("现为：", "Found: ") }
  var expected: String { pick("应为：", "Expected: ") }
  var waiting: String { pick("待定规则：", "Rules that wait: ") }
  var action: String { pick("请处理：", "To do: ") }

  var confirmed: String { pick("人工确认", "Confirmed by a person") }
  var misread: String { pick("若是读错或没读出", "If something was misread, or not read") }
  var acceptable: String { pick("若核实后可以接受", "If it was looked at and may stand") }

  private func pick(_ chinese: String, _ english: String) -> String {
    locale.text(chinese, english)
  }
}
