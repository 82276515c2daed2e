import Campaign
import Documents
import Foundation
import Site
import Storage

/// What the person at the terminal is told when a command cannot go on, and the status it ends with.
struct Complaint: Error {
    let sentences: [String]
    let status: ExitStatus

    init(_ sentences: String..., status: ExitStatus) {
        self.sentences = sentences
        self.status = status
    }

    /// Judges any error. A fault is named by its type, never by its values: they may be somebody's words.
    init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let problems as SettingsProblems: self.init(sentences: problems.sentences, status: .settings)
        case let fault as Overlay.Fault: self.init("overlay/\(fault.file): \(fault.reason).", status: .settings)
        case let refusal as any Refusal: self.init(Self.english(refusal.message), status: .refused)
        case let trouble as OpenStore.Trouble: self.init(trouble)
        case let foreign as Migrator.Foreign: self.init(OpenStore.Trouble.foreign(foreign.tables))
        case let ahead as Migrator.Ahead: self.init(OpenStore.Trouble.ahead(ahead.unknown))
        case let failure as StorageFailure: self.init(failure)
        case let failure as CocoaError: self.init(failure)
        default: self.init("Something went wrong that should not: \(String(reflecting: type(of: error))).", status: .fault)
        }
    }

    private init(sentences: [String], status: ExitStatus) {
        self.sentences = sentences
        self.status = status
    }

    /// The words of a message for people who run commands; its key when the translations cannot be read.
    static func english(_ message: Message) -> String {
        (try? Catalogue.shipped())?["en"].text(message) ?? message.key
    }

    func tell() {
        for sentence in sentences { Terminal.complain("amparo: \(sentence)") }
    }
}
