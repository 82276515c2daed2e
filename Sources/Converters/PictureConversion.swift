import Foundation

/// Makes a picture anew: its pixels and nothing else of what came with them, no larger than asked for.
///
/// PNG, JPEG and WebP are read, by Pillow in a process within bounds; whatever else it is, drawings with scripts in them among it, is refused.
package struct PictureConversion: Sendable {
    private let python: String

    /// - Parameter python: the interpreter that has Pillow.
    package init(python: String) { self.python = python }

    /// A PNG without metadata.
    package func callAsFunction(_ bytes: [UInt8], width: Int, height: Int) async throws(ConversionFailure) -> [UInt8] {
        let script = Bundle.module.bundleURL.appending(path: "Resources/picture.py").path
        return try await OutsideProgram(
            name: python, package: "python3", arguments: ["-I", script, String(width), String(height)],
            bounds: .init(seconds: 5, patience: 30, memory: 600_000_000, output: 4_000_000))(bytes)
    }
}
