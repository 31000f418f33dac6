import Foundation
import Testing

@testable import Native

@Suite struct InferenceModelTests {
  private static let models = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../.deps/rapidocr/models").standardized.path
  private static let direction = models + "/ch_ppocr_mobile_v2.0_cls_mobile.onnx"

  @Test func aMissingModelIsNamed() {
    let error = #expect(throws: InferenceError.self) {
      _ = try InferenceModel(path: "/nonexistent/model.onnx", threads: 1)
    }
    #expect(error?.reason.contains("/nonexistent/model.onnx") == true)
  }

  @Test func aFileThatIsNoModelIsRefused() throws {
    let path = NSTemporaryDirectory() + "dossier-no-model-\(getpid()).onnx"
    try Data("no model".utf8).write(to: URL(fileURLWithPath: path))
    defer { unsafe unlink(path) }
    #expect(throws: InferenceError.self) {
      _ = try InferenceModel(path: path, threads: 1)
    }
  }

  @Test func probabilitiesAddUpAndRepeat() throws {
    let model = try InferenceModel(path: Self.direction, threads: 1)
    let request = try model.makeRequest()
    func run() throws -> [Float] {
      try request.start(shape: [2, 3, 48, 192]) { input in
        for index in 0..<input.count { input[index] = Float(index % 7) / 7 - 0.5 }
      }
      try request.wait()
      return try request.output { values, shape in
        #expect(shape == [2, 2])
        return (0..<values.count).map { values[$0] }
      }
    }
    let first = try run()
    #expect(first.count == 4)
    #expect(abs(first[0] + first[1] - 1) < 0.001 && abs(first[2] + first[3] - 1) < 0.001)
    #expect(try run() == first)
  }

  @Test func aShapeThatTheModelCannotTakeThrows() throws {
    let model = try InferenceModel(path: Self.direction, threads: 1)
    let request = try model.makeRequest()
    #expect(throws: InferenceError.self) {
      try request.start(shape: [1, 5, 48, 192]) { _ in }
      try request.wait()
    }
  }

  @Test func theInputStartsWithZeros() throws {
    let model = try InferenceModel(path: Self.direction, threads: 1)
    let request = try model.makeRequest()
    var sum: Float = 0
    try request.start(shape: [1, 3, 48, 192]) { input in
      for index in 0..<input.count {
        sum += abs(input[index])
        input[index] = 1
      }
    }
    try request.wait()
    try request.start(shape: [1, 3, 48, 192]) { input in
      for index in 0..<input.count { sum += abs(input[index]) }
    }
    try request.wait()
    #expect(sum == 0)
  }
}
