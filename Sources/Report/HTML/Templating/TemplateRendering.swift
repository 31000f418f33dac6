extension Template {
  /// Adds the template, filled with a model.
  ///
  /// - Throws: ``Defect/unknown(_:)`` for a name that neither the model nor one around it has.
  func render(_ model: TemplateValue, into text: inout ReportText) throws(Defect) {
    var rendering = Rendering(models: [model], text: text)
    text = ReportText()
    try rendering.render(parts)
    text = rendering.text
  }

  private struct Rendering {
    /// The innermost last.
    var models: [TemplateValue]
    var text: ReportText

    mutating func render(_ parts: [Part]) throws(Defect) {
      for part in parts {
        switch part {
        case .text(let bytes): text.append(bytes)
        case .escaped(let name):
          switch try value(of: name) {
          case .text(let value): text.append(escaped: value)
          case .number(let number): text.append(String(number))
          case .flag(let flag): text.append(flag ? "true" : "false")
          case .absent: break
          case .model, .list: throw Defect.unknown(name.first)
          }
        case .markup(let name):
          switch try value(of: name) {
          case .text(let value): text.append(value)
          case .absent: break
          case .number, .flag, .model, .list: throw Defect.unknown(name.first)
          }
        case .section(let name, let inner): try renderSection(try value(of: name), inner)
        case .once(let name, let inner):
          if try !value(of: name).isNothing { try render(inner) }
        case .inverted(let name, let inner):
          if try value(of: name).isNothing { try render(inner) }
        }
      }
    }

    private mutating func renderSection(
      _ value: TemplateValue, _ inner: [Part]
    ) throws(Defect) {
      switch value {
      case .absent, .flag(false): break
      case .flag(true), .text, .number: try render(inner)
      case .model: try render(inner, in: value)
      case .list(let elements): for element in elements { try render(inner, in: element) }
      }
    }

    private mutating func render(_ inner: [Part], in model: TemplateValue) throws(Defect) {
      models.append(model)
      try render(inner)
      models.removeLast()
    }

    private func value(of name: Name) throws(Defect) -> TemplateValue {
      var level = models.count
      while level > 0 {
        level -= 1
        guard var value = models[level].member(name.first) else { continue }
        for part in name.rest {
          guard case .model = value, let next = value.member(part) else {
            throw Defect.unknown(part)
          }
          value = next
        }
        return value
      }
      throw Defect.unknown(name.first)
    }
  }
}
