/// The three published layouts of a seal and of a signature made with it.
package enum SealLayout: Hashable {
  case gmt0031v2014
  case gbt38540v2020
  /// As ofdrw reads GM/T 0031-2025: that of 2020 with an optional time stamp on the seal.
  case gmt0031v2025

  /// As the standards write themselves.
  var standard: String {
    switch self {
    case .gmt0031v2014: "GM/T 0031-2014"
    case .gbt38540v2020: "GB/T 38540-2020"
    case .gmt0031v2025: "GM/T 0031-2025"
    }
  }

  /// The number in the header by which software knows it.
  var version: Int {
    switch self {
    case .gmt0031v2014: 1
    case .gbt38540v2020: 4
    case .gmt0031v2025: 5
    }
  }
}
