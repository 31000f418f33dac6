import Testing

@testable import Papers

@Suite struct CompanyTypesTests {
  @Test(arguments: [
    ("有限责任公司（白然人投资或控股）", "有限责任公司（自然人投资或控股）"), ("有限责任公司(自然人独责)", "有限责任公司(自然人独资)"),
    ("股份有限公司(非上币、自然人投资或控股)", "股份有限公司(非上市、自然人投资或控股)"),
  ])
  func aMisreadTypeIsTheOnlyOneItCanBe(read: String, type: String) {
    #expect(CompanyTypes.nearest(to: read) == type)
  }

  @Test(arguments: [
    "有限责任公司（自然人独资）", "有限责任公司", "个体工商户", "集体所有制（股份合作）", "林晓舟", "",
  ])
  func whatIsATypeOrNoneStays(read: String) {
    #expect(CompanyTypes.nearest(to: read) == nil)
  }
}
