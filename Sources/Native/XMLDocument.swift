internal import CXML2
internal import Glibc

/// What a stranger's XML may be; what lies beyond is refused.
package struct XMLLimits: Hashable, Sendable {
  /// How many bytes the document may have.
  package var bytes: Int
  /// Elements and texts together.
  ///
  /// libxml2 itself stops at 256 elements in one another.
  package var nodes: Int

  package init(bytes: Int = 32 << 20, nodes: Int = 1_000_000) {
    self.bytes = bytes
    self.nodes = nodes
  }
}

/// Why an XML document was refused.
package enum XMLRefusal: Error, Hashable {
  /// More than this many bytes.
  case tooLarge(limit: Int)
  case tooManyNodes(limit: Int)
  /// It has a document type declaration: none of our formats needs one, and entities live there.
  case hasDocumentType
  /// Not well-formed, in libxml2's words; lines count from 1.
  case malformed(reason: String, line: Int)
}

/// Reads XML into values: no network, no document type, no entities but the five of XML itself.
package enum XMLDocument {
  /// Returns the root element.
  ///
  /// The encoding is the declared one or that of the byte order mark (UTF-8, UTF-16, GB 18030, ...).
  package static func root(
    of bytes: [UInt8], limits: XMLLimits = XMLLimits()
  ) throws(XMLRefusal) -> XMLElement {
    guard bytes.count <= limits.bytes, let count = Int32(exactly: bytes.count) else {
      throw .tooLarge(limit: limits.bytes)
    }
    guard let context = unsafe xmlNewParserCtxt() else {
      throw .malformed(reason: "out of memory", line: 0)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    // Ends the parse before anything of a document type is looked at. `_private` is the user's own.
    unsafe context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else {
        return
      }
      unsafe context.pointee._private = UnsafeMutableRawPointer(context)
      unsafe xmlStopParser(context)
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil,
        Int32(options))
    }
    defer { if let document = unsafe document { unsafe xmlFreeDoc(document) } }
    if unsafe context.pointee._private != nil { throw .hasDocumentType }
    guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document) else {
      throw unsafe refusal(of: context)
    }
    var converter = XMLConverter(nodesLeft: limits.nodes)
    let element = unsafe converter.element(root)
    guard converter.nodesLeft >= 0 else { throw .tooManyNodes(limit: limits.nodes) }
    return element
  }

  @unsafe static func refusal(of context: UnsafeMutablePointer<xmlParserCtxt>)
    -> XMLRefusal
  {
    guard let error = unsafe xmlCtxtGetLastError(context), let text = unsafe error.pointee.message
    else { return .malformed(reason: "no document", line: 0) }
    let reason = unsafe String(cString: text).split(separator: "\n").joined(separator: " ")
    return unsafe .malformed(reason: reason, line: Int(error.pointee.line))
  }
}

/// Copies libxml2's tree into values; stops adding when the budget is spent.
private struct XMLConverter {
  var nodesLeft: Int

  @unsafe mutating func element(_ node: UnsafeMutablePointer<xmlNode>) -> XMLElement {
    nodesLeft -= 1
    var attributes: [XMLAttribute] = []
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      attributes.append(unsafe self.attribute(attribute))
      unsafe next = attribute.pointee.next
    }
    var children: [XMLNode] = []
    var child = unsafe node.pointee.children
    while let found = unsafe child, nodesLeft > 0 {
      switch unsafe found.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(unsafe element(found)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        nodesLeft -= 1
        if let content = unsafe found.pointee.content {
          children.append(.text(unsafe Self.string(content)))
        }
      // Comments, processing instructions: nothing of the document's content.
      default: break
      }
      unsafe child = found.pointee.next
    }
    if unsafe child != nil { nodesLeft = -1 }
    return XMLElement(
      name: unsafe Self.localName(node.pointee.name), namespace: unsafe Self.uri(node.pointee.ns),
      attributes: attributes, children: children, line: unsafe Int(xmlGetLineNo(node)))
  }

  @unsafe private func attribute(_ attribute: UnsafeMutablePointer<xmlAttr>) -> XMLAttribute {
    var value = ""
    // Text alone: without a document type there are no references to entities.
    var part = unsafe attribute.pointee.children
    while let text = unsafe part {
      if let content = unsafe text.pointee.content { value += unsafe Self.string(content) }
      unsafe part = text.pointee.next
    }
    return XMLAttribute(
      name: unsafe Self.localName(attribute.pointee.name),
      namespace: unsafe Self.uri(attribute.pointee.ns), value: value)
  }

  @unsafe private static func uri(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String? {
    guard let href = unsafe namespace?.pointee.href else { return nil }
    return unsafe string(href)
  }

  /// A prefix that the document never declares stays in the name; readers know elements without it.
  @unsafe private static func localName(_ name: UnsafePointer<xmlChar>) -> String {
    let name = unsafe string(name)
    return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  @unsafe private static func string(_ text: UnsafePointer<xmlChar>) -> String {
    unsafe String(cString: text)
  }
}
