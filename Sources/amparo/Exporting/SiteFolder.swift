import Campaign
import Foundation

/// The folder from which mirrors take a copy of the site. A new copy is made beside it and takes its place at once, so that nobody who reads the
/// folder finds half of one, and nothing stays that is no part of the new one.
struct SiteFolder {
    /// What tells a copy of ours from any other folder, and says of what and when it is one.
    struct Mark: Encodable {
        let made: String
        let of: [String]
        let files: Int

        static let name = "amparo-copy.json"
    }

    private let place: URL
    private let fresh: URL

    init(_ path: String) {
        let place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        self.place = place
        fresh = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).amparo-new", directoryHint: .isDirectory)
    }

    /// Lets `fill` write into an empty folder and puts that in the place of what was there. What was there stays when `fill` throws.
    func replace(_ fill: (URL) async throws -> Mark) async throws -> Mark {
        guard isOurs else {
            throw Complaint(
                "\(place.path) holds something else than a copy of a site. Name a folder that is empty or not there yet.", status: .refused)
        }
        try Folder(above: place.path).make()
        let lock = try begin()
        defer { close(lock) }
        do {
            let mark = try await fill(fresh)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try (encoder.encode(mark) + Data("\n".utf8)).write(to: fresh.appending(path: Mark.name))
            try takePlace()
            return mark
        } catch {
            try? FileManager.default.removeItem(at: fresh)
            throw error
        }
    }

    private var isOurs: Bool {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
            return !FileManager.default.fileExists(atPath: place.path)
        }
        return names.isEmpty || names.contains(Mark.name)
    }

    /// Makes the empty folder, and holds it against another export at the same time; what a broken one left behind goes.
    private func begin() throws -> Int32 {
        let files = FileManager.default
        if files.fileExists(atPath: fresh.path) {
            let old = try hold()
            try files.removeItem(at: fresh)
            close(old)
        }
        try files.createDirectory(at: fresh, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        return try hold()
    }

    private func hold() throws -> Int32 {
        let lock = open(fresh.path, O_RDONLY | O_DIRECTORY)
        guard lock >= 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: fresh.path]) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw Complaint("Another export into \(place.path) is under way.", status: .unavailable)
        }
        return lock
    }

    private func takePlace() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: place.path) else { return try files.moveItem(at: fresh, to: place) }
        if exchange() { return try files.removeItem(at: fresh) }
        // a file system that cannot exchange two folders: for a moment there is none
        let old = fresh.appendingPathExtension("old")
        try? files.removeItem(at: old)
        try files.moveItem(at: place, to: old)
        try files.moveItem(at: fresh, to: place)
        try files.removeItem(at: old)
    }

    /// Both folders change names at once; what was there is then called `fresh`.
    private func exchange() -> Bool {
        // a function and a macro that are not imported; this looks among what is linked already
        typealias Exchange = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        let exchanging: UInt32 = 2  // RENAME_EXCHANGE
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        return unsafeBitCast(symbol, to: Exchange.self)(AT_FDCWD, fresh.path, AT_FDCWD, place.path, exchanging) == 0
    }
}
