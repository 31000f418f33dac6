internal import Model

/// A proof that was read from a page like any other form: numbers in their usual form, and what they imply.
enum FilingCompletion {
  static func completed(_ facts: [Fact]) -> [Fact] {
    let numberKeys = [FilingFacts.filingNumber.key, FilingFacts.serviceNumber.key]
    let read = facts.filter { numberKeys.contains($0.key) }
    var result = facts.filter { !numberKeys.contains($0.key) }.map { fact in
      guard fact.key == FilingFacts.domain.key, let text = fact.value.string,
        let domain = FiledDomain.text(of: text)
      else { return fact }
      var fact = fact
      fact.value = .string(domain)
      return fact
    }
    guard let first = read.first else { return result }
    let numbers = FilingNumbers(read.compactMap(\.value.string))
    let evidence = read.flatMap(\.evidence)
    let confidence = read.map(\.confidence).min() ?? first.confidence
    func add(_ declaration: FactDeclaration, _ value: Value?) {
      guard let value else { return }
      result.append(
        Fact(key: declaration.key, value: value, confidence: confidence, evidence: evidence))
    }
    add(FilingFacts.filingNumber, numbers.subject.map(Value.string))
    add(FilingFacts.serviceNumber, numbers.service.map { .string($0.text) })
    add(FilingFacts.serviceKind, numbers.service?.service.map { .string($0.name) })
    add(FilingFacts.province, numbers.province.map(Value.string))
    add(FilingFacts.defects, .texts(numbers.defects.map(\.rawValue)))
    return result
  }
}
