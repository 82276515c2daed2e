package import Foundation
import NIOSSL
import Synchronization

/// The certificate that the server shows, and its key; read anew when the files change, since they are renewed every few weeks.
package final class Certificates: Sendable {
    /// Why the files are not taken.
    package enum Trouble: Error, Equatable, CustomStringConvertible {
        case unreadable(String)
        /// Others than its owner and their group may read the key, or the group may change it.
        case exposed(String)
        /// The key is another certificate's.
        case mismatched

        package var description: String {
            switch self {
            case .unreadable(let path): "\(path) cannot be read as PEM"
            case .exposed(let path): "\(path) may be read by anybody: chmod 600, or 640 for a group of those who need it"
            case .mismatched: "the key is not the certificate's"
            }
        }
    }

    private struct Held: Sendable {
        let context: NIOSSLContext
        let files: [FileState]
        let lasts: Date
    }

    private let certificate: String
    private let key: String
    private let held: Mutex<Held>

    /// - Parameters:
    ///   - certificate: a PEM file with the certificate and those between it and the authority.
    ///   - key: a PEM file with its key.
    package init(certificate: String, key: String) throws(Trouble) {
        self.certificate = certificate
        self.key = key
        held = Mutex(try Self.read(certificate, key))
    }

    /// The last day the certificate is good for.
    package var lasts: Date { held.withLock { $0.lasts } }

    var context: NIOSSLContext { held.withLock { $0.context } }

    /// Whether the files held something new. What is not fit is left where it is, and what was shown before is shown on.
    package func renew() throws(Trouble) -> Bool {
        let known = held.withLock { $0.files }
        guard [certificate, key].map(FileState.init) != known else { return false }
        let fresh = try Self.read(certificate, key)
        held.withLock { $0 = fresh }
        return true
    }

    private static func read(_ certificate: String, _ key: String) throws(Trouble) -> Held {
        let files = [certificate, key].map(FileState.init)
        guard (files[1].mode ?? 0) & 0o027 == 0 else { throw .exposed(key) }
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch { throw .unreadable(certificate) }
        guard let first = chain.first else { throw .unreadable(certificate) }
        let secret: NIOSSLPrivateKey
        do { secret = try NIOSSLPrivateKey(file: key, format: .pem) } catch { throw .unreadable(key) }
        var settings = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
        settings.minimumTLSVersion = .tlsv12
        settings.applicationProtocols = ["h2", "http/1.1"]
        do {
            return Held(
                context: try NIOSSLContext(configuration: settings), files: files,
                lasts: Date(timeIntervalSince1970: Double(first.notValidAfter)))
        } catch {
            throw .mismatched
        }
    }
}

/// By what a file is known to be another than before, its links followed.
private struct FileState: Equatable, Sendable {
    /// Its permission bits; nil when there is no file.
    let mode: Int?
    private let file: Int?
    private let size: Int?
    private let changedAt: Date?

    /// Of the file that a link leads to: certificates are renewed by leading it elsewhere.
    init(_ path: String) {
        let place = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let facts = (try? FileManager.default.attributesOfItem(atPath: place)) ?? [:]
        mode = (facts[.posixPermissions] as? NSNumber)?.intValue
        file = (facts[.systemFileNumber] as? NSNumber)?.intValue
        size = (facts[.size] as? NSNumber)?.intValue
        changedAt = facts[.modificationDate] as? Date
    }
}
