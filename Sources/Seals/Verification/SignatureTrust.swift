internal import Model
package import Native

/// Whether a signature's certificate leads to a certificate that the user trusts.
enum ChainState: Hashable {
  case trusted
  case untrusted(reason: String)
  /// No trusted certificates were given.
  case unchecked

  /// What keeps a signature with this chain from proving who signed.
  func notices(of signature: SignatureCheck, file: String, page: Int? = nil) -> [Notice] {
    func notice(_ code: NoticeCode, _ details: [String: String] = [:]) -> Notice {
      Notice(file: file, page: page, stage: .extract, code: code, details: details)
    }
    var notices: [Notice] = []
    if case .unsupported(let reason) = signature {
      notices.append(notice(.signatureUnsupported, ["reason": reason]))
    }
    switch self {
    case .trusted: break
    case .unchecked: notices.append(notice(.signerNotProved))
    case .untrusted(let reason): notices.append(notice(.chainUntrusted, ["reason": reason]))
    }
    return notices
  }

  /// The fact's value.
  var word: String {
    switch self {
    case .trusted: "trusted"
    case .untrusted: "untrusted"
    case .unchecked: "unchecked"
    }
  }
}

extension SignatureCheck {
  /// The fact's value.
  var word: String {
    switch self {
    case .valid: "valid"
    case .invalid: "invalid"
    case .unsupported: "unsupported"
    }
  }
}

/// The certificates that the user trusts, if any were given.
package struct SignatureTrust {
  let store: TrustStore?

  package init(store: TrustStore?) { self.store = store }

  /// Judges a chain at the time of signing.
  ///
  /// - Parameter time: by the clock of whoever signed; `nil` where none is said, which is judged when the certificate began.
  func chain(of certificate: Certificate, others: [Certificate] = [], at time: Instant?)
    -> ChainState
  {
    guard let store else { return .unchecked }
    var seconds = time?.seconds ?? certificate.notBefore
    // Clocks and zones of real seals are off by hours: a day before a certificate begins is its beginning.
    if seconds < certificate.notBefore, certificate.notBefore - seconds <= Self.slack {
      seconds = certificate.notBefore
    } else if seconds > certificate.notAfter, seconds - certificate.notAfter <= Self.slack {
      seconds = certificate.notAfter
    }
    switch store.outcome(for: certificate, others: others, at: seconds) {
    case .trusted: return .trusted
    case .untrusted(let reason): return .untrusted(reason: reason)
    }
  }

  private static let slack = 86_400
}
