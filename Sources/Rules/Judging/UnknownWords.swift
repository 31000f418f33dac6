internal import CEL
internal import Model

/// Says which facts are missing, why, and what to do about it.
struct UnknownWords {
  private let facts: FactSet
  private let catalogue: FactCatalogue
  private let reader: FactReader
  private var parts: [LocalizedText] = []
  private var advice: Set<Advice> = []
  private(set) var arguments: [String: Quotation] = [:]
  private(set) var unknown: [Finding.Unknown] = []

  /// What a rule reads that asks for a material.
  static let materialsKey = "submission.materials"

  init(facts: FactSet, catalogue: FactCatalogue, reader: FactReader) {
    self.facts = facts
    self.catalogue = catalogue
    self.reader = reader
  }

  /// Adds a name that the evaluation found unknown.
  mutating func add(_ name: String) {
    if name.hasPrefix(NameSpace.materials) {
      addMaterial(String(name.dropFirst(NameSpace.materials.count)))
      return
    }
    let key = reader.key(name)
    let fact = reader.fact(name)
    let isRepaired = fact?.state == .known && reader.distrusted.contains(name)
    let state = isRepaired ? .doubtful : fact?.state ?? missingState(of: key)
    let file = fact?.evidence.first?.file ?? reader.element?.file ?? carrier(of: key)?.file
    unknown.append(.init(fact: key, state: state, file: file))
    let words = catalogue[key]?.label ?? LocalizedText(key, key)
    let (label, english) = (words.chinese, words.english)
    if isRepaired {
      advice.insert(.confirm)
      append(
        "「\(label)」由校验位修复而来，不能再用校验位证明",
        "\(english) was repaired by its check digits, which cannot prove it",
        file)
      return
    }
    switch state {
    case .unread:
      guard FactOrigin(ofKey: key) == .declared else {
        advice.insert(.retake)
        append("未读出「\(label)」", "\(english) was not read", file)
        return
      }
      advice.insert(.declare)
      if fact == nil {
        append("没有申报「\(label)」", "\(english) is not declared", nil)
      } else {
        append("申报的「\(label)」看不懂", "the declared \(english) was not understood", file)
      }
    case .noDocument:
      advice.insert(FactOrigin(ofKey: key) == .declared ? .declare : .supply)
      append("没有载明「\(label)」的材料", "no document carries \(english)", nil)
    case .doubtful:
      advice.insert(.retake)
      append("「\(label)」读得不够确定", "\(english) was read with too little confidence", file)
    case .conflicting:
      advice.insert(.confirm)
      append("「\(label)」在不同材料中不一致", "documents disagree about \(english)", file)
    case .known:
      advice.insert(.confirm)
      append("由「\(label)」的值无法得出结论", "nothing can be told from the value of \(english)", file)
    }
  }

  private mutating func addMaterial(_ kind: String) {
    advice.insert(.sort)
    let files = facts.files(hiding: MaterialKind(rawValue: kind))
    for file in files {
      unknown.append(.init(fact: Self.materialsKey, state: .noDocument, file: file))
    }
    let title = catalogue.title(of: MaterialKind(rawValue: kind))
    append(
      "没有识别出「\(title.chinese)」，但有文件未能识别",
      "no \(title.english) was recognized, but some files were not", files)
  }

  private mutating func append(_ chinese: String, _ english: String, _ file: String?) {
    append(chinese, english, [file].compactMap(\.self))
  }

  private mutating func append(_ chinese: String, _ english: String, _ files: [String]) {
    guard !files.isEmpty else {
      parts.append(LocalizedText(chinese, english))
      return
    }
    // File names are given by others: braces in them are no placeholders.
    let names = files.map { file in
      let name = "file.\(arguments.count + 1)"
      arguments[name] = Quotation(file)
      return "{\(name)}"
    }
    parts.append(
      LocalizedText(
        chinese + "（\(names.joined(separator: "、"))）",
        english + " (\(names.joined(separator: ", ")))"))
  }

  private func carrier(of key: String) -> AssembledDocument? {
    let prefix = key.prefix { $0 != "." } + "."
    let documents = facts.documents.filter { document in
      if let kind = catalogue[key]?.material { return document.kind == kind }
      return document.facts.keys.contains { $0.hasPrefix(prefix) }
    }
    return documents.first { $0.role == "primary" || $0.role == "legal_representative" }
      ?? documents.first
  }

  private func missingState(of key: String) -> FactState {
    carrier(of: key) == nil && FactOrigin(ofKey: key) != .declared ? .noDocument : .unread
  }

  var message: LocalizedText {
    LocalizedText(
      "无法判断：" + parts.map(\.chinese).joined(separator: "；"),
      "cannot tell: " + parts.map(\.english).joined(separator: "; "))
  }

  var fix: LocalizedText? {
    let texts = advice.sorted { $0.rawValue < $1.rawValue }.map(\.text)
    return texts.isEmpty
      ? nil
      : LocalizedText(
        texts.map(\.chinese).joined(separator: "；"), texts.map(\.english).joined(separator: "; "))
  }

  private enum Advice: Int {
    case retake, supply, sort, declare, confirm

    var text: LocalizedText {
      switch self {
      case .retake:
        LocalizedText("重新拍摄或扫描该材料，使文字清晰完整", "photograph or scan it again, sharp and whole")
      case .supply: LocalizedText("补充该材料", "add that material")
      case .sort:
        LocalizedText(
          "确认未识别的文件是什么，必要时换成清晰的文件",
          "see what the unrecognized files are and replace them if need be")
      case .declare: LocalizedText("在申报文件中补填", "add it to the declaration")
      case .confirm:
        LocalizedText("请人工核对原件", "compare it with the original by eye")
      }
    }
  }
}
