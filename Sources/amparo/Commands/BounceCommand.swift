import ArgumentParser
import Campaign
import Foundation
import Mail
import Storage

struct BounceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce",
        abstract: "Take in mail that came back, and complaints.",
        discussion: """
            Give it one message on standard input, as a mail server's pipe command does, or a mailbox file (mbox). What is no bounce of ours \
            is passed over. Exit status 0 also then, so that the mail server does not bounce the bounce.

              amparo bounce < message.eml
              amparo bounce /var/mail/bounces
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "A message or a mailbox file; - for standard input.")
    var file = "-"

    func run() async throws {
        let settings = try await options.settings()
        let bytes = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file))
        try await Store.with(settings, .present) { store in
            let take = TakeBounce(
                database: store.database, world: store.world, keyring: try await KeyFile(in: settings.folder.value).keyring(for: store))
            var taken = 0, read = 0
            for message in MailboxFile.messages(Array(bytes)) {
                for bounce in BounceReading.read(message) {
                    read += 1
                    if try await take(bounce) { taken += 1 }
                }
            }
            Terminal.say("\(read) read, \(taken) taken")
        }
    }
}

/// Messages of a mailbox in the mbox form (RFC 4155): each after a line that begins with "From ". Anything else is one message.
enum MailboxFile {
    static func messages(_ bytes: [UInt8]) -> [[UInt8]] {
        let mark = Array("From ".utf8)
        guard bytes.starts(with: mark) else { return bytes.isEmpty ? [] : [bytes] }
        var messages: [[UInt8]] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: mark) { messages.append([]) } else if !messages.isEmpty { messages[messages.count - 1] += line + [0x0A] }
        }
        return messages
    }
}
