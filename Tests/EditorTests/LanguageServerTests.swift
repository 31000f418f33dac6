import Model
import Testing

@testable import Editor

@Suite struct LanguageServerTests {
  @Test(arguments: [
    (["utf-16"], "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), ([], "utf-16"),
  ])
  func theClientsEncodingIsTaken(offered: [String], taken: String) async throws {
    let bench = try ServerBench()
    let names = offered.map { "\"\($0)\"" }.joined(separator: ",")
    let result = try await bench.request(
      "initialize", #"{"capabilities":{"general":{"positionEncodings":[\#(names)]}}}"#)
    #expect(result["capabilities"]?["positionEncoding"]?.text == taken)
  }

  @Test func aMistakeIsToldAtItsLettersAndTakenBack() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    #expect(bench.diagnostics() == [])
    await bench.change(9, 14, 18, "𠮷note")
    let told = try #require(bench.diagnostics()?.first)
    #expect(told["code"]?.text == "unknown-value")
    #expect(told["range"]?["end"]?["character"] == 20)
    await bench.change(9, 14, 20, "note")
    #expect(bench.diagnostics() == [])
  }

  @Test(arguments: [("utf-16", 6), ("utf-8", 12), ("utf-32", 5)])
  func changesCountAsTheClientDoes(encoding: String, end: Int) async throws {
    let bench = try ServerBench()
    try await bench.begin([encoding])
    await bench.change(0, 0, 0, "𠮷")
    // `𠮷# 本公`: five letters.
    await bench.change(0, 0, end, "#")
    let path = try #require(DocumentPath.path(of: bench.uri))
    #expect(bench.server.workspace?.file(at: path)?.text.line(1) == "#司规则")
  }

  @Test func aCancelledRequestIsNotComputed() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    let answers = await bench.server.receive([
      #"{"jsonrpc":"2.0","id":"a","method":"textDocument/hover","params":{}}"#,
      #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}"#,
    ])
    #expect(answers.first?["error"]?["code"] == -32800)
  }

  @Test(arguments: [
    ("not json", -32700), (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}"#, -32002),
  ])
  func nonsenseIsRefused(text: String, code: Int) async throws {
    let bench = try ServerBench()
    #expect(await bench.server.receive([text]).first?["error"]?["code"] == .int(code))
  }

  @Test func anUnknownRequestIsNamed() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    let answer = await bench.answers(
      "textDocument/moniker", #"{"textDocument":{"uri":"\#(bench.uri)"}}"#)
    #expect(answer.first?["error"]?["code"] == -32601)
  }

  @Test func afterShutdownNothingIsAnsweredAndExitIsInOrder() async throws {
    let bench = try ServerBench()
    try await bench.begin()
    #expect(try await bench.request("shutdown", "null") == .null)
    #expect(await bench.answers("textDocument/hover", "{}").first?["error"]?["code"] == -32600)
    await bench.notify("exit", "null")
    #expect(bench.server.ending == true)
  }

  @Test func framesAreCutWhereverTheyBreak() {
    let message = LSPValue.members(["method": "名称𠮷"])
    let bytes = MessageFrames.framed(message) + MessageFrames.framed(message)
    for size in [1, 3, 7, bytes.count] {
      var frames = MessageFrames()
      var texts: [String] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        frames.append(bytes[start..<min(bytes.count, start + size)])
        while let text = frames.next() { texts.append(text) }
      }
      #expect(texts == [message.json, message.json])
    }
  }

  @Test(arguments: ["file:///a%20b/%E8%A7%84.yaml", "file://localhost/a%20b/%E8%A7%84.yaml"])
  func addressesHaveSpacesAndChineseLetters(uri: String) throws {
    let path = try #require(DocumentPath.path(of: uri))
    #expect(path == "/a b/规.yaml")
    #expect(DocumentPath.uri(of: path) == "file:///a%20b/%E8%A7%84.yaml")
  }

  @Test(arguments: ["untitled:1", "file:///a%zz", "file:relative", "http://x/y"])
  func otherAddressesAreNoFiles(uri: String) { #expect(DocumentPath.path(of: uri) == nil) }

  @Test func bytesThatAreNoHeaderAreNotKept() {
    var frames = MessageFrames()
    for _ in 0..<200 {
      frames.append(Array(repeating: UInt8(ascii: "x"), count: 10_000))
      #expect(frames.next() == nil)
    }
    frames.append(Array("\r\n\r\n".utf8))
    frames.append(MessageFrames.framed("after"))
    #expect(frames.next() == "\"after\"")
    #expect(frames.next() == nil)
  }

  @Test func submissionsThatCannotBeReadAreTold() async throws {
    let bench = try ServerBench(submissions: "none")
    try await bench.begin()
    let told = await bench.server.receive([
      #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#
    ])
    #expect(told.first?["method"]?.text == "window/showMessage")
    #expect(told.first?["params"]?["message"]?.text == "没有")
  }

  @Test(arguments: [(ReportLocale.english, "there is no"), (nil, "没有")])
  func theLanguageAskedForOutweighsTheClients(locale: ReportLocale?, words: String) async throws {
    let bench = try ServerBench(locale: locale)
    try await bench.begin()
    await bench.change(9, 14, 18, "nota")
    let told = try #require(bench.diagnostics()?.first)
    #expect(told["message"]?.text?.contains(words) == true)
  }
}
