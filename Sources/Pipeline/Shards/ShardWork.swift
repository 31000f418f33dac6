internal import Assemble
internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Report

/// Reading a shard's submissions into records, and putting the records in their place.
final class ShardWork {
  private let file: PlanFile
  private let shard: Int
  private let session: Session
  private let folder: String
  private let run: CheckRun
  private let options: ReportOptions
  private let pictures: PagePictures?
  /// By the place in the plan: what each submission's files were before they were read.
  private let stamps: [Int: String]
  /// Where the records are that are there, by the place in the plan.
  private var records: [Int: (file: RecordFile, place: RecordFile.Place)] = [:]

  /// - Throws: ``ShardCheck/Refusal``, and what ``Session/intake(of:roster:only:)`` throws.
  init(_ file: PlanFile, shard: Int, in session: Session) throws {
    let plan = file.plan
    let entries = plan.names(of: shard)
    let rulebook = try session.rulebook()
    let intake = try session.intake(
      try file.intakeRequest(rulebook), only: Set(entries.map(\.name)))
    let found = Dictionary(
      intake.submissions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = entries.map(\.name).filter { found[$0] == nil }
    guard gone.isEmpty else { throw ShardCheck.Refusal.gone(gone) }
    let submissions = entries.compactMap { found[$0.name] }
    run = try CheckRun(
      rulebook: rulebook,
      settings: try file.settings(session.options.precision),
      submissions: submissions)
    options = ReportOptions(
      locale: .chinese, showsPersonalData: false, catalogue: rulebook.facts,
      materialTitles: rulebook.facts.titles)
    pictures =
      plan.formats.contains(where: \.showsPages)
      ? PagePictures(
        program: session.installation.surroundings.executable, cache: try session.stock().pictures)
      : nil
    var stamps: [Int: String] = [:]
    for (number, submission) in submissions.enumerated() {
      stamps[entries.startIndex + number] = try SubmissionDigest.hex(
        of: submission, contents: submission.sources.map(SubmissionDigest.quick))
    }
    self.stamps = stamps
    self.file = file
    self.shard = shard
    self.session = session
    folder = file.folder(of: shard)
    findRecords()
  }

  private var first: Int { file.plan.shards[shard].first }

  /// Reads what no earlier try did.
  ///
  /// - Parameter token: Names this try's own file.
  func read(token: String, progress: (Int, Int) -> Void, shouldStop: () -> Bool) throws {
    let missing = run.submissions.indices.filter { records[first + $0] == nil }
    guard !missing.isEmpty else { return }
    let part = try AppendedFile(creating: folder + "/" + ShardFiles.part(of: file) + token)
    let count = run.fileCount
    try run.read(
      missing,
      try session.resources(for: missing.reduce(0) { $0 + run.submissions[$1].sources.count }),
      take: { number, extractions in
        // Whoever stops a job may stop its readers first: that is no fault of their files.
        if extractions.contains(where: { $0.notices.contains(where: \.code.isTransient) }) {
          Thread.sleep(forTimeInterval: 1)
          if shouldStop() { return }
        }
        let (head, body) = try record(of: number, extractions)
        try part.append(RecordFile.bytes(head, body, of: file.digest))
      }, { progress($0, count) }, shouldStop)
    try part.synchronize()
    findRecords()
  }

  /// Puts the records in their order and says that the shard is finished.
  func finish(token: String, renew: () -> Void) throws -> ShardResult {
    guard records.count == run.submissions.count else {
      throw ShardCheck.Refusal.disturbed(shard: shard)
    }
    let temporary = folder + "/" + ShardFiles.unfinished + token
    let whole = try AppendedFile(creating: temporary)
    var hash = SHA256()
    var result = ShardResult(
      schema: ShardResult.schema, plan: file.digest, shard: shard, identity: file.plan.identity,
      submissions: run.submissions.count, records: "", bytes: 0, open: nil, changed: [],
      brokenRules: [])
    var open: Severity?
    for (_, record) in records.sorted(by: { $0.key < $1.key }) {
      let bytes = try record.file.bytes(of: record.place)
      try whole.append(bytes)
      hash.update(bytes)
      result.bytes += bytes.count
      let head = record.place.head
      open = [open, head.open].compactMap(\.self).max()
      if head.isChanged, let name = head.traces.submission { result.changed.append(name) }
      result.brokenRules = Set(result.brokenRules + head.brokenRules).sorted()
      renew()
    }
    result.open = open?.rawValue
    try whole.synchronize()
    result.records = ShardResult.recordsPrefix + String(hash.hex().prefix(32))
    try PrivateFile.rename(temporary, to: folder + "/" + result.records)
    _ = try PrivateFile.claim(temporary, try result.encoded)
    try PrivateFile.rename(temporary, to: folder + "/" + ShardResult.name)
    clear(but: result.records)
    return result
  }

  /// What is kept of a submission.
  private func record(of number: Int, _ extractions: [Extraction]) throws -> (
    ShardRecordHead, ShardRecord
  ) {
    let judging = run.judging(number)
    let submission = run.submissions[number]
    let read = judging.lookedUp(extractions, nil)
    let report = judging.report(of: read, among: BatchIndex())
    let entry = file.plan.submissions[first + number]
    let contents =
      file.plan.isQuick
      ? submission.sources.map(SubmissionDigest.quick)
      : extractions.map { $0.digest.isEmpty ? "none" : $0.digest }
    let digest = try SubmissionDigest.hex(of: submission, contents: contents)
    let stamp = stamps[first + number] ?? "none"
    let head = ShardRecordHead(
      index: first + number, stamp: stamp, open: report.openSeverity,
      brokenRules: SubmissionOutline(report).brokenRules, isChanged: digest != entry.digest,
      traces: judging.traces(of: read).withoutEvidence)
    let record = ShardRecord(
      submission: try KeptSubmission.bytes(of: submission),
      sources: submission.sources.filter { $0.obstacleNotice == nil }.map {
        KeptSource($0, below: file.root)
      },
      extractions: try extractions.map {
        ShardRecord.KeptExtraction(file: $0.file, bytes: try ExtractionForm.bytes(of: $0))
      }, pages: try pages(of: report, submission))
    return (head, record)
  }

  /// The pages that the submission's report shows.
  private func pages(
    of report: SubmissionReport, _ submission: Submission
  ) throws -> [ShardRecord.KeptPage] {
    guard let pictures else { return [] }
    defer { pictures.endSubmission() }
    let archives = try session.stock().archives
    var pages: [ShardRecord.KeptPage] = []
    for (name, drawings) in PagePlan(MaskedReport(report, options: options)).drawings {
      let source = submission.sources.first { $0.name == name }
      let drawn = pictures.pages(drawings) {
        do { return try source.map { try archives.read($0) } } catch { return nil }
      }
      pages += drawings.compactMap { drawing in
        drawn[drawing].map { ShardRecord.KeptPage(drawing: drawing, page: $0) }
      }
    }
    return pages
  }

  /// Looks through the records of all tries; one that was read from other files does not count.
  private func findRecords() {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      where name.hasPrefix(ShardFiles.part(of: file)) {
        let read = try RecordFile(folder + "/" + name, of: file.digest)
        for place in read.places() {
          let head = place.head
          guard records[head.index] == nil, stamps[head.index] == head.stamp else { continue }
          records[head.index] = (read, place)
        }
      }
    } catch {
      // What cannot be read is read anew from the submissions.
      return
    }
  }

  /// Removes what tries left, those of an earlier plan too.
  private func clear(but records: String) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where [ShardFiles.part, ShardFiles.unfinished, ShardResult.recordsPrefix].contains(
        where: name.hasPrefix) && name != records
      {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    } catch {
      // They are only in the way.
      return
    }
  }
}
