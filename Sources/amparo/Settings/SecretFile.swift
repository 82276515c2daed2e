import Campaign
import Foundation

/// The server's secret: 32 random bytes as hexadecimal digits in a file of its own, beside the database and never in it, so that a
/// copy of the database alone opens nothing.
struct SecretFile {
    private let file: OwnerFile

    init(in folder: String) {
        file = OwnerFile(path: "\(folder)/amparo.secret")
    }

    var path: String { file.path }

    /// Whether the owner alone may read it; nil when there is none yet.
    var isPrivate: Bool? { file.isPrivate }

    /// The secret, made on the first start. Two programs that start at once end with the same one.
    func secret(_ world: World) throws -> Secret {
        try file.make(world) { "\(Digest.sha256(world.token()))\n" }
        let text = try String(contentsOfFile: path, encoding: .utf8).filter { !$0.isWhitespace }
        guard text.count == 64, text.allSatisfy(\.isHexDigit) else {
            throw Complaint("\(path) is not a secret of Amparo: 64 hexadecimal digits are wanted.", status: .settings)
        }
        return Secret(revealed: text)
    }
}
