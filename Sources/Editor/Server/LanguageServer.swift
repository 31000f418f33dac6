package import Model
internal import Tables

/// Answers the messages of one client: documents are kept in step, requests answered, diagnostics told.
///
/// It neither reads nor writes by itself: messages come in by ``receive(_:)``, what is to be sent is returned.
package final class LanguageServer {
  /// Makes a workspace for the folders and the language that a client names.
  package typealias MakeWorkspace = (_ roots: [String], _ locale: ReportLocale) -> Workspace

  private let make: MakeWorkspace
  private let version: String
  /// What the user asked for; it outweighs the client's own.
  private let chosenLocale: ReportLocale?
  private var submissions: String?
  private(set) var workspace: Workspace?
  private(set) var encoding = PositionEncoding.utf16
  private var isShutDown = false
  /// Files whose diagnostics may have changed since they were told.
  private var needsDiagnostics = false
  /// What was told last, by file: the same is not told again.
  private var told: [String: LSPValue] = [:]
  private var nextRequest = 1
  /// Whether the client said `exit`, and whether it had shut down before.
  package private(set) var ending: Bool?

  /// - Parameters:
  ///   - locale: The language; without it the client's, or else Chinese.
  ///   - submissions: The path of those to evaluate rules on, where the client names none.
  package init(
    version: String, locale: ReportLocale?, submissions: String?, make: @escaping MakeWorkspace
  ) {
    self.submissions = submissions
    self.version = version
    chosenLocale = locale
    self.make = make
  }

  /// Codes of errors (JSON-RPC 2.0, 5.1; LSP 3.17, `ErrorCodes`).
  enum ErrorCode: Int {
    case parse = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParams = -32602
    case notInitialized = -32002
    case cancelled = -32800
    case failed = -32803
  }

  struct RequestError: Error {
    let code: ErrorCode
    let message: String
  }

  /// Takes messages in their order; of requests that a later one cancels nothing is computed.
  ///
  /// - Returns: what to send, in order.
  package func receive(_ texts: [String]) async -> [LSPValue] {
    let messages = texts.map { ($0, JSONValue($0)) }
    var cancelled: Set<LSPValue> = []
    for case (_, let message?) in messages where message["method"]?.string == "$/cancelRequest" {
      if let id = message["params"]?["id"] { cancelled.insert(id.asAnswer) }
    }
    var answers: [LSPValue] = []
    for (_, message) in messages {
      guard let message, message.members != nil else {
        answers.append(Self.failure(.null, RequestError(code: .parse, message: "not JSON")))
        continue
      }
      answers += await take(message, cancelled)
    }
    return answers
  }

  /// Returns the diagnostics that changed; asked for once the client has nothing more to say for now.
  package func pending() -> [LSPValue] {
    guard needsDiagnostics, let workspace else { return [] }
    needsDiagnostics = false
    return DiagnosticsFeature(workspace: workspace, encoding: encoding).notifications(since: &told)
  }

  /// Whether ``pending()`` may have something to tell.
  package var hasPending: Bool { needsDiagnostics }

  private func take(_ message: JSONValue, _ cancelled: Set<LSPValue>) async -> [LSPValue] {
    guard let method = message["method"]?.string else {
      // An answer to one of our own requests.
      return []
    }
    let params = message["params"] ?? .null
    guard let id = message["id"] else {
      if method == "initialized" { return await chooseSubmissions() }
      return notify(method, params)
    }
    let number = id.asAnswer
    do throws(RequestError) {
      if cancelled.contains(number) {
        throw RequestError(code: .cancelled, message: "cancelled")
      }
      let answer = try await answer(method, params)
      return [.members(["jsonrpc": "2.0", "id": number, "result": answer.value])]
        + followUps(of: answer)
    } catch {
      return [Self.failure(number, error)]
    }
  }

  private static func failure(_ id: LSPValue, _ error: RequestError) -> LSPValue {
    .members([
      "jsonrpc": "2.0", "id": id,
      "error": .members([
        "code": .int(error.code.rawValue), "message": .string(error.message),
      ]),
    ])
  }

  // MARK: Requests

  private func answer(
    _ method: String, _ params: JSONValue
  ) async throws(RequestError) -> WorkspaceFeature.Answer {
    if method == "initialize" { return .init(value: initialize(params)) }
    guard let workspace, !isShutDown else {
      let code = isShutDown ? ErrorCode.invalidRequest : .notInitialized
      throw RequestError(code: code, message: isShutDown ? "shut down" : "not initialized")
    }
    if method == "shutdown" {
      isShutDown = true
      return .init(value: .null)
    }
    do throws(EditorRefusal) {
      if let feature = WorkspaceFeature.all.first(where: { $0.method == method }) {
        return try await feature.answer(workspace, params)
      }
      guard let feature = Feature.all.first(where: { $0.method == method }) else {
        throw EditorRefusal("没有这个请求：\(method)", "no such request: \(method)")
      }
      guard let context = try context(of: params, workspace) else { return .init(value: .null) }
      return .init(value: try feature.answer(context))
    } catch {
      let isKnown =
        Feature.all.contains { $0.method == method }
        || WorkspaceFeature.all.contains { $0.method == method }
      throw RequestError(
        code: isKnown ? .failed : .unknownMethod, message: error.words[workspace.locale])
    }
  }

  private func context(
    of params: JSONValue, _ workspace: Workspace
  ) throws(EditorRefusal) -> FeatureContext? {
    // Items that are resolved carry the address in their data.
    let address =
      params["textDocument"]?["uri"]?.string ?? params["data"]?["uri"]?.string
      ?? params["item"]?["uri"]?.string
    guard let address else {
      throw EditorRefusal("缺少 textDocument.uri", "textDocument.uri is missing")
    }
    guard let path = DocumentPath.path(of: address), let file = workspace.file(at: path) else {
      return nil
    }
    let place = params["position"] ?? params["data"]?["position"]
    let position = FeatureContext.position(place, in: file.text, encoding)
    return FeatureContext(
      workspace: workspace, file: file,
      position: position ?? TextPosition(line: 1, column: 1), encoding: encoding, params: params)
  }

  private func initialize(_ params: JSONValue) -> LSPValue {
    // allowed: none offered, the protocol's own counts
    let offered = params["capabilities"]?["general"]?["positionEncodings"]?.items ?? []
    let names = offered.compactMap(\.string)
    // Our positions are scalars; of what the client offers the nearest is the cheapest.
    encoding =
      [PositionEncoding.utf32, .utf8].first { names.contains($0.rawValue) } ?? .utf16
    // allowed: a client without folders
    var roots = params["workspaceFolders"]?.items?.compactMap { $0["uri"]?.string } ?? []
    if roots.isEmpty, let root = params["rootUri"]?.string { roots = [root] }
    let asked = params["initializationOptions"]?["locale"]?.string ?? params["locale"]?.string
    workspace = make(
      roots.compactMap(DocumentPath.path), chosenLocale ?? Self.locale(asked) ?? .chinese)
    workspace?.client = ClientAbilities(params["capabilities"])
    workspace?.encoding = encoding
    submissions = params["initializationOptions"]?["submissions"]?.string ?? submissions
    return .members([
      "capabilities": capabilities,
      "serverInfo": .members(["name": "dossier", "version": .string(version)]),
    ])
  }

  private static func locale(_ name: String?) -> ReportLocale? {
    guard let name = name?.lowercased() else { return nil }
    if name.hasPrefix("zh") { return .chinese }
    return name.hasPrefix("en") ? .english : nil
  }

  private var capabilities: LSPValue {
    let sync = LSPValue.members([
      "openClose": true, "change": 2, "save": .members(["includeText": false]),
    ])
    var members = [
      LSPValue.Member(name: "positionEncoding", value: .string(encoding.rawValue)),
      LSPValue.Member(name: "textDocumentSync", value: sync),
      LSPValue.Member(
        name: "workspace",
        value: .members([
          "workspaceFolders": .members(["supported": true, "changeNotifications": true])
        ])),
    ]
    members += Feature.all.compactMap(\.capability)
    members += WorkspaceFeature.all.compactMap(\.capability)
    return .object(members)
  }

  /// Reads the submissions that were named at the start, once the client has its answer: that may take a while.
  private func chooseSubmissions() async -> [LSPValue] {
    guard let workspace, let path = submissions else { return [] }
    do {
      try await workspace.choose(path)
      return followUps(of: .init(value: .null, changesEvaluation: true))
    } catch {
      return [Self.message(error.words[workspace.locale], kind: .warning)]
    }
  }

  /// What a message to the author is (LSP 3.17, `MessageType`).
  private enum MessageKind: Int {
    case warning = 2
    case information = 3
  }

  private static func message(_ text: String, kind: MessageKind) -> LSPValue {
    .members([
      "jsonrpc": "2.0", "method": "window/showMessage",
      "params": .members(["type": .int(kind.rawValue), "message": .string(text)]),
    ])
  }

  /// What is said to and asked of the client after a request was answered.
  private func followUps(of answer: WorkspaceFeature.Answer) -> [LSPValue] {
    var messages: [LSPValue] = []
    if let text = answer.shown { messages.append(Self.message(text, kind: .information)) }
    if let edit = answer.edit {
      messages.append(request("workspace/applyEdit", .members(["edit": edit])))
    }
    if answer.changesEvaluation { messages.append(request("workspace/codeLens/refresh", nil)) }
    return messages
  }

  private func request(_ method: String, _ params: LSPValue?) -> LSPValue {
    nextRequest += 1
    return .members([
      "jsonrpc": "2.0", "id": .string("dossier-\(nextRequest)"), "method": .string(method),
      "params": params,
    ])
  }

  // MARK: Notifications

  private func notify(_ method: String, _ params: JSONValue) -> [LSPValue] {
    if method == "exit" {
      ending = isShutDown
      return []
    }
    guard let workspace else { return [] }
    let documents = DocumentChanges(workspace: workspace, encoding: encoding)
    if documents.take(method, params) { needsDiagnostics = true }
    return []
  }
}
