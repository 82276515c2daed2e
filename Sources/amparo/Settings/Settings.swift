import Campaign
import Converters
import Foundation
import Logging
import Storage

/// Everything the program can be told, read once and judged as a whole. Nothing else reads the environment.
struct Settings: Sendable {
    /// The folder for what is this server's own: the SQLite file, unless `database` says another place, and the secret.
    let folder: Setting<String>
    let database: Setting<DatabaseURL>
    /// Servers that follow the database's and may be read.
    let replicas: Setting<[DatabaseURL]>
    /// Connections to PostgreSQL, and as many to each replica.
    let sessions: Setting<Int>
    let host: Setting<String>
    let port: Setting<Int>
    /// The interpreter that has WeasyPrint, for PDFs.
    let python: Setting<String>
    /// Whether programs that read others' documents are run where they cannot be shut in.
    let sandbox: Setting<Enclosure.Rule>
    /// Passwords that staff may not choose; nil where there is no list of them.
    let leakedPasswords: Setting<LeakedPasswords?>
    /// Whom to tell of a hole in the server; nil for each section's own address.
    let securityContact: Setting<String?>
    let logLevel: Setting<Logger.Level>
    let logFormat: Setting<LogFormat>
    /// Visitors' connections held at once, as far as the system allows so many open files.
    let connections: Setting<Int>
    let tls: TLSSettings
    let metrics: MetricsSettings
    let mail: MailSettings
    let push: PushSettings
    let sms: SMSSettings

    /// Throws `SettingsProblems` that name every problem there is.
    init(flags: [SettingKey: String], file: String?) async throws(SettingsProblems) {
        var reading = await SettingsReading(flags: flags, file: file)
        folder = reading.setting(.data, else: "data", read: Self.someText)
        database = reading.setting(.database, else: .sqlite(path: "\(folder.value)/amparo.sqlite"), read: Self.databaseURL)
        replicas = reading.setting(.databaseReplicas, else: [], read: Self.replicas)
        sessions = reading.setting(.sessions, else: 8) { text throws(Unfit) in try Self.number(text, in: 1...100) }
        host = reading.setting(.host, else: "127.0.0.1", read: Self.someText)
        port = reading.setting(.port, else: 8080) { text throws(Unfit) in try Self.number(text, in: 0...65_535) }
        python = reading.setting(.python, else: SetUpPython.path(), read: Self.someText)
        sandbox = reading.setting(.sandbox, else: .always, read: Self.rule)
        leakedPasswords = reading.setting(.leakedPasswords, else: nil) { text throws(Unfit) in try Self.leaked(text) }
        securityContact = reading.setting(.securityContact, else: nil) { text throws(Unfit) in try Self.contact(text) }
        logLevel = reading.setting(.logLevel, else: .notice, read: Self.level)
        logFormat = reading.setting(.logFormat, else: .text, read: Self.format)
        connections = reading.setting(.connections, else: 10_000) { text throws(Unfit) in try Self.number(text, in: 10...1_000_000) }
        tls = TLSSettings(&reading)
        metrics = MetricsSettings(&reading)
        mail = MailSettings(&reading)
        push = PushSettings(&reading)
        sms = SMSSettings(&reading)
        guard reading.problems.isEmpty else { throw SettingsProblems(sentences: reading.problems) }
    }

    /// Name, value and origin of each, for people; secrets hidden.
    var lines: [(name: String, value: String, origin: String)] {
        [
            ("data", folder.value, folder.origin),
            ("database", database.value.description, database.origin),
            ("databaseReplicas", Self.shown(replicas.value), replicas.origin),
            ("sessions", String(sessions.value), sessions.origin),
            ("host", host.value, host.origin),
            ("port", String(port.value), port.origin),
            ("python", python.value, python.origin),
            ("sandbox", sandbox.value.rawValue, sandbox.origin),
            ("leakedPasswords", leakedPasswords.value?.path ?? "none", leakedPasswords.origin),
            ("security.contact", securityContact.value ?? "the section's own", securityContact.origin),
            ("log.level", logLevel.value.rawValue, logLevel.origin),
            ("log.format", logFormat.value.rawValue, logFormat.origin),
            ("connections", String(connections.value), connections.origin),
        ] + tls.lines + metrics.lines + mail.lines + push.lines + sms.lines
    }
}

extension Settings {
    static func someText(_ text: String) throws(Unfit) -> String {
        guard !text.isEmpty else { throw Unfit("something other than nothing") }
        return text
    }

    private static func leaked(_ path: String) throws(Unfit) -> LeakedPasswords {
        guard let list = LeakedPasswords(path: path) else { throw Unfit("a file of SHA-1 hashes in their order, one a line, that can be read") }
        return list
    }

    private static func contact(_ text: String) throws(Unfit) -> String {
        let isAddress = text.contains("@") || ["https://", "mailto:", "tel:"].contains(where: text.hasPrefix)
        guard isAddress, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw Unfit("an e-mail address, or an address with https:") }
        return text
    }

    private static func databaseURL(_ text: String) throws(Unfit) -> DatabaseURL {
        do { return try DatabaseURL(text) } catch { throw Unfit("sqlite:PATH or postgres://user:password@host/db") }
    }

    /// Addresses with spaces between them, since a comma stands between hosts.
    private static func replicas(_ text: String) throws(Unfit) -> [DatabaseURL] {
        let urls = text.split(separator: " ").compactMap { try? DatabaseURL(String($0)) }
        let arePostgres = urls.allSatisfy { if case .postgres = $0 { true } else { false } }
        guard arePostgres, urls.count == text.split(separator: " ").count else {
            throw Unfit("addresses postgres://user:password@host/db, with spaces between them")
        }
        return urls
    }

    private static func shown(_ replicas: [DatabaseURL]) -> String {
        replicas.isEmpty ? "none" : replicas.map(\.description).joined(separator: " ")
    }

    static func number(_ text: String, in range: ClosedRange<Int>) throws(Unfit) -> Int {
        guard let number = Int(text), range.contains(number) else { throw Unfit("a whole number from \(range.lowerBound) to \(range.upperBound)") }
        return number
    }

    private static func level(_ text: String) throws(Unfit) -> Logger.Level {
        guard let level = Logger.Level(rawValue: text) else {
            throw Unfit("one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return level
    }

    private static func rule(_ text: String) throws(Unfit) -> Enclosure.Rule {
        guard let rule = Enclosure.Rule(rawValue: text) else { throw Unfit("always or when-possible") }
        return rule
    }

    private static func format(_ text: String) throws(Unfit) -> LogFormat {
        guard let format = LogFormat(rawValue: text) else { throw Unfit("text or json") }
        return format
    }
}
