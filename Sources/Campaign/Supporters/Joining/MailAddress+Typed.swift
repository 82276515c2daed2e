import Documents
import Foundation

extension MailAddress {
    /// The address in a form's field `address`, kept as it was given but for blanks around it.
    init(typed: String?) throws(FormProblems) {
        let typed = typed?.trimmingCharacters(in: CharacterSet(charactersIn: " \t\u{A0}")) ?? ""
        guard let address = MailAddress(typed) else {
            var problems = FormProblems()
            problems.add("address", Message(typed.isEmpty ? "supporter.problem.no_address" : "supporter.problem.address"))
            throw problems
        }
        self = address
    }
}
