internal import Model

/// How alike two texts are.
enum SimilarityFunction {
  static let all: [Function] = [
    Function(
      "similarity",
      LocalizedText(
        "两个文本的相似度，0 到 1：一减去需改动的字数所占的比例",
        "how alike two texts are, 0 to 1: one less the share of characters to be changed"),
      [
        .init(
          [.string, .string], .double,
          cost: Weight.product,
          body: { (values) throws(CELError) in
            guard case .string(let left) = values[0], case .string(let right) = values[1] else {
              throw CELError(.noSuchOverload, "similarity")
            }
            let longer = max(left.count, right.count)
            guard longer > 0 else { return .double(1) }
            let distance = NearestName.editDistance(left, right)
            return .double(1 - Double(distance) / Double(longer))
          })
      ])
  ]
}
