internal import CXML2

/// Reads XML that is too large for a tree, element by element: no network, no document type, no entities
/// but the five of XML itself.
package enum XMLStream {
  /// What comes next in the document.
  package enum Event {
    /// The local name, and the attributes asked for.
    case start(String, Attributes)
    case text(String)
    case end(String)
  }

  /// Attributes by local name; a dictionary for each of a million cells would cost as much as reading them.
  package struct Attributes {
    fileprivate var list: [(name: String, value: String)] = []

    /// The first value of that name; `nil` where it was not asked for or is not there.
    package subscript(_ name: String) -> String? { list.first { $0.name == name }?.value }
  }

  /// What the visitor wants next.
  package enum Answer: Sendable { case proceed, stop }

  /// Bytes that the parser gets at once.
  private static let chunkSize = 1 << 16

  /// Visits the document in order until its end or until the visitor stops.
  ///
  /// - Parameters:
  ///   - attributes: local names of the attributes that the visitor wants to see.
  package static func read(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(bytes: 256 << 20, nodes: 40_000_000),
    attributes: Set<String>, visit: @escaping (Event) -> Answer
  ) throws(XMLRefusal) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    let visitor = XMLStreamVisitor(attributes: attributes, nodes: limits.nodes, visit: visit)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.internalSubset = { user, _, _, _ in
      guard let visitor = unsafe XMLStreamVisitor.at(user) else { return }
      visitor.hasDocumentType = true
      visitor.isOver = true
    }
    unsafe handler.startElementNs = { user, name, _, _, _, _, count, _, values in
      guard let visitor = unsafe XMLStreamVisitor.at(user), let name = unsafe name else { return }
      unsafe visitor.start(name, count: Int(count), values)
    }
    unsafe handler.endElementNs = { user, name, _, _ in
      guard let visitor = unsafe XMLStreamVisitor.at(user), let name = unsafe name else { return }
      visitor.take(.end(unsafe String(cString: name)))
    }
    unsafe handler.characters = { user, text, count in
      guard let visitor = unsafe XMLStreamVisitor.at(user), let text = unsafe text else { return }
      let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(count))
      visitor.take(.text(unsafe String(decoding: buffer, as: UTF8.self)))
    }
    unsafe handler.cdataBlock = handler.characters
    let user = unsafe Unmanaged.passUnretained(visitor).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      throw .malformed(reason: "out of memory", line: 0)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    unsafe xmlCtxtUseOptions(context, Int32(options))
    let isWhole: Bool = unsafe bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count, !visitor.isOver {
        let count = min(chunkSize, buffer.count - at)
        let start = unsafe buffer.baseAddress?.advanced(by: at)
          .assumingMemoryBound(to: CChar.self)
        let isLast = at + count == buffer.count
        guard unsafe xmlParseChunk(context, start, Int32(count), isLast ? 1 : 0) == 0 else {
          return false
        }
        at += count
      }
      return unsafe !buffer.isEmpty
    }
    // The visitor must outlive every callback.
    try withExtendedLifetime(visitor) { () throws(XMLRefusal) in
      if visitor.hasDocumentType { throw .hasDocumentType }
      if visitor.nodesLeft < 0 { throw .tooManyNodes(limit: limits.nodes) }
      if visitor.isOver { return }
      guard isWhole, unsafe context.pointee.wellFormed == 1 else {
        throw unsafe XMLDocument.refusal(of: context)
      }
    }
  }
}

/// What the callbacks share.
private final class XMLStreamVisitor {
  private let attributes: Set<String>
  private let visit: (XMLStream.Event) -> XMLStream.Answer
  var nodesLeft: Int
  var hasDocumentType = false
  var isOver = false

  init(
    attributes: Set<String>, nodes: Int, visit: @escaping (XMLStream.Event) -> XMLStream.Answer
  ) {
    self.attributes = attributes
    self.visit = visit
    nodesLeft = nodes
  }

  @unsafe static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLStreamVisitor? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe Unmanaged<XMLStreamVisitor>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// - Parameter values: five pointers an attribute: local name, prefix, namespace, start and end of the value.
  @unsafe func start(
    _ name: UnsafePointer<xmlChar>, count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    var found = XMLStream.Attributes()
    if !attributes.isEmpty, count > 0, let values = unsafe values {
      for index in 0..<count {
        guard let local = unsafe values[5 * index], let start = unsafe values[5 * index + 3],
          let end = unsafe values[5 * index + 4]
        else { continue }
        let key = unsafe String(cString: local)
        guard attributes.contains(key) else { continue }
        let buffer = unsafe UnsafeBufferPointer(start: start, count: end - start)
        found.list.append((key, unsafe String(decoding: buffer, as: UTF8.self)))
      }
    }
    take(.start(unsafe String(cString: name), found))
  }

  func take(_ event: XMLStream.Event) {
    nodesLeft -= 1
    if nodesLeft < 0 { isOver = true }
    guard !isOver else { return }
    if visit(event) == .stop { isOver = true }
  }
}
