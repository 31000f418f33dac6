internal import Model

/// The filing numbers that a proof shows, wherever they stand: which is the subject's, which the service's.
struct FilingNumbers {
  private(set) var filing: FilingNumber?
  private(set) var service: FilingNumber?
  private(set) var security: String?
  private(set) var defects: [FilingFacts.Defect] = []

  /// - Parameter texts: cells or lines that are to hold numbers.
  init(_ texts: [String]) {
    let numbers = texts.flatMap(FilingNumber.all)
    service = numbers.first { $0.sequence != nil }
    filing = numbers.first { $0.sequence == nil }
    security = texts.lazy.compactMap(FilingNumber.publicSecurityNumber).first
    if numbers.isEmpty {
      if texts.contains(where: FilingNumber.isBroken) {
        defects.append(.brokenNumber)
      } else if security != nil {
        defects.append(.securityNumber)
      }
    }
    if numbers.contains(where: \.hasUnusualProvince) { defects.append(.unusualProvince) }
    let subjects = Set(numbers.filter { $0.sequence == nil }.map(\.subject))
    if subjects.count > 1 {
      defects.append(.severalSubjects)
      filing = nil
    } else if let filing, let service, filing.subject != service.subject {
      defects.append(.serviceOfAnother)
    }
  }

  /// Both kinds' subject: a service's number holds it.
  var subject: String? {
    if defects.contains(.severalSubjects) { return nil }
    return (filing ?? service)?.subject
  }

  var province: String? { subject == nil ? nil : (filing ?? service)?.province }
}
