import Storage

extension ReplicaState {
    /// A line for whoever supervises; nil while readers are sent to it.
    var complaint: String? {
        if isInUse { return nil }
        return isReachable ? "replica \(number): \(Int(secondsBehind)) s behind, not read" : "replica \(number): does not answer, not read"
    }
}
