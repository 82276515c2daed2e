/// Turns a document of one format into one that can be read here: Word into HTML, PDF into words with places.
package protocol Conversion: Sendable {
    func callAsFunction(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8]
}

/// Why a document could not be converted; the text of `reason` is for people.
package enum ConversionFailure: Error, Hashable, Sendable {
    /// The program is not installed.
    case missing(MissingProgram)
    /// This machine does not let us shut the program in (`Enclosure`), and it is not run without.
    case notEnclosed
    case encrypted
    /// It took more time than a document is worth.
    case tooSlow
    /// It became more text than a document has.
    case tooLarge
    /// The program did not find in it what it should hold.
    case damaged

    package var reason: String {
        switch self {
        case .missing(let program): "the program \(program.name) is not installed (Debian: \(program.package))"
        case .notEnclosed: "programs cannot be shut in on this machine (Debian: bubblewrap; else the setting sandbox)"
        case .encrypted: "encrypted: a password is needed"
        case .tooSlow: "reading it takes too long"
        case .tooLarge: "it holds far more than an urgent action"
        case .damaged: "the file is damaged"
        }
    }
}

/// A program that has to be installed beside this one.
package struct MissingProgram: Error, Hashable, Sendable {
    package let name: String
    /// The Debian package that brings it.
    package let package: String

    package init(name: String, package: String) {
        self.name = name
        self.package = package
    }
}
