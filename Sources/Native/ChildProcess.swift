internal import CLimits
internal import Glibc

/// A running child process with a pipe each way that never blocks; it is killed and reaped at the end
/// of this value's life.
///
/// The child leads a process group of its own, so that what it starts dies with it and a Ctrl-C at the
/// terminal reaches the parent alone. Its standard error goes to memory, for ``logTail(bytes:)``.
@safe package struct ChildProcess: ~Copyable {
  /// How a child ended.
  package enum End: Hashable, Sendable {
    case exited(status: Int)
    case signalled(number: Int, name: String)
  }

  /// Why a child could not be started.
  package struct SpawnError: Error {
    package let reason: String
  }

  package enum Written: Sendable {
    case bytes(Int)
    case full
    case closed
  }

  package enum Received: Sendable {
    case bytes([UInt8])
    case empty
    case closed
  }

  private let identifier: pid_t
  private var input: Int32
  private let output: Int32
  private let log: Int32
  private var end: End?

  /// Starts `executable` (a path) with `arguments` (without the program's name) and nothing but `environment` of
  /// variables: this process's own may hold secrets.
  package init(executable: String, arguments: [String], environment: [String: String] = [:])
    throws(SpawnError)
  {
    let toChild = try Self.pipe()
    let fromChild: (reading: Int32, writing: Int32)
    do { fromChild = try Self.pipe() } catch {
      Self.close([toChild.reading, toChild.writing])
      throw error
    }
    let log = climits_memory_file()
    var identifier: pid_t = 0
    let list = CommandVector([executable] + arguments)
    let variables = CommandVector(environment: environment)
    let failure =
      log < 0
      ? errno
      : withExtendedLifetime(list) {
        withExtendedLifetime(variables) {
          unsafe climits_spawn(
            executable, list.pointers, variables.pointers, toChild.reading, fromChild.writing, log,
            &identifier)
        }
      }
    Self.close([toChild.reading, fromChild.writing])
    guard failure == 0 else {
      Self.close([toChild.writing, fromChild.reading, log])
      throw SpawnError(reason: "\(executable): \(SystemError.text(failure))")
    }
    for descriptor in [toChild.writing, fromChild.reading] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
    self.identifier = identifier
    input = toChild.writing
    output = fromChild.reading
    self.log = log
  }

  deinit {
    if end == nil {
      Glibc.kill(-identifier, SIGKILL)
      var status: Int32 = 0
      while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    }
    Self.close([input, output, log])
  }

  /// The descriptors for ``Readiness/wait(for:timeoutMilliseconds:)``.
  package var pipes: Readiness.Pipes { Readiness.Pipes(input: input, output: output) }

  /// Writes what the pipe takes now.
  package func write(_ bytes: ArraySlice<UInt8>) -> Written {
    let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(input, $0.baseAddress, $0.count) }
    if count >= 0 { return .bytes(count) }
    return errno == EAGAIN || errno == EINTR ? .full : .closed
  }

  /// Reads what is in the pipe now, at most 1 MiB.
  package func read() -> Received {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
      let count = unsafe Glibc.read(output, buffer.baseAddress, buffer.count)
      failure = count < 0 ? errno : 0
      filled = max(0, count)
    }
    if failure == EAGAIN || failure == EINTR { return .empty }
    return bytes.isEmpty ? .closed : .bytes(bytes)
  }

  /// Lets the child see the end of its input.
  package mutating func closeInput() {
    Self.close([input])
    input = -1
  }

  /// Gives the child so much processor time more than it has used until now, in seconds of all its threads; then it
  /// gets SIGXCPU.
  package func allowFurther(cpuSeconds: Int) {
    if end == nil { _ = climits_cap_further_cpu(identifier, UInt64(clamping: cpuSeconds)) }
  }

  /// Ends the child and all it started, at once.
  package func kill() {
    if end == nil { Glibc.kill(-identifier, SIGKILL) }
  }

  /// Waits for the child's end at most `graceMilliseconds`, then kills it.
  package mutating func reap(graceMilliseconds: Int) -> End {
    if let end { return end }
    var status: Int32 = 0
    for _ in 0..<max(1, graceMilliseconds) {
      if unsafe waitpid(identifier, &status, WNOHANG) == identifier { return ended(status) }
      usleep(1000)
    }
    Glibc.kill(-identifier, SIGKILL)
    while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return ended(status)
  }

  /// Returns the last bytes that the child wrote to its standard error.
  package func logTail(bytes limit: Int) -> String {
    let size = lseek(log, 0, SEEK_END)
    let start = max(0, size - limit)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      filled = max(0, unsafe pread(log, buffer.baseAddress, buffer.count, start))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func ended(_ status: Int32) -> End {
    let signal = climits_ending_signal(status)
    let end: End =
      signal == 0
      ? .exited(status: Int(climits_exit_status(status)))
      : .signalled(number: Int(signal), name: Self.name(ofSignal: signal))
    self.end = end
    // Whatever the child left behind in its group.
    Glibc.kill(-identifier, SIGKILL)
    return end
  }

  private static func name(ofSignal number: Int32) -> String {
    guard let name = unsafe climits_signal_name(number) else { return "signal \(number)" }
    return unsafe "SIG" + String(cString: name)
  }

  private static func pipe() throws(SpawnError) -> (reading: Int32, writing: Int32) {
    var reading: Int32 = -1
    var writing: Int32 = -1
    let failure = unsafe climits_pipe(&reading, &writing)
    guard failure == 0 else { throw SpawnError(reason: SystemError.text(failure)) }
    return (reading, writing)
  }

  private static func close(_ descriptors: [Int32]) {
    for descriptor in descriptors where descriptor >= 0 { Glibc.close(descriptor) }
  }
}
