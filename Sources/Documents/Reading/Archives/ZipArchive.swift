/// A zip archive by its central directory: what it holds is known before anything is unpacked.
///
/// Bytes of strangers: every offset is checked, and no member is unpacked beyond what its entry declares.
package struct ZipArchive: Sendable {
    package let members: [Member]
    private let archive: any ArchiveBytes

    /// One entry of the central directory.
    package struct Member: Sendable, Hashable {
        /// As the archive writes it: never to be used as a path.
        package let name: String
        package let size: Int
        package let packedSize: Int
        package let isEncrypted: Bool
        let method: Int
        let offset: Int
        let crc: UInt32
    }

    /// Why an archive or one of its members is not unpacked; `reason` is for people.
    package struct Refused: Error, Equatable {
        package let reason: String
    }

    /// Reads the list of members and nothing else. An archive that lies in a file is read again for each member.
    package init(_ archive: some ArchiveBytes) throws(Refused) {
        members = try ZipDirectory(archive).members()
        // so that no byte is unpacked twice: archives were built whose files overlap a thousandfold
        let packed = members.lazy.map(\.packedSize).filter { $0 <= archive.count }.reduce(0, +)
        guard packed <= archive.count else { throw .bomb }
        self.archive = archive
    }
}

extension ZipArchive {
    /// The members that may be documents: no folders, nothing that a system hides beside them.
    package var documents: [Member] {
        members.filter { member in
            let parts = member.name.split(separator: "/")
            return !member.isFolder && !parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX" }
        }
    }

    /// The bytes of one member.
    package func contents(of member: Member) throws(Refused) -> [UInt8] {
        guard !member.isEncrypted else { throw .encrypted }
        guard member.size <= Bounds.member else { throw .largeMember }
        guard !member.isInflated else { throw .bomb }
        guard member.method == 0 || member.method == 8 else { throw Refused(reason: "packed in a way that is not known") }
        guard member.method == 8 || member.size == member.packedSize, member.packedSize <= Bounds.member else { throw .damaged }
        let packed = try packed(member)
        let bytes = member.method == 8 ? try Inflation.bytes(of: packed[...], size: member.size) : packed
        guard Checksum.crc32(bytes) == member.crc else { throw .damaged }
        return bytes
    }

    private func packed(_ member: Member) throws(Refused) -> [UInt8] {
        guard let head = archive.whole(member.offset, 30), head.little(0, 4) == 0x0403_4B50, let name = head.little(26, 2),
            let extra = head.little(28, 2), let packed = archive.whole(member.offset + 30 + name + extra, member.packedSize)
        else { throw .damaged }
        return packed
    }
}

extension ZipArchive {
    /// What is unpacked at all.
    package enum Bounds {
        package static let members = 100_000
        /// Bytes of the list of members.
        package static let directory = 32_000_000
        package static let member = Limits.bytes
        /// Of an office document, all its parts together.
        package static let document = 100_000_000
        /// Text packs to a tenth; a part that is a thousandth of itself is there to do harm.
        package static let ratio = 200
    }

    /// Whether an office document may be handed to a converter: nothing encrypted, nothing that swells.
    package func checkDocument() throws(Refused) {
        guard !members.contains(where: \.isEncrypted) else { throw .encrypted }
        guard members.reduce(0, { $0 + $1.size }) <= Bounds.document, !members.contains(where: \.isInflated) else { throw .bomb }
    }
}

extension ZipArchive.Member {
    fileprivate var isInflated: Bool { size > 1_000_000 && size / max(packedSize, 1) > ZipArchive.Bounds.ratio }
}

extension ZipArchive.Refused {
    static let damaged = ZipArchive.Refused(reason: "a damaged zip archive")
    static let encrypted = ZipArchive.Refused(reason: "encrypted: a password is needed")
    static let bomb = ZipArchive.Refused(reason: "it would unpack to far more than a document holds")
    static let largeMember = ZipArchive.Refused(reason: "the file is larger than \(ZipArchive.Bounds.member / 1_000_000) MB")
}
