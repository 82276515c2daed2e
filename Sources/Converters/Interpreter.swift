import Foundation

/// A Python outside the system's folders, and what of it has to be read to run it.
struct Interpreter: Sendable {
    let path: String
    /// Its environment (where pyvenv.cfg lies) and the installation that it leans on; neither when it is the system's.
    let folders: [String]

    init(_ path: String) {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let whole = URL(filePath: path, relativeTo: here).standardizedFileURL, real = whole.resolvingSymlinksInPath()
        self.path = whole.path
        func root(_ program: URL, with sign: String) -> String? {
            let folder = program.deletingLastPathComponent().deletingLastPathComponent()
            let isOutside = !folder.path.hasPrefix("/usr") && folder.path != "/"
            return isOutside && FileManager.default.fileExists(atPath: folder.appending(path: sign).path) ? folder.path : nil
        }
        folders = [root(whole, with: "pyvenv.cfg"), root(real, with: "lib")].compactMap(\.self)
    }
}
