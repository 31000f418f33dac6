internal import Model

/// What a folder that was given was taken for, and by which sign.
package struct BatchDecision: Hashable, Sendable {
  /// Why.
  package enum Sign: Hashable, Sendable {
    /// Folders in it have declarations.
    case declarations
    /// The roster names folders in it.
    case roster
    /// There is nothing in it but folders.
    case folders
    /// Several things in it are companies of their own.
    case companies
    /// It has folders, but they are no companies of their own: one submission.
    case oneCompany
    /// The user said that it is one.
    case saidSo
  }

  /// As it was given.
  package let path: String
  package let sign: Sign

  package var isBatch: Bool {
    switch sign {
    case .declarations, .roster, .folders, .companies: true
    case .oneCompany, .saidSo: false
    }
  }
}
