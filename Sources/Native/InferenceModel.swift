internal import COpenVINO

/// Why a model did not load or run: the last line of OpenVINO's text, which says what; those before say where in
/// OpenVINO.
package struct InferenceError: Error, Hashable, Sendable {
  package let reason: String

  init(_ status: ov_status_e) {
    let kind = unsafe ov_get_error_info(status).map { unsafe String(cString: $0) }
    let detail = unsafe ov_get_last_err_msg().map { unsafe String(cString: $0) }
    let last = detail?.split(whereSeparator: \.isNewline).last.map(String.init)
    reason = [kind, last].compactMap { $0 }.joined(separator: ": ")
  }

  init(reason: String) { self.reason = reason }

  static func check(_ status: ov_status_e) throws(InferenceError) {
    guard status.rawValue == 0 else { throw InferenceError(status) }
  }
}

/// How numbers are rounded within a network.
package enum InferencePrecision: String, CaseIterable, Sendable {
  /// Single precision: the same probabilities on all machines, to the digits that reports show.
  case single
  /// What the machine computes fastest, bfloat16 where it has that: a third quicker, and a confidence may differ by
  /// some hundredths.
  case machine

  /// The precision with which models are loaded unless another is asked for; docs/decisions/0036-single-precision.md says why.
  package static let standard = Self.single
}

/// A neural network compiled for this machine's CPU.
///
/// Not sendable: it lives in the worker that loaded it.
@safe package struct InferenceModel: ~Copyable {
  private let core: OpaquePointer
  private let model: OpaquePointer

  /// Loads an ONNX file.
  ///
  /// - Parameters:
  ///   - threads: how many threads one inference uses.
  ///   - precision: of all its layers.
  package init(path: String, threads: Int, precision: InferencePrecision = .standard)
    throws(InferenceError)
  {
    var core: OpaquePointer?
    try InferenceError.check(unsafe ov_core_create(&core))
    guard let core = unsafe core else { throw InferenceError(reason: "no OpenVINO core") }
    var options = [
      ("PERFORMANCE_HINT", "LATENCY"),
      ("INFERENCE_NUM_THREADS", String(threads)), ("NUM_STREAMS", "1"),
      ("ENABLE_CPU_PINNING", "NO"),
    ]
    // Left to itself OpenVINO takes what the CPU has units for, and never emulates bfloat16 where there are none.
    if precision == .single { options.append(("INFERENCE_PRECISION_HINT", "f32")) }
    var model: OpaquePointer?
    let status = unsafe Self.withProperties(options) { properties in
      unsafe ov_core_compile_model_from_file_props(
        core, path, "CPU", properties.count, properties.baseAddress, &model)
    }
    guard status.rawValue == 0, let model = unsafe model else {
      let error = InferenceError(status)
      unsafe ov_core_free(core)
      throw error
    }
    unsafe self.core = core
    unsafe self.model = model
  }

  deinit {
    unsafe ov_compiled_model_free(model)
    unsafe ov_core_free(core)
  }

  /// Returns a request that runs on this model; several may be under way at once.
  package func makeRequest() throws(InferenceError) -> InferenceRequest {
    var request: OpaquePointer?
    try InferenceError.check(unsafe ov_compiled_model_create_infer_request(model, &request))
    guard let request = unsafe request else {
      throw InferenceError(reason: "no inference request")
    }
    return unsafe InferenceRequest(request)
  }

  private static func withProperties<Result>(
    _ options: [(String, String)], _ body: (UnsafeBufferPointer<ov_property_t>) -> Result
  ) -> Result {
    let texts = options.flatMap { [Array($0.0.utf8CString), Array($0.1.utf8CString)] }
    let offsets = texts.reduce(into: [0]) { offsets, text in
      offsets.append((offsets.last ?? 0) + text.count)  // allowed: the list starts with 0
    }
    return unsafe texts.flatMap { $0 }.withUnsafeBufferPointer { characters in
      var properties: [ov_property_t] = unsafe []
      if let base = characters.baseAddress {
        for index in options.indices {
          unsafe properties.append(
            ov_property_t(key: base + offsets[2 * index], value: base + offsets[2 * index + 1]))
        }
      }
      return unsafe properties.withUnsafeBufferPointer(body)
    }
  }
}
