/// The command that shows a mail server's certificate, to be typed as it is printed.
package enum CertificateCommand {
  private static let usual = [25: "smtp", 587: "smtp", 110: "pop3", 143: "imap"]

  /// Returns the command; words in capitals are to be replaced where host or port are not known.
  ///
  /// - Parameter startTLS: the protocol that switches to TLS; that of the port where it is not given.
  package static func text(host: String?, port: Int?, startTLS: String? = nil) -> String {
    // allowed: words in capitals are to be replaced, as in all manuals
    let (name, number) = (host?.commandWord ?? "HOST", port.map(String.init) ?? "PORT")
    var words = ["openssl", "s_client", "-connect", "\(name):\(number)", "-servername", name]
    if let option = startTLS?.commandWord ?? port.flatMap({ usual[$0] }) {
      words += ["-starttls", option]
    }
    return (words + ["-showcerts", "</dev/null"]).joined(separator: " ")
  }
}
