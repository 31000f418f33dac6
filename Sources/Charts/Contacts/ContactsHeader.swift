package import Tables

/// The columns of a contact list, by the words of its header (docs/domain.md#contact-lists); notes may stand above.
package struct ContactsHeader {
  /// How departments are written.
  enum Dialect {
    /// Levels with `/`, several with `；`.
    case weCom
    /// Levels with `-`, several with `,`.
    case dingTalk
  }

  /// Index among the sheet's rows.
  let row: Int
  let name: Int
  let department: Int
  let account: Int?
  package let title: Int?
  let mobile: Int?
  let mail: Int?
  /// A column of its own that says what a member may do.
  let role: Int?
  let dialect: Dialect

  private static let rowLimit = 60

  private static let names: Set = ["姓名", "成员姓名", "name"]
  private static let departments: Set = ["部门", "所属部门", "所在部门", "部门名称", "department"]
  private static let accounts: Set = [
    "账号", "帐号", "英文ID/帐号", "英文ID/账号", "员工UserID", "userid", "用户ID",
  ]
  private static let titles: Set = ["职务", "职位", "岗位", "position"]
  private static let mobiles: Set = ["手机", "手机号", "手机号码", "mobile", "联系电话", "电话"]
  private static let roles: Set = ["角色", "成员角色", "权限", "权限角色", "管理角色", "管理权限", "role"]
  private static let mails: Set = ["邮箱", "个人邮箱", "email", "企业邮箱", "电子邮箱", "办公邮箱"]

  /// The header in the first rows; `nil` where none is there.
  package init?(_ sheet: TableSheet) {
    for index in sheet.rows.indices.prefix(Self.rowLimit) {
      guard let found = ContactsHeader(sheet.rows[index], at: index) else { continue }
      self = found
      return
    }
    return nil
  }

  private init?(_ row: TableSheet.Row, at index: Int) {
    // The mandatory columns are red, and older templates mark them with a star.
    let words = row.cells.map { cell in cell.filter { !$0.isWhitespace && !"*＊".contains($0) } }
    func column(_ known: Set<String>) -> Int? { words.firstIndex(where: known.contains) }
    guard let name = column(Self.names), let department = column(Self.departments),
      name != department
    else { return nil }
    account = column(Self.accounts)
    mobile = column(Self.mobiles)
    mail = column(Self.mails)
    role = column(Self.roles)
    guard account != nil || mobile != nil || mail != nil else { return nil }
    self.row = index
    self.name = name
    self.department = department
    title = column(Self.titles)
    dialect = words.contains("员工UserID") ? .dingTalk : .weCom
  }
}
