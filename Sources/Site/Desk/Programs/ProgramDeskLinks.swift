/// The addresses of the desk's pages for other programs.
enum ProgramDeskLinks {
    static let index = "/desk/programs"
    static let revocation = index + "/revocation"
    static let webhooks = "/desk/webhooks"
    static let replay = webhooks + "/replay"
    static let webhookEnd = webhooks + "/end"
}
