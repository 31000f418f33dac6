internal import CCairo
internal import CGLib
internal import CPoppler

/// Why a PDF or a page was not read.
package enum PDFError: Error, Hashable, Sendable {
  /// It needs a password.
  case encrypted
  /// Poppler's own message.
  case damaged(String)
  /// Cairo's own message.
  ///
  /// Cairo keeps a font's error for good: pages that this process draws afterwards may lack letters.
  case drawingFailed(String)
}

/// A character of a PDF's text layer has its box in points, measured from the top left of the page as shown.
package struct PDFCharacter: Hashable, Sendable {
  package let scalar: Unicode.Scalar
  package let x1: Double
  package let y1: Double
  package let x2: Double
  package let y2: Double
  /// Characters of one font, size and colour have equal styles.
  package let style: Int

  package init(
    scalar: Unicode.Scalar, x1: Double, y1: Double, x2: Double, y2: Double, style: Int
  ) {
    self.scalar = scalar
    self.x1 = x1
    self.y1 = y1
    self.x2 = x2
    self.y2 = y2
    self.style = style
  }
}

/// An area is an upright rectangle in points, measured from the top left.
package struct PDFArea: Hashable, Sendable {
  package let x1: Double
  package let y1: Double
  package let x2: Double
  package let y2: Double

  package init(x1: Double, y1: Double, x2: Double, y2: Double) {
    self.x1 = x1
    self.y1 = y1
    self.x2 = x2
    self.y2 = y2
  }
}

/// An open PDF document; the sole owner of a `PopplerDocument`.
@safe package struct PDFDocument: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a document held in memory.
  ///
  /// - Throws: ``PDFError`` where poppler does not take it.
  package init(_ bytes: [UInt8]) throws(PDFError) {
    var failure: UnsafeMutablePointer<GError>?
    let data = unsafe g_bytes_new(bytes, gsize(bytes.count))
    defer { unsafe g_bytes_unref(data) }
    guard let document = unsafe poppler_document_new_from_bytes(data, nil, &failure) else {
      var reason = "no reason given"
      var isEncrypted = false
      if let error = unsafe failure {
        reason = unsafe String(cString: error.pointee.message)
        isEncrypted =
          unsafe (error.pointee.domain == poppler_error_quark()
          && error.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue))
        unsafe g_clear_error(&failure)
      }
      throw isEncrypted ? .encrypted : .damaged(reason)
    }
    unsafe handle = document
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(handle)) }

  package var pageCount: Int { Int(unsafe poppler_document_get_n_pages(handle)) }

  /// The `Creator` and `Producer` entries, those that are there.
  package var software: [String] {
    let texts = unsafe [
      poppler_document_get_creator(handle), poppler_document_get_producer(handle),
    ]
    return unsafe texts.compactMap { text in
      guard let text = unsafe text else { return nil }
      defer { unsafe g_free(text) }
      return unsafe String(cString: text)
    }
  }

  /// Opens a page.
  ///
  /// - Parameter index: 0-based.
  /// - Throws: ``PDFError/damaged(_:)`` for a page that is not there.
  package func page(_ index: Int) throws(PDFError) -> PDFPage {
    guard let page = unsafe poppler_document_get_page(handle, Int32(clamping: index)) else {
      throw .damaged("page \(index + 1) cannot be opened")
    }
    return unsafe PDFPage(page)
  }
}

