internal import Ingest

/// Cuts a run into shards of about equal work, each of submissions that follow one another.
enum ShardBalance {
  /// - Parameters:
  ///   - work: Of each submission, in any unit.
  ///   - count: The number of shards, at most that of submissions.
  /// - Returns: Ranges that hold all submissions in their order; the most work of a range is as little as can be.
  static func ranges(of work: [Int], count: Int) -> [Range<Int>] {
    let count = max(1, min(count, work.count))
    guard let heaviest = work.max() else { return [] }
    var (low, high) = (heaviest, max(heaviest, work.total))
    while low < high {
      let middle = low + (high - low) / 2
      if fits(work, count, capacity: middle) { high = middle } else { low = middle + 1 }
    }
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for index in work.indices {
      let isFull = index > start && sum.adding(work[index]) > low
      // Every range gets a submission.
      let isNeeded = index > start && work.count - index <= count - ranges.count - 1
      if isFull || isNeeded {
        ranges.append(start..<index)
        (start, sum) = (index, 0)
      }
      sum = sum.adding(work[index])
    }
    ranges.append(start..<work.count)
    return ranges
  }

  private static func fits(_ work: [Int], _ count: Int, capacity: Int) -> Bool {
    var (ranges, sum) = (1, 0)
    for one in work {
      if sum.adding(one) > capacity {
        ranges += 1
        sum = 0
      }
      sum = sum.adding(one)
    }
    return ranges <= count
  }
}

extension Int {
  /// The sum of sizes; those that somebody made up may be as large as they like.
  func adding(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }
}

extension Sequence<Int> {
  /// The sum of sizes; see ``Swift/Int/adding(_:)``.
  var total: Int { reduce(0) { $0.adding($1) } }
}

/// How long a submission is likely to take on one core, in milliseconds: by the kinds and sizes of its files, for
/// nothing is opened.
enum ExpectedWork {
  static func milliseconds(of submission: Submission) -> Int {
    submission.sources.reduce(30) { $0.adding(milliseconds(of: $1)) }
  }

  private static func milliseconds(of source: SourceFile) -> Int {
    guard source.obstacleNotice == nil else { return 1 }
    let megabytes = Double(source.size) / 1e6
    // allowed: a name without an extension is of no kind
    let kind = source.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return switch kind {
    case "jpg", "jpeg", "png", "webp", "heic", "heif", "bmp", "gif": 600 + Int(megabytes * 40)
    case "tif", "tiff": 600 + Int(megabytes * 2_000)
    case "pdf": 150 + Int(megabytes * 900)
    case "ofd", "docx", "doc", "pptx", "vsdx": 150 + Int(megabytes * 400)
    default: 15 + Int(megabytes * 50)
    }
  }
}
