import Campaign

/// The addresses of the register.
enum RegisterLinks {
    static let officials = "/desk/officials"
    static let missions = "/desk/missions"
    static let table = "/desk/register/table"
    static let export = "/desk/register/table.csv"
    static let tasks = "/desk/office-tasks"

    static func office(_ key: String) -> String { "\(officials)/\(key)" }
    static func contact(_ key: String) -> String { office(key) + "/contacts" }
    static func check(_ key: String) -> String { office(key) + "/check" }
    static func holder(_ key: String) -> String { office(key) + "/holder" }
}
