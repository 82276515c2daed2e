/// Why the desk does not let somebody in, or change something.
package enum StaffRefusal: Refusal, Equatable {
    /// Nobody by that name, or the password or the code is wrong: which of it is not said.
    case wrong
    /// Too many wrong attempts; the next one counts from then on.
    case wait(until: Instant)
    /// Too many sign in at once.
    case busy
    /// The link was used, or is over.
    case invitationOver
    case signedOut
    /// The role does not go as far.
    case notAllowed
    /// What is asked for cannot be undone, and the last code is too long ago.
    case codeNeeded
    case unknown(String)
    case loginTaken(LoginName)
    case unfitLogin(String)
    case unfitRole(String)
    case unknownSection(String)
    /// Nobody could let anybody in any more.
    case lastAdmin

    package var kind: RefusalKind {
        switch self {
        case .wrong, .signedOut, .notAllowed, .codeNeeded: .forbidden
        case .wait, .busy: .overloaded
        case .invitationOver, .unknown, .unknownSection: .missing
        case .loginTaken, .lastAdmin: .conflict
        case .unfitLogin, .unfitRole: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .wrong: Message("desk.refused_wrong")
        case .wait: Message("desk.refused_wait")
        case .busy: Message("desk.refused_busy")
        case .invitationOver: Message("desk.refused_invitation")
        case .signedOut: Message("desk.refused_signed_out")
        case .notAllowed: Message("desk.refused_role")
        case .codeNeeded: Message("desk.refused_code")
        case .unknown(let login): Message("desk.refused_unknown", ["login": login])
        case .loginTaken(let login): Message("desk.refused_taken", ["login": login.text])
        case .unfitLogin(let text): Message("desk.refused_login", ["login": text])
        case .unfitRole(let text): Message("desk.refused_unfit_role", ["role": text])
        case .unknownSection(let code): Message("alert.refused.section", ["section": code])
        case .lastAdmin: Message("desk.refused_last_admin")
        }
    }
}
