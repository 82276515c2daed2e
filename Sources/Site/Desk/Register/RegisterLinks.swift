import Campaign

/// The addresses of the register.
enum RegisterLinks {
    static let officials = "/desk/officials"
    static let missions = "/desk/missions"
    static let table = "/desk/register/table"
}
