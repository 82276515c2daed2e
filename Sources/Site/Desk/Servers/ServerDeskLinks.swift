/// The addresses of the desk's page for other servers.
enum ServerDeskLinks {
    static let index = "/desk/servers"
    static let acceptance = index + "/acceptance"
    static let end = index + "/end"
    static let tally = index + "/tally"
}
