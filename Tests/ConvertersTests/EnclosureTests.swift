import Foundation
import Testing

@testable import Converters

/// A program that a document broke into: it does what it likes, and finds nothing.
@Suite struct EnclosureTests {
    private func said(by script: String, reading folders: [String] = []) async throws -> String {
        let program = OutsideProgram(name: "/usr/bin/python3", package: "python3", arguments: ["-I", "-c", script], folders: folders)
        return String(decoding: try await program([]), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Runs a body with a file beside ours that only its owner may read, as the keys are.
    private func withKeys(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-enclosure-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "amparo.keys")
        try Data("the keys".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        try await body(file)
    }

    @Test func `this machine lets programs be shut in, as Scripts/setup makes it`() {
        #expect(Enclosure.isPossible)
    }

    @Test func `neither the keys nor a home nor another process is there`() async throws {
        try await withKeys { (file: URL) async throws -> Void in
            let look = "import os; print(os.path.exists('\(file.path)'), os.path.exists('/root'), os.path.exists('/proc/1'), os.listdir('/tmp'))"
            #expect(try await said(by: look) == "False False False []")
            let open = "open('\(file.path)').read()"
            await #expect(throws: ConversionFailure.damaged) { try await said(by: open) }
            let allowed = "print(open('\(file.path)').read())"
            #expect(try await said(by: allowed, reading: [file.deletingLastPathComponent().path]) == "the keys", "only the wall hides it")
        }
    }

    @Test func `nobody is reached, neither on this machine nor outside`() async throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in(), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        try #require(isListening)
        let call = """
            import socket
            try: socket.create_connection(('127.0.0.1', \(UInt16(bigEndian: address.sin_port))), 2); print('reached')
            except OSError as fault: print('refused')
            print([name for _, name in socket.if_nameindex() if name != 'lo'])
            """
        #expect(try await said(by: call) == "refused\n[]")
    }

    @Test func `nothing outside can be written, and rights are gone`() async throws {
        let write = """
            import os
            for place in ('/usr/amparo', '/etc/amparo', '/tmp/amparo'):
                try:
                    with open(place, 'w') as file: file.write('x')
                    print('written')
                except OSError: print('no')
            try: os.chroot('/tmp'); print('chroot')
            except OSError: print('no')
            """
        // a new root is the enclosure's own: what is written there is memory, bounded to nothing
        #expect(try await said(by: "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n" + write) == "no\nno\nno\nno")
    }

    @Test func `a machine that does not let us is told apart from a damaged document`() {
        #expect(ConversionFailure.notEnclosed.reason.contains("bubblewrap"))
    }

    @Test func `the press is shut in as well`() async throws {
        let words = Enclosure.words(around: ["/opt"], endsWithCaller: false)
        #expect(words.contains("--unshare-net") && !words.contains("--die-with-parent") && words.last == "--")
        #expect(Enclosure.words(around: [], endsWithCaller: true).contains("--die-with-parent"))
    }
}
