import Mail
import Testing

@Suite struct VerdictTests {
    @Test func `what a server says is part of the verdict`() {
        #expect(Verdict.refused("550 no such user") != .refused("552 mailbox full"))
    }
}
