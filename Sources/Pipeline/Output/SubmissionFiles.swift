internal import Model
package import Report

/// Writes the files of one submission's report; several at once.
package struct SubmissionFiles: Sendable {
  let folder: OutputFolder
  let formats: [ReportFormat]
  private let pictures: PictureCache?

  /// - Parameter pictures: What earlier runs drew.
  package init(folder: OutputFolder, formats: [ReportFormat], pictures: PictureCache?) {
    self.folder = folder
    self.formats = formats
    self.pictures = pictures
  }

  /// Writes them all into a folder of the submission's name.
  ///
  /// - Parameter known: Pages that were drawn before, beside those of the cache.
  /// - Returns: `false`, with nothing written, where pages must be drawn first.
  func write(_ masked: MaskedReport, having known: [PageDrawing: DrawnPage]) throws -> Bool {
    guard formats.contains(where: \.showsPages) else {
      try write(masked, .none)
      return true
    }
    let plan = PagePlan(masked)
    let drawings = plan.drawings.flatMap(\.drawings)
    guard let drawn = PagePictures.known(drawings, having: known, in: pictures) else {
      return false
    }
    try write(masked, DrawnPages(plan: plan, drawn: drawn))
    return true
  }

  /// Writes them with the pages that could be drawn.
  func write(_ masked: MaskedReport, _ pages: DrawnPages) throws {
    var written: Set<String> = []
    let place = try folder.folder(masked.report.name)
    for format in formats {
      for file in try format.files(of: masked, pages) where written.insert(file.name).inserted {
        try place.write(file.bytes, to: file.name)
      }
    }
  }
}
