import Foundation

/// The Python that Scripts/setup made, unless a setting names another.
enum SetUpPython {
    /// `.venv/bin/python` in the folder the program was started in, else in the checkout that the program was built in.
    ///
    /// When neither is there it names the first, which `doctor` then says is missing.
    static func path(program: URL? = Bundle.main.executableURL) -> String {
        let here = ".venv/bin/python"
        guard !FileManager.default.isExecutableFile(atPath: here), var folder = program?.resolvingSymlinksInPath() else { return here }
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            // Only a checkout's own build folder is a sign that the .venv beside it is ours.
            guard folder.lastPathComponent.hasPrefix(".build") else { continue }
            let beside = folder.deletingLastPathComponent().appendingPathComponent(here).path
            return FileManager.default.isExecutableFile(atPath: beside) ? beside : here
        }
        return here
    }
}
