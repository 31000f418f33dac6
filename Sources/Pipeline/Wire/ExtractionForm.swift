internal import Model

/// Extractions in the cache's own form: JSON takes ten times the space and a hundred times the time.
///
/// It knows every property by hand. ``encoded(_:)`` reads back what it wrote and answers `nil` where
/// something got lost, so that a property added to the model and forgotten here costs a second
/// reading, never a wrong report.
enum ExtractionCoding {
  static func encoded(_ extraction: Extraction) -> [UInt8]? {
    var writer = ByteWriter()
    writer.write(extraction)
    do throws(ByteReader.Garbled) {
      let copy = try decoded(writer.bytes, file: extraction.file)
      return copy == extraction ? writer.bytes : nil
    } catch {
      return nil
    }
  }

  /// - Parameter file: What the source is called now.
  static func decoded(_ bytes: [UInt8], file: String) throws(ByteReader.Garbled) -> Extraction {
    var reader = ByteReader(bytes)
    let extraction = try reader.extraction(file: file)
    guard reader.isAtEnd else { throw ByteReader.Garbled() }
    return extraction
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ extraction: Extraction) {
    let file = extraction.file
    write(extraction.mediaType.rawValue)
    write(extraction.digest)
    write(extraction.pages) { writer, page in
      writer.write(page.width)
      writer.write(page.height)
      writer.write(page.unit.rawValue)
    }
    write(extraction.documents) { writer, document in
      writer.write(document.kind.rawValue)
      writer.write(document.confidence)
      writer.write(document.pages) { $0.write($1) }
      writer.write(document.rotationDegrees)
      writer.write(document.isReadWhole)
      writer.write(document.facts, of: file)
      writer.write(document.picture) { writer, picture in
        writer.write(picture.width)
        writer.write(picture.height)
        writer.write(picture.jpeg)
      }
      writer.write(document.hierarchy) { $0.write($1) }
    }
    write(extraction.facts, of: file)
    write(extraction.notices) { writer, notice in
      writer.write(name: notice.file, in: file)
      writer.write(notice.page) { $0.write($1) }
      writer.write(notice.stage.rawValue)
      writer.write(notice.code.rawValue)
      writer.write(notice.details.sorted { $0.key < $1.key }) { writer, detail in
        writer.write(detail.key)
        writer.write(detail.value)
      }
    }
    write(extraction.areas) { writer, area in
      writer.write(area.page)
      writer.write(area.box)
      writer.write(area.content.rawValue)
    }
    write(extraction.names) { $0.write($1, of: file) }
  }

  /// A name without the source's own, which may be another one the next time.
  mutating func write(name: String, in file: String) {
    let rest = name.utf8.starts(with: file.utf8) ? name.utf8.dropFirst(file.utf8.count) : nil
    write(rest != nil)
    write(rest.flatMap { String($0) } ?? name)
  }
}

extension ByteReader {
  fileprivate mutating func extraction(file: String) throws(Garbled) -> Extraction {
    var extraction = Extraction(file: file, mediaType: MediaType(rawValue: try text()))
    extraction.digest = try text()
    extraction.pages = try list { reader throws(Garbled) in
      PageSize(
        width: try reader.double(), height: try reader.double(),
        unit: try reader.raw(PageSize.Unit.self))
    }
    extraction.documents = try list { reader throws(Garbled) in
      Document(
        kind: MaterialKind(rawValue: try reader.text()), confidence: try reader.double(),
        pages: try reader.list { reader throws(Garbled) in try reader.int() },
        rotationDegrees: try reader.int(), isReadWhole: try reader.flag(),
        facts: try reader.facts(of: file),
        picture: try reader.optional { reader throws(Garbled) in
          DocumentPicture(
            width: try reader.int(), height: try reader.int(), jpeg: try reader.text())
        }, hierarchy: try reader.optional { reader throws(Garbled) in try reader.hierarchy() })
    }
    extraction.facts = try facts(of: file)
    extraction.notices = try list { reader throws(Garbled) in
      let file = try reader.name(in: file)
      return Notice(
        file: file, page: try reader.optional { reader throws(Garbled) in try reader.int() },
        stage: try reader.raw(Notice.Stage.self), code: try reader.raw(NoticeCode.self),
        details: try reader.details())
    }
    extraction.areas = try list { reader throws(Garbled) in
      PageArea(
        page: try reader.int(), box: try reader.quad(),
        content: try reader.raw(PageArea.Content.self))
    }
    extraction.names = try list { reader throws(Garbled) in try reader.names(of: file) }
    return extraction
  }

  private mutating func details() throws(Garbled) -> [String: String] {
    var details: [String: String] = [:]
    for _ in 0..<(try length()) {
      let key = try text()
      details[key] = try text()
    }
    return details
  }

  mutating func name(in file: String) throws(Garbled) -> String {
    let isOfFile = try flag()
    let rest = try text()
    return isOfFile ? file + rest : rest
  }

  mutating func raw<Coded: RawRepresentable>(_: Coded.Type) throws(Garbled) -> Coded
  where Coded.RawValue == String {
    guard let value = Coded(rawValue: try text()) else { throw Garbled() }
    return value
  }
}
