import Model
import Testing

@testable import CEL

@Suite struct PaperFunctionsTests {
  private func call(_ name: String, _ arguments: [CELValue]) -> Outcome {
    var trees = Trees()
    let literals = arguments.map { trees.value($0) }
    return Outcome(evaluate(trees.builder.call(name, literals, at: Trees.place)))
  }

  private func date(_ text: String) throws -> CELValue {
    .date(try #require(CalendarDate(iso: text)))
  }

  @Test(arguments: [
    ("91350100M000100Y43", "福建"), ("91100000100003962T", "全国"), ("91990100M000100Y43", "null"),
    ("123", "null"),
  ])
  func provinceOfACode(code: String, province: String) {
    #expect(call("province_of", [.string(code)]) == .value(province))
  }

  @Test(arguments: [("广东省深圳市南山区", "广东"), ("上海市黄浦区", "上海"), ("深圳市南山区", "null")])
  func provinceOfAnAddress(address: String, province: String) {
    #expect(call("province_in", [.string(address)]) == .value(province))
  }

  @Test(arguments: [
    ("2016-01-05", "2036-01-05", "20"), ("2016-01-05", "2026-01-05", "10"),
    ("2016-01-05", "2021-01-05", "5"), ("2016-01-05", "2036-01-04", "null"),
    ("2016-01-05", "2023-01-05", "null"), ("2016-02-29", "2026-02-28", "10"),
    ("2016-02-29", "2026-03-01", "10"), ("2016-03-01", "2026-03-02", "null"),
  ])
  func termOfACard(from: String, to: String, term: String) throws {
    #expect(call("card_term", [try date(from), try date(to)]) == .value(term))
  }

  @Test func withoutEndIsATerm() throws {
    #expect(call("card_term", [try date("2016-01-05"), .null]) == .value("long_term"))
  }

  @Test(arguments: [
    ("2010-06-01", "2020-01-01", "5"), ("1990-06-01", "2016-05-31", "10"),
    ("1990-06-01", "2016-09-01", "20"), ("1990-06-01", "2016-06-02", "10,20"),
    ("1960-06-01", "2016-06-02", "long_term"),
  ])
  func termsByLaw(born: String, issued: String, terms: String) throws {
    let list = call("card_terms_by_law", [try date(born), try date(issued)])
    let wanted = CELValue.list(terms.split(separator: ",").map { .string(String($0)) })
    #expect(list == .value(wanted.text))
  }

  @Test(arguments: [
    ("A@Example.COM.cn", "example.com.cn"), ("a@b@c.cn", "null"), ("a@", "null"),
    ("Example.com", "example.com"), ("https://www.example.com.cn:8080/a?b", "www.example.com.cn"),
    ("http://user@example.cn/", "example.cn"), ("example.com.", "example.com"), ("example", "null"),
    ("a@-b.cn", "null"), ("a@b..cn", "null"), (" a @ 例子.中国 ", "例子.中国"), ("", "null"),
    ("13800000000", "null"),
  ])
  func domainOfAnAddress(address: String, domain: String) {
    #expect(call("domain_of", [.string(address)]) == .value(domain))
  }
}
