import Glibc

/// What is installed beside this program, looked for where outside programs are run from.
package enum Installed {
    private static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

    package static func has(_ program: String) -> Bool { path(program) != nil }

    static func path(_ program: String) -> String? {
        folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    /// Whether some font has the letters of a language, as fontconfig judges (fc-list).
    ///
    /// - Parameter tag: as fontconfig names it: "ar", "zh-cn".
    package static func hasLetters(of tag: String) async -> Bool {
        let list = OutsideProgram(name: "fc-list", package: "fontconfig", arguments: [":lang=\(tag)", "family"])
        return (try? await list([]))?.isEmpty == false
    }
}
