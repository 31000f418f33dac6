import Foundation
import Testing

/// A headless Chromium, driven by the W3C's WebDriver protocol.
final class Browser {
  /// Whether Chromium, its driver and curl are on this machine.
  static let isInstalled = ["chromium", "chromedriver", "curl"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }

  private let driver: Process
  private let scratch: String
  private let base: String
  private var session: String?

  /// Starts both; the window's `width` in CSS pixels.
  init(width: Int = 1600) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-browser-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    scratch = folder.path
    // Files instead of pipes: what the browser's many processes inherit keeps a pipe open.
    let log = scratch + "/driver"
    try Data().write(to: URL(fileURLWithPath: log))
    driver = Process()
    driver.executableURL = URL(fileURLWithPath: "/usr/bin/chromedriver")
    driver.arguments = ["--port=0"]
    driver.standardInput = FileHandle.nullDevice
    driver.standardOutput = FileHandle(forWritingAtPath: log)
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    var port: Substring?
    for _ in 0..<300 where port == nil {
      Thread.sleep(forTimeInterval: 0.1)
      let text = try String(contentsOfFile: log, encoding: .utf8)
      port = text.firstMatch(of: /successfully on port (\d+)/)?.1
    }
    guard let port else {
      kill(driver.processIdentifier, SIGKILL)
      throw Refused(answer: "chromedriver says no port")
    }
    base = "http://127.0.0.1:\(port)"
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--window-size=\(width),1000",
    ]
    var chrome: [String: Any] = ["binary": "/usr/bin/chromium", "args": arguments]
    // A window is never as narrow as a telephone.
    if width < 600 {
      chrome["mobileEmulation"] = [
        "deviceMetrics": ["width": width, "height": 800, "pixelRatio": 1]
      ]
    }
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": chrome,
      "goog:loggingPrefs": ["performance": "ALL", "browser": "ALL"],
    ]
    let body = ["capabilities": ["alwaysMatch": wanted]]
    let answer = try send("POST", base + "/session", body) as? [String: Any]
    session = answer?["sessionId"] as? String
  }

  /// Ends the browser, then its driver, which takes no notice of SIGTERM.
  func close() throws {
    defer {
      kill(driver.processIdentifier, SIGKILL)
      driver.waitUntilExit()
      try? FileManager.default.removeItem(atPath: scratch)
    }
    if let session { _ = try send("DELETE", "\(base)/session/\(session)", nil) }
  }

  func open(_ path: String) throws {
    try send("url", ["url": URL(fileURLWithPath: path).absoluteString])
  }

  /// What a function body returns.
  @discardableResult
  func run(_ script: String) throws -> Any? {
    try send("execute/sync", ["script": script, "args": [String]()])
  }

  func number(_ script: String) throws -> Int? { try run(script) as? Int }

  func click(_ selector: String) throws {
    let element = try element(selector)
    try send("element/\(element)/click", [:])
  }

  /// Types into an element; `\u{E007}` is Enter (WebDriver section 17.4.2).
  func type(_ text: String, into selector: String) throws {
    let element = try element(selector)
    try send("element/\(element)/value", ["text": text])
  }

  private func element(_ selector: String) throws -> String {
    let found =
      try send("element", ["using": "css selector", "value": selector]) as? [String: String]
    return try #require(found?.values.first)
  }

  /// The addresses of everything that was asked for since the last call.
  func requests() throws -> [String] {
    try log("performance").compactMap { text in
      let entry = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let message = entry?["message"] as? [String: Any]
      guard message?["method"] as? String == "Network.requestWillBeSent" else { return nil }
      let request = (message?["params"] as? [String: Any])?["request"] as? [String: Any]
      return request?["url"] as? String
    }
  }

  /// What the console says: refusals by the content-security policy and errors of scripts.
  func complaints() throws -> [String] { try log("browser") }

  private func log(_ kind: String) throws -> [String] {
    let entries = try send("se/log", ["type": kind]) as? [[String: Any]]
    return (entries ?? []).compactMap { $0["message"] as? String }
  }

  @discardableResult
  private func send(_ command: String, _ body: [String: Any]) throws -> Any? {
    try send("POST", "\(base)/session/\(try #require(session))/\(command)", body)
  }

  /// By curl: chromedriver's answers have header lines that Foundation's own client gives up on.
  private func send(
    _ method: String, _ address: String, _ body: [String: Any]?
  ) throws -> Any? {
    let (request, response) = (scratch + "/request", scratch + "/response")
    let text = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    try (text ?? Data()).write(to: URL(fileURLWithPath: request))
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
    curl.arguments = [
      "-s", "-m", "60", "-X", method, "--data-binary", "@" + request, "-o", response, address,
    ]
    curl.standardInput = FileHandle.nullDevice
    curl.standardOutput = FileHandle.nullDevice
    curl.standardError = FileHandle.nullDevice
    try curl.run()
    curl.waitUntilExit()
    let data = try Data(contentsOf: URL(fileURLWithPath: response))
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard curl.terminationStatus == 0, (answer?["value"] as? [String: Any])?["error"] == nil else {
      throw Refused(answer: String(decoding: data, as: UTF8.self))
    }
    return answer?["value"]
  }

  struct Refused: Error {
    let answer: String
  }
}
