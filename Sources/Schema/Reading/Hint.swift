internal import Model

/// "Did you mean", or the names there are if they are few.
package struct Hint: Sendable {
  package let chinese: String
  package let english: String

  package init(_ name: String, among known: some Sequence<String>) {
    if let nearest = NearestName.suggestion(for: name, among: known) {
      chinese = "，是否为「\(nearest)」？"
      english = ", did you mean \"\(nearest)\"?"
      return
    }
    let names = known.sorted()
    if names.isEmpty || names.count > 16 {
      chinese = ""
      english = ""
    } else {
      chinese = "；可用：\(names.joined(separator: "、"))"
      english = "; there are: \(names.joined(separator: ", "))"
    }
  }
}
