/// How a server is that follows ours and may be read.
package struct ReplicaState: Sendable, Equatable {
    /// Its place in the settings, counted from 1: its address is nobody's business but the operator's.
    package let number: Int
    package let isReachable: Bool
    /// For how long it has lacked something that this process knows of.
    package let secondsBehind: Double
    /// Whether readers are sent to it.
    package let isInUse: Bool
    /// What it answered to this process.
    package let reads: Int

    package init(number: Int, isReachable: Bool, secondsBehind: Double, isInUse: Bool, reads: Int) {
        self.number = number
        self.isReachable = isReachable
        self.secondsBehind = secondsBehind
        self.isInUse = isInUse
        self.reads = reads
    }
}
