import Documents
import Foundation

/// The documents that the words of a command line mean.
enum DocumentFiles {
    /// An archive on standard input is held in memory; one that lies in a file may have any size.
    private static let mostInput = 100_000_000

    /// Each word in turn: a file, standard input (`-`), or a folder with all that lies in it, in the order of names, hidden files left out.
    /// A zip archive, wherever it lies, stands for the documents in it, in its own order.
    static func named(_ words: [String]) -> [DocumentFile] {
        words.flatMap { word in
            word == "-" ? standardInput() : isFolder(word) ? paths(in: word).flatMap(documents) : documents(at: word)
        }
    }

    private static func paths(in folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
            .filter { !isFolder($0) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// A pipe must not be opened twice.
    private static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Told by what the file holds: a Word file is an archive too, and stays one document.
    private static func documents(at path: String) -> [DocumentFile] {
        guard isRegular(path), let file = try? FileBytes(path), DocumentFormat.isZipped(file.bytes(in: 0..<min(4, file.count))) else {
            return [DocumentFile(path: path)]
        }
        return documents(in: file, at: path) ?? [DocumentFile(path: path)]
    }

    private static func standardInput() -> [DocumentFile] {
        do throws(Unfit) {
            let bytes = try FileBytes.all(of: .standardInput, most: mostInput)
            guard DocumentFormat.isZipped(bytes) else { return [DocumentFile(standardInput: bytes)] }
            return documents(in: bytes, at: "-") ?? [DocumentFile(standardInput: bytes)]
        } catch {
            return [DocumentFile(path: "-", refused: error)]
        }
    }

    /// Nil when what looks like an archive is one document.
    private static func documents(in bytes: some ArchiveBytes, at path: String) -> [DocumentFile]? {
        do throws(ZipArchive.Refused) {
            let archive = try ZipArchive(bytes)
            guard DocumentFormat.of(archive) == .archive else { return nil }
            let documents = archive.documents
            guard !documents.isEmpty else { return [DocumentFile(path: path, refused: Unfit("a zip archive without a document in it"))] }
            return documents.map { DocumentFile($0, of: archive, at: path) }
        } catch {
            return [DocumentFile(path: path, refused: Unfit(error.reason))]
        }
    }
}
