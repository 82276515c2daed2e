import ArgumentParser
import Campaign
import Documents
import Foundation
import Storage

struct SectionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sections: code, host, languages, time zone, name.",
        discussion: """
            The first one answers for hosts that nobody knows.

              amparo section list
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Store.with(options.settings(), .present) { store in
            let sections = try await store.database.read { db in try db.sections() }
            Terminal.say(Columns(sections.map(row)).text)
        }
    }

    private func row(_ section: Section) -> [String] {
        let languages = section.languages.map(\.rawValue).joined(separator: " ")
        return [section.code.rawValue, section.host, languages, section.timeZone.identifier, section.name]
    }
}
