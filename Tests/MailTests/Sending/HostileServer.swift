import Foundation
import Synchronization
import Testing

@testable import Mail

/// Tests/EndToEnd/mailserver.py: a server that behaves as the recipient's name asks for. It ends with this object.
final class HostileServer: Sendable {
    struct Taken: Decodable {
        let connection: Int
        let from: String
        let to: String
        let whole: Bool
        let bytes: Data
    }

    let port: Int
    private let output = Mutex<[UInt8]>([])
    private let process: Mutex<Process>
    private let input = Pipe()

    /// How a server takes commands: one by one, several at once, and several with a text wanted even for nobody.
    static let manners = [[], ["--pipelining"], ["--pipelining", "--eager"]]

    convenience init(_ arguments: String...) throws { try self.init(arguments) }

    init(_ arguments: [String]) throws {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "Tests/EndToEnd/mailserver.py"] + arguments
        process.standardInput = input
        process.standardOutput = pipe
        try process.run()
        var first: [UInt8] = []
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { first.append(byte) }
        port = try #require(Int(String(decoding: first, as: UTF8.self)))
        self.process = Mutex(process)
        let reading = pipe.fileHandleForReading
        Thread { [self] in
            while case let more = reading.availableData, !more.isEmpty { output.withLock { $0 += more } }
        }.start()
    }

    deinit { try? input.fileHandleForWriting.close() }

    /// What it took so far.
    var taken: [Taken] {
        output.withLock { $0 }.split(separator: 0x0A).compactMap { try? JSONDecoder().decode(Taken.self, from: Data($0)) }
    }

    /// What it took, as soon as that is so many.
    func taken(_ count: Int) async throws -> [Taken] {
        while taken.count < count { try await Task.sleep(for: .milliseconds(5)) }
        return taken
    }

    /// A transport to it that does not wait long.
    func transport(connections: Int = 1, patience seconds: Int = 5, waiting: Int = 5) throws -> SMTPTransport {
        var patience = SMTPPatience()
        patience.answering = seconds
        patience.waiting = waiting
        patience.closing = 1
        return SMTPTransport(to: try SMTPServer("smtp://127.0.0.1:\(port)"), connections: connections, patience: patience)
    }
}
