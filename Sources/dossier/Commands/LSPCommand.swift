internal import ArgumentParser
internal import Editor
internal import Model
internal import Native
internal import Pipeline

/// `dossier lsp`: the language server for rule authors, on standard input and output.
struct LSPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "规则作者的语言服务器（标准输入输出） · Language server for rule authors, on stdio.",
    discussion: """
      编辑器的配置见 docs/editor.zh-CN.md · how to set up editors: docs/editor.md
      """)

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "供规则试算的提交或批次 · Submission or batch that rules are evaluated on.", valueName: "path"))
  var submissions: String?

  @Flag(name: .customLong("stdio"), help: .hidden)
  var standardStreams = false

  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  /// Changes that follow one another this quickly are told of together, in milliseconds.
  private static let quietTime: Int32 = 15

  func run() async throws {
    let console = common.console
    try await console.explaining {
      let workspaces = AuthoringWorkspaces(common: common, reading: reading, judging: judging)
      let server = LanguageServer(
        version: ToolVersion.current, locale: common.chosenLocale, submissions: submissions,
        make: workspaces.workspace)
      var frames = MessageFrames()
      while server.ending == nil {
        if server.hasPending, !StandardStreams.hasMore(within: Self.quietTime) {
          try send(server.pending())
        }
        let bytes = try StandardStreams.read()
        if bytes.isEmpty { break }
        frames.append(bytes)
        // What has arrived is taken together, so that a cancelled request is seen before it is computed.
        while StandardStreams.hasMore() {
          let more = try StandardStreams.read()
          if more.isEmpty { break }
          frames.append(more)
        }
        var texts: [String] = []
        while let text = frames.next() { texts.append(text) }
        try send(await server.receive(texts))
      }
      // As the protocol has it: 1 where the client left without saying so before.
      if server.ending != true { throw ExitCode(ExitStatus.findings) }
    }
  }

  private func send(_ messages: [LSPValue]) throws {
    for message in messages { try StandardStreams.write(MessageFrames.framed(message)) }
  }
}
