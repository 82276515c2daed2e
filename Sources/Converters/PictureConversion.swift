import Foundation

/// Makes a picture anew: its dots and nothing else of what came with them, upright, no larger than asked for, and black where it is to be.
///
/// PNG, JPEG and WebP are read, by Pillow in a process within bounds; whatever else it is, drawings with scripts in them among it, is refused.
package struct PictureConversion: Sendable {
    /// A PNG keeps what can be seen through; a JPEG has white paper there.
    package enum Form: String, Sendable { case png = "PNG", jpeg = "JPEG" }

    /// A part of the picture, in thousandths of its width and height from above left.
    package struct Rectangle: Hashable, Sendable {
        package let left: Int
        package let top: Int
        package let width: Int
        package let height: Int

        package init(left: Int, top: Int, width: Int, height: Int) {
            self.left = left
            self.top = top
            self.width = width
            self.height = height
        }
    }

    private let python: Interpreter
    private let workers: Workers

    /// - Parameters:
    ///   - python: the interpreter that has Pillow.
    ///   - workers: how many pictures are made at once.
    package init(python: String, workers: Workers = Workers(2)) {
        self.python = Interpreter(python)
        self.workers = workers
    }

    /// The picture without metadata; of what is `hidden` nothing is left in it.
    package func callAsFunction(
        _ bytes: [UInt8], width: Int, height: Int, as form: Form = .png, hiding hidden: [Rectangle] = []
    ) async throws(ConversionFailure) -> [UInt8] {
        await workers.enter()
        defer { workers.leave() }
        let resources = Bundle.module.bundleURL.appending(path: "Resources").path
        let rectangles = hidden.map { "\($0.left),\($0.top),\($0.width),\($0.height)" }
        return try await OutsideProgram(
            name: python.path, package: "python3",
            arguments: ["-I", "\(resources)/picture.py", form.rawValue, String(width), String(height)] + rectangles,
            bounds: .init(seconds: 10, patience: 30, memory: 700_000_000, output: 8_000_000), folders: python.folders + [resources])(bytes)
    }
}
