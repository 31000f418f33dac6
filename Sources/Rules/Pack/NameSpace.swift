/// Prefixes of the names in expressions that are not facts.
enum NameSpace {
  static let parameters = "params."
  static let lookups = "lookup."
  /// True where there is a document of the kind; unknown while a file may hold one.
  static let materials = "materials."
}
