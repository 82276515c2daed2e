/// How a database server stands to others that hold the same.
package struct Replication: Sendable, Hashable {
    /// Whether it follows another server, and takes no writes.
    package let isReplica: Bool
    /// How far its log of writes reaches, in bytes.
    package let position: Int64
    /// How many servers follow it.
    package let followers: Int
    /// Whether a commit waits until a follower has it, too.
    package let isSynchronous: Bool
    /// From how many machines Amparo is connected to it.
    package let machines: Int

    package init(isReplica: Bool, position: Int64, followers: Int, isSynchronous: Bool, machines: Int) {
        self.isReplica = isReplica
        self.position = position
        self.followers = followers
        self.isSynchronous = isSynchronous
        self.machines = machines
    }
}
