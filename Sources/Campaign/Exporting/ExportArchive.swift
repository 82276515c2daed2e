import Documents
package import Storage

/// Goes through every action there is and hands out the files of an archive, one action at a time, so that any number of them takes the same memory.
package struct ExportArchive: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// One file of an archive.
    package struct File: Sendable, Equatable {
        /// Its place in the archive: "2021/119-21/1.en.md".
        package let path: String
        package let text: String
    }

    /// Calls `keep` with each file, in the order of references, outputs and languages. Returns how many there were.
    @discardableResult
    package func callAsFunction(_ keep: (File) throws -> Void) async throws -> Int {
        let export = ExportAction(database: database), write = NativeWriter()
        var count = 0
        for reference in try await database.read({ try $0.allReferences() }) {
            for document in try await export(reference) {
                try keep(File(path: document.archivePath, text: try write(document)))
                count += 1
            }
        }
        return count
    }
}

extension NativeDocument {
    /// By the year of the case, the case, the output and the language; a language that is no proper tag cannot lead out of the folder.
    fileprivate var archivePath: String {
        let folder = "\(reference.year)/\(reference.slug)"
        guard case .output(let output) = self else { return "\(folder)/withdrawn.md" }
        guard let language = output.language else { return "\(folder)/\(output.ordinal).md" }
        return "\(folder)/\(output.ordinal).\(Self.fileName(language.rawValue)).md"
    }

    private static func fileName(_ tag: String) -> String {
        tag.utf8.map { byte in
            let isSafe = byte == 0x2D || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isSafe ? String(Character(Unicode.Scalar(byte))) : "%" + Hexadecimal.text(of: [byte])
        }.joined()
    }
}
