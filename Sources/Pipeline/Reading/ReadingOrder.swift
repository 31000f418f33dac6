internal import Ingest

/// In which order files go to the workers.
enum ReadingOrder {
  /// Indices of `files`, the largest first, so that the last file leaves no worker idle for long.
  ///
  /// Members of archives stay as they are listed and come last: an archive is read from its beginning.
  static func largestFirst(_ files: [SourceFile]) -> [Int] {
    let single = files.indices.filter { files[$0].member == nil }
    let members = files.indices.filter { files[$0].member != nil }
    return single.sorted { (files[$1].size, $0) < (files[$0].size, $1) } + members
  }
}
