internal import CEL
internal import Model

/// A setting of a pack that rules use by name.
struct Parameter: Sendable {
  let declared: DeclaredType
  let value: CELValue
  /// What it means, if the pack says so.
  let title: LocalizedText?

  var type: CELType { declared.celType }
}
