import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct OfficialHistory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List what was known of a contact: when it was entered, by whom, and what became of it.",
        discussion: """
            The oldest comes first. An output keeps the version that it was published with.

              amparo official history minister@example.org
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The address, number or handle.", transform: ActionArguments.words)
    var place: String

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let history = try await store.database.read { db in try db.contactHistory(of: place) }
            guard !history.isEmpty else { throw Complaint("No contact of the register is '\(place)'.", status: .refused) }
            Terminal.say(Columns(history.map(row)).text)
        }
    }

    private func row(_ entry: ContactHistory) -> [String] {
        let contact = entry.contact, state = contact.state.map { "\($0.rawValue)\(contact.stateOn.map { " since \($0.text)" } ?? "")" }
        let checked = contact.checkedOn.map { "checked \($0.text)" + (contact.checkedBy.map { " by \($0)" } ?? "") }
        return [
            entry.key, contact.channel.rawValue, "version \(entry.version)", "\(entry.at.day(in: .gmt).text) by \(entry.by)", state ?? "–",
            checked ?? "never checked", contact.note ?? "",
        ]
    }
}
