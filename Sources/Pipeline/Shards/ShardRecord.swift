internal import Assemble
internal import Ingest
internal import Model

/// What a shard hands on of one submission: all that judging it among the others needs, so that no file of it is
/// opened again.
struct ShardRecord: WireValue {
  /// The submission, without its files.
  let submission: [UInt8]
  /// Its files, for pages that must be drawn when the shards are merged.
  let sources: [KeptSource]
  /// What each file says (``ExtractionForm``), with the file's name.
  let extractions: [KeptExtraction]
  /// The pages that its report shows, as far as it stands alone.
  let pages: [KeptPage]

  struct KeptExtraction: WireValue {
    let file: String
    let bytes: [UInt8]

    init(file: String, bytes: [UInt8]) {
      self.file = file
      self.bytes = bytes
    }

    func write(to wire: inout WireWriter) {
      wire.write(file)
      wire.append(contents: bytes)
    }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      file = try wire.read()
      bytes = try wire.contents()
    }
  }

  struct KeptPage: WireValue {
    let drawing: PageDrawing
    let page: DrawnPage

    init(drawing: PageDrawing, page: DrawnPage) {
      self.drawing = drawing
      self.page = page
    }

    func write(to wire: inout WireWriter) { wire.write(drawing, page) }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      drawing = try wire.read()
      page = try wire.read()
    }
  }

  init(
    submission: [UInt8], sources: [KeptSource], extractions: [KeptExtraction], pages: [KeptPage]
  ) {
    self.submission = submission
    self.sources = sources
    self.extractions = extractions
    self.pages = pages
  }

  func write(to wire: inout WireWriter) {
    wire.append(contents: submission)
    wire.write(sources, extractions, pages)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    submission = try wire.contents()
    sources = try wire.read()
    extractions = try wire.read()
    pages = try wire.read()
  }

  /// What was read, as ``SubmissionJudging`` takes it.
  func read() throws(WireReader.Malformed) -> [Extraction] {
    try extractions.map { kept throws(WireReader.Malformed) in
      try ExtractionForm.extraction(in: kept.bytes, file: kept.file)
    }
  }

  var drawn: [PageDrawing: DrawnPage] {
    Dictionary(pages.map { ($0.drawing, $0.page) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Where a file lies: below the folder that the plan's paths are relative to, or at an absolute path.
struct KeptSource: WireValue {
  private let name: String
  private let place: [UInt8]
  private let isBelow: Bool
  private let size: Int
  private let member: [String]

  /// - Parameter root: The folder that paths are relative to.
  init(_ source: SourceFile, below root: [UInt8]) {
    let folder = root + [0x2F]
    isBelow = source.place.starts(with: folder)
    place = isBelow ? Array(source.place.dropFirst(folder.count)) : source.place
    name = source.name
    size = source.size
    member = source.member.map { [$0.path, $0.digest] } ?? []  // allowed: a file of its own
  }

  /// The file, where the root is now.
  func source(below root: [UInt8]) -> SourceFile {
    SourceFile(
      name: name, place: isBelow ? root + [0x2F] + place : place, size: size,
      member: member.count == 2
        ? SourceFile.Member(inArchive: member[0], digest: member[1]) : nil)
  }

  func write(to wire: inout WireWriter) {
    wire.write(name, isBelow, size, member)
    wire.append(contents: place)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    name = try wire.read()
    isBelow = try wire.read()
    size = try wire.read()
    member = try wire.read()
    place = try wire.contents()
  }
}

/// What is looked at of every submission before any is judged.
struct ShardRecordHead: WireValue {
  /// The place in the order of the plan, from 0.
  let index: Int
  /// What the files were when they were read: others, and the submission is read again.
  let stamp: String
  /// The weightiest thing that its report says.
  let open: Severity?
  /// Rules that failed themselves.
  let brokenRules: [String]
  /// Whether something in it is not as it was planned.
  let isChanged: Bool
  let traces: BatchTraces

  init(
    index: Int, stamp: String, open: Severity?, brokenRules: [String], isChanged: Bool,
    traces: BatchTraces
  ) {
    self.index = index
    self.stamp = stamp
    self.open = open
    self.brokenRules = brokenRules
    self.isChanged = isChanged
    self.traces = traces
  }

  func write(to wire: inout WireWriter) {
    let kept = traces.kept
    wire.write(index, stamp, open, brokenRules, isChanged)
    wire.write(traces.submission, traces.channel, kept.map(\.subject), kept.map(\.digests))
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    index = try wire.read()
    stamp = try wire.read()
    open = try wire.read()
    brokenRules = try wire.read()
    isChanged = try wire.read()
    let (name, channel): (String?, String?) = (try wire.read(), try wire.read())
    let (subjects, digests): ([String], [[String]]) = (try wire.read(), try wire.read())
    guard let name, subjects.count == digests.count,
      let traces = BatchTraces(
        submission: name, channel: channel,
        kept: zip(subjects, digests).map { (subject: $0, digests: $1) })
    else { throw WireReader.Malformed() }
    self.traces = traces
  }
}
