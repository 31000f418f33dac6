package import Model
package import OFD

/// What an OFD says of itself beside its pages.
package enum OFDFacts {
  static let title = FactKey<String>("ofd.title", "OFD: 标题")
  static let author = FactKey<String>("ofd.author", "OFD: 作者")
  static let createdOn = FactKey<CalendarDate>("ofd.created_on", "OFD: 生成日期")
  static let customKey = "ofd.custom"
  static let attachmentsKey = "ofd.attachments"

  package static let declarations: [FactDeclaration] = [
    title.declaration, author.declaration, createdOn.declaration,
    FactDeclaration(
      key: customKey, type: .list, isPersonal: true, summary: "OFD: 自定义数据，如 名称=值；未必受签名保护"),
    FactDeclaration(key: attachmentsKey, type: .list, summary: "OFD: 附件名称"),
  ]

  /// Of the first document; packages of ours have one.
  package static func facts(of documents: [OFDDocument], file: String) -> [Fact] {
    guard let document = documents.first else { return [] }
    let evidence = [Evidence(file: file, method: .xml)]
    func list(_ key: String, _ texts: [String]) -> Fact {
      Fact(key: key, value: .list(texts.map(Value.string)), confidence: 1, evidence: evidence)
    }
    var facts: [Fact] = []
    if let text = document.title, !text.isEmpty {
      facts.append(Fact(title, text, evidence: evidence))
    }
    if let text = document.author, !text.isEmpty {
      facts.append(Fact(author, text, evidence: evidence))
    }
    if let date = document.createdOn.flatMap({ CalendarDate(iso: $0.trimmed) }) {
      facts.append(Fact(createdOn, date, evidence: evidence))
    }
    if !document.custom.isEmpty {
      facts.append(list(customKey, document.custom.map { $0.name + "=" + $0.value }))
    }
    if !document.attachments.isEmpty { facts.append(list(attachmentsKey, document.attachments)) }
    return facts
  }
}
