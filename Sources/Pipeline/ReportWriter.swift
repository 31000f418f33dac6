package import Ingest
package import Model
package import Report

/// Puts finished reports into the output folder.
package final class ReportWriter {
  private let folder: OutputFolder
  private let formats: [ReportFormat]
  private let options: ReportOptions
  private var runFiles: [RunFile]
  private let pictures: PagePictures

  /// Begins the files of the run.
  package init(
    folder: OutputFolder, formats: [ReportFormat], options: ReportOptions, asOf: CalendarDate,
    pictures: PagePictures
  ) throws {
    self.pictures = pictures
    self.folder = folder
    self.formats = formats
    self.options = options
    runFiles = try formats.compactMap { $0.runReport(asOf: asOf, options: options) }
      .map { try RunFile($0, in: folder) }
  }

  /// One submission's files, in a folder of its name, and its part of the run's files.
  ///
  /// - Parameters:
  ///   - index: Its place in the order of the run; each is written once, in any order.
  ///   - sources: Its files, for pictures of their pages.
  package func write(_ report: SubmissionReport, at index: Int, sources: [SourceFile]) throws {
    let pages = formats.contains(where: \.showsPages) ? drawn(report, sources) : [:]
    var files: [ReportFile] = []
    for format in formats {
      for file in try format.files(of: report, pictures: pages, options: options)
      where !files.contains(where: { $0.name == file.name }) {
        files.append(file)
      }
    }
    for file in files { try folder.write(file.text, to: report.name + "/" + file.name) }
    for number in runFiles.indices { try runFiles[number].add(report, at: index) }
  }

  private func drawn(
    _ report: SubmissionReport, _ sources: [SourceFile]
  ) -> [PageDrawing: DrawnPage] {
    var pages: [PageDrawing: DrawnPage] = [:]
    for (file, drawings) in PagePlan(report, options: options).drawings {
      guard let source = sources.first(where: { $0.name == file }) else { continue }
      let drawn = pictures.pages(drawings) {
        // What cannot be read any more has no picture.
        do { return try source.read() } catch { return nil }
      }
      pages.merge(drawn) { first, _ in first }
    }
    return pages
  }

  /// Ends the run's files; submissions that were not written are not in them.
  package func finish(_ run: RunSummary) throws {
    for number in runFiles.indices { try runFiles[number].finish(run) }
  }
}

extension SubmissionReport {
  /// What an index needs of a report that has been written: without pages, values and lattices.
  package var outline: SubmissionReport {
    var outline = self
    outline.extractions = extractions.map {
      Extraction(file: $0.file, mediaType: $0.mediaType, notices: $0.notices)
    }
    outline.factSet = FactSet(facts: [:], isDrafted: factSet.isDrafted)
    return outline
  }
}
