/// An element of an XML document with all that is in it.
package struct XMLElement: Hashable, Sendable {
  /// The name has no prefix.
  package let name: String
  /// The namespace's name, not its prefix.
  package let namespace: String?
  package let attributes: [XMLAttribute]
  /// The children are elements and texts in document order.
  package let children: [XMLNode]
  /// Counted from 1; libxml2 counts no further than 65,535.
  package let line: Int

  /// The value of the first attribute of that local name.
  package subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The elements that stand directly in this one.
  package var elements: [XMLElement] {
    children.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  /// Returns the elements of that local name directly in this one.
  package func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// Returns the first element of that local name directly in this one.
  package func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// All text in it, in document order, joined as it stands.
  package var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }
}

/// A part of an element's content.
package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(String)
}

/// An attribute; namespace declarations are none.
package struct XMLAttribute: Hashable, Sendable {
  /// The name has no prefix.
  package let name: String
  package let namespace: String?
  package let value: String
}
