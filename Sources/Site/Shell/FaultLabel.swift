import Storage

/// Names an error without its values: the type, and for an enumeration its case, and the database's own number of what it refused. Values may be
/// somebody's words.
struct FaultLabel: CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        if case StorageFailure.other(let code, _) = error {
            description = "\(String(reflecting: StorageFailure.self)).other \(code)"
            return
        }
        let mirror = Mirror(reflecting: error)
        let type = String(reflecting: type(of: error))
        guard mirror.displayStyle == .enum else {
            description = type
            return
        }
        description = "\(type).\(mirror.children.first?.label ?? String(describing: error))"
    }
}
