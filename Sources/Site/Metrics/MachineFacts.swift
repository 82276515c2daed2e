package import Campaign

/// What the program knows of the machine under it, for the page on which staff see how the server is.
package struct MachineFacts: Sendable {
    package struct Disk: Sendable {
        package let folder: String
        package let freeBytes: Int64

        package init(folder: String, freeBytes: Int64) {
            self.folder = folder
            self.freeBytes = freeBytes
        }

        /// Below this a busy day could fill it before anybody looks.
        var isNearlyFull: Bool { freeBytes < 200_000_000 }
    }

    package var version = ""
    package var disks: [Disk] = []
    /// When a backup was last taken from here; nil when none was.
    package var backupAt: Instant?

    package init() {}
}