/// A page as a viewer shows it, its own rotation applied; the sole owner of a `PopplerPage`.
@safe package struct PDFPage: ~Copyable {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// The size is in points.
  package var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    unsafe poppler_page_get_size(handle, &width, &height)
    return (width, height)
  }

  /// The text layer in Poppler's order; line breaks are characters too.
  package var characters: [PDFCharacter] {
    guard let text = unsafe poppler_page_get_text(handle) else { return [] }
    defer { unsafe g_free(text) }
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard unsafe poppler_page_get_text_layout(handle, &boxes, &count) != 0, let boxes = unsafe boxes
    else { return [] }
    defer { unsafe g_free(boxes) }
    let scalars = Array(unsafe String(cString: text).unicodeScalars)
    // Poppler gives one box a scalar; should it ever not, the rest has no place and is no evidence.
    let styles = styles(count: scalars.count)
    return (0..<min(scalars.count, Int(count))).map { index in
      let box = unsafe boxes[index]
      return PDFCharacter(
        scalar: scalars[index], x1: box.x1, y1: box.y1, x2: box.x2, y2: box.y2,
        style: styles[index])
    }
  }

  /// The number of each character's font, size and colour.
  private func styles(count: Int) -> [Int] {
    var styles = [Int](repeating: -1, count: count)
    var numbers: [String: Int] = [:]
    let list = unsafe poppler_page_get_text_attributes(handle)
    defer { unsafe poppler_page_free_text_attributes(list) }
    var link = unsafe list
    while let current = unsafe link {
      if let data = unsafe current.pointee.data {
        let run = unsafe data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let font = unsafe run.font_name.map { unsafe String(cString: $0) }
        let colour = unsafe run.color
        let name =
          unsafe "\(font as Optional) \(run.font_size) \(colour.red) \(colour.green) \(colour.blue)"
        let number = numbers[name, default: numbers.count]
        numbers[name] = number
        let first = unsafe Int(run.start_index)
        let last = unsafe Int(run.end_index)
        for index in (first..<max(first, last + 1)).clamped(to: 0..<count) {
          styles[index] = number
        }
      }
      unsafe link = current.pointee.next
    }
    return styles
  }

  /// The areas where pictures lie.
  package var pictureAreas: [PDFArea] {
    let list = unsafe poppler_page_get_image_mapping(handle)
    defer { unsafe poppler_page_free_image_mapping(list) }
    var areas: [PDFArea] = []
    var link = unsafe list
    while let current = unsafe link {
      if let data = unsafe current.pointee.data {
        let mapping = unsafe data.assumingMemoryBound(to: PopplerImageMapping.self)
        let box = unsafe mapping.pointee.area
        areas.append(
          PDFArea(
            x1: min(box.x1, box.x2), y1: min(box.y1, box.y2), x2: max(box.x1, box.x2),
            y2: max(box.y1, box.y2)))
      }
      unsafe link = current.pointee.next
    }
    return areas
  }

  /// Returns the page drawn on white.
  ///
  /// - Parameter longSide: of the picture, in pixels.
  /// - Throws: ``PDFError/damaged(_:)`` for a page without size or when cairo has no memory,
  ///   ``PDFError/drawingFailed(_:)`` for what cairo cannot draw (text a thousand pages high).
  package func picture(longSide: Int) throws(PDFError) -> PixelBuffer {
    let (pageWidth, pageHeight) = size
    guard pageWidth > 0, pageHeight > 0, pageWidth.isFinite, pageHeight.isFinite else {
      throw .damaged("the page has no size")
    }
    let scale = Double(longSide) / max(pageWidth, pageHeight)
    let width = max(1, Int((pageWidth * scale).rounded()))
    let height = max(1, Int((pageHeight * scale).rounded()))
    let surface = unsafe cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { unsafe cairo_surface_destroy(surface) }
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      throw .damaged("no memory for the page picture")
    }
    let context = unsafe cairo_create(surface)
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    unsafe cairo_scale(context, scale, scale)
    unsafe poppler_page_render(handle, context)
    let status = unsafe cairo_status(context)
    unsafe cairo_destroy(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .drawingFailed(unsafe String(cString: cairo_status_to_string(status)))
    }
    unsafe cairo_surface_flush(surface)
    guard let pixels = unsafe cairo_image_surface_get_data(surface) else {
      throw .damaged("no page picture")
    }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let samples = unsafe [UInt8](unsafeUninitializedCapacity: width * height * 3) {
      target, filled in
      var next = 0
      for y in 0..<height {
        let row = unsafe pixels + y * stride
        for x in 0..<width {
          // Cairo's bytes are blue, green, red, unused.
          unsafe target.initializeElement(at: next, to: row[4 * x + 2])
          unsafe target.initializeElement(at: next + 1, to: row[4 * x + 1])
          unsafe target.initializeElement(at: next + 2, to: row[4 * x])
          next += 3
        }
      }
      filled = next
    }
    return PixelBuffer(width: width, height: height, channels: 3, samples: samples)
  }
}
