internal import Model
internal import Native

/// Which things in a folder are companies of their own, as far as names tell and, where they do not, a look at the papers.
struct CompanyFolders {
  /// What is inside of a folder, as far as names tell.
  private enum Likeness {
    /// It is called like a company, and holds papers.
    case company
    /// It holds papers, and nothing says whose.
    case papers
    /// No paper is in it, or it is called like one.
    case none
  }

  private let folder: FolderContents
  private let own: OwnFiles
  private let licenses: (any LicenseReading)?
  /// How many are called like companies and hold something.
  private var companies = 0
  /// How many archives are called neither like a company nor like a paper, in a folder that is no company's itself.
  private var archivesOfAny = 0
  /// Folders with papers of which names do not say whose they are.
  private var doubtful: [FilePath] = []

  /// - Parameter licenses: Reads papers; `nil`, and names alone decide.
  init(_ folder: FolderContents, own: OwnFiles, licenses: (any LicenseReading)?) {
    self.folder = folder
    self.own = own
    self.licenses = licenses
    let holdsOwnLicense = folder.others.contains {
      PaperWords.namesLicense(FilePath(bytes: $0).text)
    }
    for child in folder.folders {
      let location = folder.location.appending(child.name)
      switch likeness(ofFolder: location, called: FilePath(bytes: child.name).text) {
      // Beside a company's own license lie folders of its shareholders and customers, too: their papers must tell.
      case .company where holdsOwnLicense: doubtful.append(location)
      case .company: companies += 1
      case .papers: doubtful.append(location)
      case .none: break
      }
    }
    let archives = folder.others.map { FilePath(bytes: $0) }
      .filter { SourceFile.mayBeArchive($0.text) }
    companies += archives.count { PaperWords.isCompany($0.stem) }
    let isCompany = PaperWords.isCompany(FilePath(bytes: folder.location.lastComponent).text)
    if !isCompany, !holdsOwnLicense {
      archivesOfAny = archives.count {
        !PaperWords.isCompany($0.stem) && !PaperWords.namesPaper($0.stem)
      }
    }
  }

  /// Whether two or more of them are companies.
  var areSeveral: Bool {
    let sure = companies + archivesOfAny
    if sure > 1 { return true }
    // A company sorts its papers into folders as well: only papers of several say that they are several companies'.
    guard mayBeSeveral else { return false }
    return sure + distinctLicenses(in: doubtful, enough: 2 - sure) > 1
  }

  /// Whether names alone say that two or more are companies.
  var areNamedSo: Bool { companies > 1 }

  /// Whether two or more of them could be companies.
  var mayBeSeveral: Bool { companies + archivesOfAny + doubtful.count > 1 }

  private func likeness(ofFolder location: FilePath, called name: String) -> Likeness {
    let isCompany = PaperWords.isCompany(name)
    guard isCompany || !PaperWords.namesPaper(name), !papers(in: location).isEmpty else {
      return .none
    }
    return isCompany ? .company : .papers
  }

  /// Files that may hold papers, those called like a license first.
  private func papers(in location: FilePath) -> [SourceFile] {
    var limits = IntakeLimits()
    limits.files = 50
    limits.depth = 3
    let sources = FileWalker(root: location, limits: limits, own: own).sources
      .sorted { $0.key < $1.key }.map(\.value)
      .filter { $0.obstacleNotice == nil && PaperWords.isPaperFile($0.name) }
    return sources.filter { PaperWords.namesLicense($0.name) }
      + sources.filter { !PaperWords.namesLicense($0.name) }
  }

  /// How many of the folders hold licenses of companies that no other of them has; not more than are asked for.
  private func distinctLicenses(in folders: [FilePath], enough: Int) -> Int {
    guard let licenses else {
      return folders.filter { folder in
        papers(in: folder).contains { PaperWords.namesLicense($0.name) }
      }.count
    }
    var seen: Set<String> = []
    for folder in folders.prefix(Self.lookedAt) where seen.count < enough {
      if let company = licenses.company(among: Array(papers(in: folder).prefix(Self.papersRead))) {
        seen.insert(company)
      }
    }
    return seen.count
  }

  private static let lookedAt = 12
  private static let papersRead = 6
}

/// Reads papers to know whose license is among them.
package protocol LicenseReading {
  /// The credit code, or else the name, on the first license that is found; `nil` where there is none.
  func company(among files: [SourceFile]) -> String?
}
