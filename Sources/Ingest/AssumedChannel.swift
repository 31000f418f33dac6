internal import Model

/// The channel of submissions that declare none, as the command or a project file says.
package struct AssumedChannel: Hashable, Sendable {
  /// As ``DeclarationSchema`` calls it.
  package let name: String
  /// Where it was said, as evidence names it: `--channel`, `dossier.yaml`.
  package let file: String

  /// - Parameter name: By any of its names; `nil` where there is no such channel.
  package init?(_ name: String, saidIn file: String, schema: DeclarationSchema) {
    guard let name = schema.choice(called: name, of: "channel") else { return nil }
    self.name = name
    self.file = file
  }
}

extension IntakeResult {
  /// Gives a channel to the submissions that declare none; what was declared and could not be read stays unknown.
  package mutating func assume(_ channel: AssumedChannel) {
    let key = FactOrigin.declaredKey("channel")
    for index in submissions.indices {
      var declaration = submissions[index].declaration
      let isSaid =
        declaration.isBroken || declaration.channel != nil
        || declaration.unread.contains { $0.keys.contains(key) }
      guard !isSaid else { continue }
      declaration.facts.append(
        Fact(
          key: key, value: .string(channel.name), confidence: 1,
          evidence: [Evidence(file: channel.file, method: .declared, raw: channel.name)]))
      submissions[index] = submissions[index].with(declaration: declaration, notices: [])
    }
  }
}
