import Testing

@testable import Mail

@Suite struct SMTPServerTests {
    @Test(arguments: [
        ("smtp://relay.example.org", "smtp://relay.example.org:25"), ("smtps://relay.example.org", "smtps://relay.example.org:465"),
        ("smtp://ua:p%40ss@Relay.example.org/mail.example.net", "smtp://ua:•••@relay.example.org:587/mail.example.net"),
        ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525"),
    ])
    func `an address of a server is read, and shown without its password`(_ text: String, _ shown: String) throws {
        #expect(try SMTPServer(text).description == shown)
    }

    @Test func `a password may hold any letter`() throws {
        let server = try SMTPServer("smtp://ua%3Ab:p%40ss%2F@relay.example.org")
        #expect(server.user == "ua:b" && server.password == "p@ss/" && server.address == "smtp://relay.example.org:587/")
        #expect(server.encryption == .required)
        #expect(try SMTPServer("smtp://localhost:25").encryption == .opportunistic)
    }

    @Test(arguments: [
        "", "relay", "http://relay", "smtp://", "smtp://a:0", "smtp://a:99999", "smtp://a/b%0d%0ac", "smtp://u:p%0a@a", "smtp://a?x", "smtp://a b",
    ])
    func `what is no such address is none`(_ text: String) {
        #expect(throws: SMTPServer.Malformed.self) { try SMTPServer(text) }
    }
}
