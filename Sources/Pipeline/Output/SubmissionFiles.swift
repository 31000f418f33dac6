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
  /// - Returns: The formats that could not be made; `nil`, with nothing written, where pages must be drawn first.
  func write(_ masked: MaskedReport, having known: [PageDrawing: DrawnPage]) throws
    -> [FormatFailure]?
  {
    guard formats.contains(where: \.showsPages) else { return try write(masked, .none) }
    let plan = PagePlan(masked)
    let drawings = plan.drawings.flatMap(\.drawings)
    guard let drawn = PagePictures.known(drawings, having: known, in: pictures) else {
      return nil
    }
    return try write(masked, DrawnPages(plan: plan, drawn: drawn))
  }

  /// Writes them with the pages that could be drawn; what keeps one format from being made keeps no other.
  ///
  /// - Throws: ``OutputFolder/Failure``, the first, when all has been tried.
  func write(_ masked: MaskedReport, _ pages: DrawnPages) throws -> [FormatFailure] {
    var written: Set<String> = []
    var failures: [FormatFailure] = []
    var refusal: OutputFolder.Failure?
    let place = try folder.folder(masked.report.name)
    for format in formats {
      do {
        for file in try format.files(of: masked, pages) where written.insert(file.name).inserted {
          do { try place.write(file.bytes, to: file.name) } catch { refusal = refusal ?? error }
        }
      } catch {
        failures.append(error)
      }
    }
    if let refusal { throw refusal }
    LeftReports.unmark(place)
    return failures
  }
}
