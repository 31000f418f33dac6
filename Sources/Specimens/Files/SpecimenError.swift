internal import Native

/// Why specimens could not be drawn or measured.
package enum SpecimenError: Error, CustomStringConvertible {
  case fontsMissing([String])
  case failed(String)

  package var description: String {
    switch self {
    case .fontsMissing(let families):
      """
      These fonts are not installed: \(families.joined(separator: ", ")).
      Install them with: apt-get install fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei \
      fonts-wqy-microhei fonts-lxgw-wenkai fonts-ocr-b
      """
    case .failed(let message): message
    }
  }
}
