/// What answers questions of DNS: evidence, a live name server's answers and test data all do.
package protocol DNSLookup {
  /// Returns what is known about the question, which may be nothing.
  func answer(_ question: DNSQuestion) -> DNSAnswer
}

extension RecordSet: DNSLookup {}
