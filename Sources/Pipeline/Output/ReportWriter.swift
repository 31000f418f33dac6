internal import Ingest
internal import Model
package import Report

/// Puts finished reports into the output folder: each submission's files and its part of the run's files.
package final class ReportWriter {
  /// Writes a submission's files on any thread.
  package let files: SubmissionFiles
  private let options: ReportOptions
  private var runFiles: [RunFile]
  /// The formats that could not be made, in the order in which that was found out.
  private(set) var failures: [FormatFailure] = []
  private let run: RunSummary
  private let pictures: PagePictures
  private let archives: Archives

  /// Begins the files of the run.
  package init(
    files: SubmissionFiles, options: ReportOptions, run: RunSummary, pictures: PagePictures,
    archives: Archives, isGrowing: Bool
  ) throws {
    self.archives = archives
    self.run = run
    self.pictures = pictures
    self.files = files
    self.options = options
    runFiles = try files.formats.compactMap { format in
      try format.runReport(asOf: run.asOf, options: options).map {
        try RunFile(format, $0, in: files.folder, isGrowing: isGrowing)
      }
    }
  }

  /// Draws the pages of a submission's report, as far as that can be done, and writes its files.
  ///
  /// - Parameters:
  ///   - sources: Its files.
  ///   - known: Pages that were drawn before.
  func draw(
    _ masked: MaskedReport, from sources: [SourceFile], having known: [PageDrawing: DrawnPage]
  ) throws {
    defer { pictures.endSubmission() }
    let plan = PagePlan(masked)
    var pages: [PageDrawing: DrawnPage] = [:]
    for (file, drawings) in plan.drawings {
      let source = sources.first { $0.name == file }
      let drawn = pictures.pages(drawings, having: known) {
        // What cannot be read any more has no picture.
        do { return try source.map { try archives.read($0) } } catch { return nil }
      }
      pages.merge(drawn) { first, _ in first }
    }
    note(try files.write(masked, DrawnPages(plan: plan, drawn: pages)))
  }

  /// Remembers what could not be made; a submission that comes again has the same trouble once more.
  func note(_ failures: [FormatFailure]) {
    self.failures += failures.filter { !self.failures.contains($0) }
  }

  /// Adds a submission whose files are written to the files of the run.
  ///
  /// - Parameter index: Its place in the order of the run; they come in any order, some again.
  package func add(_ masked: MaskedReport, at index: Int) throws {
    try each { try $0.add(masked, at: index, run) }
  }

  /// Ends the run's files; submissions that were not written are not in them.
  package func finish() throws {
    try each { try $0.publish(run) }
  }

  /// Does the same with each file of the run; one whose format fails is given up, and no other with it.
  private func each(_ act: (inout RunFile) throws -> Void) throws {
    var refusal: (any Error)?
    runFiles = runFiles.compactMap { file in
      var file = file
      do {
        try act(&file)
      } catch let failure as FormatFailure {
        note([failure])
        return nil
      } catch {
        refusal = refusal ?? error
      }
      return file
    }
    if let refusal { throw refusal }
  }
}
