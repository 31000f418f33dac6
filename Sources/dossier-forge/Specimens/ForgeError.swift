internal import Native

/// Why the forge stopped.
enum ForgeError: Error, CustomStringConvertible {
  case fontsMissing([String])
  case usage(String)
  case extractorFailed(String)

  var description: String {
    switch self {
    case .fontsMissing(let families):
      """
      These fonts are not installed: \(families.joined(separator: ", ")).
      Install them with: apt-get install fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei \
      fonts-wqy-microhei fonts-lxgw-wenkai fonts-ocr-b
      """
    case .usage(let message), .extractorFailed(let message): message
    }
  }
}
