/// The list at the end of a zip archive (PKWARE APPNOTE 4.3.12 to 4.3.16), also of one with many files or more than 4 GB (zip64).
struct ZipDirectory {
    private let archive: any ArchiveBytes

    init(_ archive: any ArchiveBytes) {
        self.archive = archive
    }

    func members() throws(ZipArchive.Refused) -> [ZipArchive.Member] {
        guard let end = ZipEnd(archive) else { throw .damaged }
        guard end.members <= ZipArchive.Bounds.members else {
            throw ZipArchive.Refused(reason: "a zip archive of more than \(ZipArchive.Bounds.members) files")
        }
        let length = end.place - end.directory
        guard length <= ZipArchive.Bounds.directory, let bytes = archive.whole(end.directory, length) else { throw .damaged }
        var members: [ZipArchive.Member] = [], place = 0
        for _ in 0..<end.members {
            guard let entry = ZipEntry(bytes, at: place) else { throw .damaged }
            members.append(entry.member)
            place += entry.length
        }
        return members
    }
}

/// Where the list of a zip archive is, and how many files it names.
struct ZipEnd {
    let members: Int
    let directory: Int
    /// Where the list ends.
    let place: Int

    /// In the last 64 KB, since a remark may follow it.
    init?(_ archive: any ArchiveBytes) {
        let first = max(0, archive.count - 22 - 65_535)
        guard let tail = archive.whole(first, archive.count - first), tail.count >= 22,
            let end = (0...tail.count - 22).last(where: { tail[$0] == 0x50 && tail.little($0, 4) == 0x0605_4B50 }),
            let members = tail.little(end + 10, 2), let directory = tail.little(end + 16, 4)
        else { return nil }
        if members == 0xFFFF || directory == 0xFFFF_FFFF, let wide = Self.wide(archive, tail, before: end) {
            (self.members, self.directory, place) = wide
        } else {
            (self.members, self.directory, place) = (members, directory, first + end)
        }
    }

    /// The same of zip64, which keeps larger numbers in a record of its own.
    private static func wide(_ archive: any ArchiveBytes, _ tail: [UInt8], before end: Int) -> (Int, Int, Int)? {
        guard tail.little(end - 20, 4) == 0x0706_4B50, let place = tail.little(end - 12, 8), let record = archive.whole(place, 56),
            record.little(0, 4) == 0x0606_4B50, let members = record.little(32, 8), let directory = record.little(48, 8)
        else { return nil }
        return (members, directory, place)
    }
}
