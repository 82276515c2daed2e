/// A program run once for one document, from its start to its end: what a press is measured against.
package struct WholeProgram: Sendable {
    private let program: OutsideProgram

    package init(_ name: String, _ arguments: [String]) {
        let interpreter = Interpreter(name)
        program = OutsideProgram(
            name: name.contains("/") ? interpreter.path : name, package: name, arguments: arguments,
            bounds: .init(seconds: 20, memory: 1_000_000_000), folders: name.contains("/") ? interpreter.folders : [])
    }

    package func callAsFunction(_ bytes: [UInt8]) async throws(ConversionFailure) -> [UInt8] {
        try await program(bytes)
    }
}
