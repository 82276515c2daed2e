import Documents
import Foundation

/// One document that a command was given: a file, standard input, or a member of a zip archive.
struct DocumentFile: Sendable {
    /// Where its bytes come from.
    private enum Source {
        case file(String)
        case bytes([UInt8])
        case member(ZipArchive, ZipArchive.Member)
        case none(Unfit)
    }

    /// The base name, for programs.
    let name: String
    /// Where it lies, for reports: the path as it was given, and within an archive the name there.
    let path: String
    /// The name for people; of a member that of its archive too.
    let shownName: String
    private let source: Source

    /// A bigger document is refused by its size, before it is read: an urgent action has a few pages.
    static let mostBytes = 20_000_000

    init(path: String) {
        self.init(path: path, .file(path))
    }

    /// What standard input held.
    init(standardInput bytes: [UInt8]) {
        self.init(path: "-", .bytes(bytes))
    }

    /// One of which it is known beforehand that it cannot be read.
    init(path: String, refused: Unfit) {
        self.init(path: path, .none(refused))
    }

    init(_ member: ZipArchive.Member, of archive: ZipArchive, at path: String) {
        name = member.baseName
        self.path = "\(path)/\(member.shownName)"
        shownName = "\(Self.baseName(path))/\(member.shownName)"
        source = .member(archive, member)
    }

    private init(path: String, _ source: Source) {
        (name, shownName) = (Self.baseName(path), Self.baseName(path))
        self.path = path
        self.source = source
    }

    private static func baseName(_ path: String) -> String {
        path == "-" ? path : URL(fileURLWithPath: path).lastPathComponent
    }

    /// The whole document, or why it cannot be had.
    func bytes() throws(Unfit) -> [UInt8] {
        switch source {
        case .file(let path): try FileBytes.all(of: path, most: Self.mostBytes)
        case .bytes(let bytes) where bytes.count > Self.mostBytes: throw .large(Self.mostBytes)
        case .bytes(let bytes): bytes
        case .member(let archive, let member): try Self.bytes(of: member, in: archive)
        case .none(let refused): throw refused
        }
    }

    private static func bytes(of member: ZipArchive.Member, in archive: ZipArchive) throws(Unfit) -> [UInt8] {
        let bytes: [UInt8]
        do throws(ZipArchive.Refused) { bytes = try archive.contents(of: member) } catch { throw Unfit(error.reason) }
        guard !DocumentFormat.isZipped(bytes) || DocumentFormat.of(bytes) != .archive else {
            throw Unfit("a zip archive inside a zip archive: unpack the outer one first")
        }
        return bytes
    }
}
