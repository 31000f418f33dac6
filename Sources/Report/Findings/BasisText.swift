internal import Model

/// How reports name what a rule rests on.
extension Finding.Basis {
  /// The source's title and the passage.
  var text: String { [source.title, passage].compactMap(\.self).joined(separator: ": ") }

  /// With the place where it is published.
  var textWithPlace: String { text + " — " + source.place }

  /// `ref` is the id of `sources.csv`, `passage` only where one is named.
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "ref": .string(source.id), "title": .string(source.title),
      "place": .string(source.place), "passage": passage.map(JSON.string),
    ]
  }
}

extension CitedSource {
  var textWithPlace: String { title + " — " + place }
}
