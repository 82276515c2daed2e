import Foundation
import Testing

@testable import Site

@Suite struct CertificatesTests {
    /// Runs a body with a certificate of its own and its key, made by Debian's openssl.
    private func withFiles(_ body: (Files) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "amparo-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = Files(folder: folder)
        try files.make()
        try body(files)
    }

    private struct Files {
        let folder: URL
        var certificate: String { folder.appending(path: "fullchain.pem").path }
        var key: String { folder.appending(path: "privkey.pem").path }

        /// New ones in the place of those that are there.
        func make(days: Int = 30) throws {
            let openssl = Process()
            openssl.executableURL = URL(filePath: "/usr/bin/openssl")
            openssl.arguments = [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost", "-days", "\(days)",
                "-keyout", "\(key).new", "-out", "\(certificate).new",
            ]
            openssl.standardError = FileHandle.nullDevice
            try openssl.run()
            openssl.waitUntilExit()
            try #require(openssl.terminationStatus == 0)
            try allow(0o600, on: "\(key).new")
            for path in [key, certificate] { try #require(rename("\(path).new", path) == 0) }
        }

        func allow(_ mode: Int, on path: String? = nil) throws {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path ?? key)
        }
    }

    @Test func `a certificate is taken with its key, and says until when it is good`() throws {
        try withFiles { files in
            let made = try Certificates(certificate: files.certificate, key: files.key)
            #expect((29 * 86_400.0...30 * 86_400.0).contains(made.lasts.timeIntervalSinceNow))
            #expect(try !made.renew(), "nothing changed")
        }
    }

    @Test func `another one is shown once the files changed, and what is unfit leaves the one before`() throws {
        try withFiles { files in
            let shown = try Certificates(certificate: files.certificate, key: files.key), first = shown.context
            try files.make(days: 90)
            #expect(try shown.renew() && shown.context !== first)
            let second = shown.context, good = try Data(contentsOf: URL(filePath: files.certificate))
            try Data("nonsense".utf8).write(to: URL(filePath: files.certificate))
            #expect(throws: Certificates.Trouble.unreadable(files.certificate)) { try shown.renew() }
            #expect(shown.context === second)
            try good.write(to: URL(filePath: files.certificate))
            #expect(try shown.renew())
        }
    }

    @Test func `a key of another certificate is told at once`() throws {
        try withFiles { files in
            let other = Files(folder: files.folder.appending(path: "other"))
            try FileManager.default.createDirectory(at: other.folder, withIntermediateDirectories: true)
            try other.make()
            #expect(throws: Certificates.Trouble.mismatched) { _ = try Certificates(certificate: files.certificate, key: other.key) }
        }
    }

    @Test(arguments: [(0o600, true), (0o400, true), (0o640, true), (0o644, false), (0o660, false), (0o604, false)])
    func `a key that anybody may read, or a group may change, is not taken`(mode: Int, isFit: Bool) throws {
        try withFiles { files in
            try files.allow(mode)
            let key = files.key
            if isFit {
                #expect(throws: Never.self) { _ = try Certificates(certificate: files.certificate, key: key) }
            } else {
                #expect(throws: Certificates.Trouble.exposed(key)) { _ = try Certificates(certificate: files.certificate, key: key) }
            }
        }
    }

    @Test func `files that are not there are named`() {
        #expect(throws: Certificates.Trouble.unreadable("/no/such.pem")) { _ = try Certificates(certificate: "/no/such.pem", key: "/no/key.pem") }
    }
}
