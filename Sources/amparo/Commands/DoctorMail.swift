import ArgumentParser
import Campaign
import Documents
import Foundation
import Mail

struct DoctorMail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Say whether mail would leave and be believed: the server, TLS, SPF, DKIM, DMARC, the reverse name.",
        discussion: """
            Asks the name server of this machine (or mail.dns) and the mail server (mail.smtp). Exit status 1 when something is wrong; \
            what LACKS can be done without, and says what it costs.

              amparo doctor mail
              amparo doctor mail --to me@example.org
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("Send a test message there.", valueName: "address"))
    var to: String?

    func run() async throws {
        let settings = try await options.settings(), world = World.live
        let recipient = try to.map(Self.address)
        Terminal.say("settings")
        Terminal.say(Columns(settings.mail.lines.map { ["  \($0.name)", $0.value, "(\($0.origin))"] }).text)
        var findings = await Examination.ofMail(settings.mail, NameServer(settings.mail.nameServer.value, world))
        if let recipient { findings += try await Self.test(settings.mail, recipient, world) }
        Terminal.say("checks")
        for finding in findings { Terminal.say("  \(finding)") }
        if findings.contains(where: { !$0.isWell }) { throw ExitStatus.refused.code }
    }

    private static func address(_ text: String) throws -> MailAddress {
        guard let address = MailAddress(text) else { throw ValidationError("\(text) is no e-mail address.") }
        return address
    }

    /// One message from each sender.
    private static func test(_ mail: MailSettings, _ recipient: MailAddress, _ world: World) async throws -> [Diagnosis] {
        guard !mail.from.value.all.isEmpty, let room = try mail.postman() else {
            return [.wrong("test", "mail.smtp and mail.from have to be set for a test message")]
        }
        var findings: [Diagnosis] = []
        for from in mail.from.value.all { findings.append(finding(await room.send(message(from, mail.returnPath.value ?? from, recipient, world)))) }
        await room.close()
        return findings
    }

    private static func finding(_ verdict: Verdict) -> Diagnosis {
        switch verdict {
        case .accepted(let words): .well("test", "sent; the server said: \(words)")
        case .refusedForNow(let words): .wrong("test", "not taken now: \(words)")
        case .refused(let words): .wrong("test", "refused: \(words)")
        case .postponed: .wrong("test", "not sent")
        }
    }

    private static func message(_ from: MailAddress, _ returnPath: MailAddress, _ recipient: MailAddress, _ world: World) -> Mail.Message {
        Mail.Message(
            from: Mailbox(name: "Amparo", address: from), to: recipient, subject: "Test message",
            text: """
                This message was sent by `amparo doctor mail` to see whether mail leaves and arrives.

                Look at its header: SPF, DKIM and DMARC should say pass.

                """,
            language: "en", id: "\(world.newID())@\(from.domain)", returnPath: returnPath,
            date: Date(timeIntervalSince1970: Double(world.now().milliseconds) / 1_000))
    }
}
