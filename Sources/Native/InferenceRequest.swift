internal import COpenVINO

/// One inference at a time on a compiled model: fill and start, do something else, wait, read.
///
/// A class because OpenVINO keeps its address while an inference runs.
@safe package final class InferenceRequest {
  private let request: OpaquePointer
  private var input: OpaquePointer?

  init(_ request: OpaquePointer) { unsafe self.request = request }

  deinit {
    unsafe ov_infer_request_wait(request)
    if let input = unsafe input { unsafe ov_tensor_free(input) }
    unsafe ov_infer_request_free(request)
  }

  /// Lets `fill` write the input (zeros before) and starts the inference.
  package func start(shape: [Int], fill: (inout MutableSpan<Float>) -> Void)
    throws(InferenceError)
  {
    if let old = unsafe input {
      unsafe ov_tensor_free(old)
      unsafe input = nil
    }
    var tensor: OpaquePointer?
    let dimensions = shape.map(Int64.init)
    let status = unsafe dimensions.withUnsafeBufferPointer { buffer in
      let shape = unsafe ov_shape_t(
        rank: Int64(buffer.count), dims: UnsafeMutablePointer(mutating: buffer.baseAddress))
      return unsafe ov_tensor_create(F32, shape, &tensor)
    }
    try InferenceError.check(status)
    guard let tensor = unsafe tensor else { throw InferenceError(reason: "no input tensor") }
    unsafe input = tensor
    let count = shape.reduce(1, *)
    var data: UnsafeMutableRawPointer?
    try InferenceError.check(unsafe ov_tensor_data(tensor, &data))
    guard let floats = unsafe data?.bindMemory(to: Float.self, capacity: count) else {
      throw InferenceError(reason: "no input memory")
    }
    unsafe floats.initialize(repeating: 0, count: count)
    var span = unsafe UnsafeMutableBufferPointer(start: floats, count: count).mutableSpan
    fill(&span)
    try InferenceError.check(unsafe ov_infer_request_set_input_tensor(request, tensor))
    try InferenceError.check(unsafe ov_infer_request_start_async(request))
  }

  /// Waits for the inference that was started.
  package func wait() throws(InferenceError) {
    try InferenceError.check(unsafe ov_infer_request_wait(request))
  }

  /// Lends the output with its shape.
  ///
  /// Call after ``wait()``.
  package func output<Result>(_ body: (Span<Float>, [Int]) -> Result) throws(InferenceError)
    -> Result
  {
    var tensor: OpaquePointer?
    try InferenceError.check(unsafe ov_infer_request_get_output_tensor(request, &tensor))
    guard let tensor = unsafe tensor else { throw InferenceError(reason: "no output tensor") }
    defer { unsafe ov_tensor_free(tensor) }
    var shape = unsafe ov_shape_t()
    try InferenceError.check(unsafe ov_tensor_get_shape(tensor, &shape))
    let dimensions = unsafe UnsafeBufferPointer(start: shape.dims, count: Int(shape.rank)).map(
      Int.init)
    unsafe ov_shape_free(&shape)
    var data: UnsafeMutableRawPointer?
    try InferenceError.check(unsafe ov_tensor_data(tensor, &data))
    let count = dimensions.reduce(1, *)
    guard let floats = unsafe data?.bindMemory(to: Float.self, capacity: count) else {
      throw InferenceError(reason: "no output memory")
    }
    return unsafe body(UnsafeBufferPointer(start: floats, count: count).span, dimensions)
  }
}
