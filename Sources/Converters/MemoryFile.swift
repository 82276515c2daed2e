import Glibc
import Synchronization
import SystemPackage

/// A document that a program can read like a file and that is on no disk. Unlike a pipe it never signals a program that stopped reading.
struct MemoryFile {
    let descriptor: FileDescriptor

    private static let count = Atomic(0)

    init(_ bytes: [UInt8]) throws {
        let name = "/amparo-\(getpid())-\(Self.count.add(1, ordering: .relaxed).newValue)"
        let number = shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        // from here on only the descriptor leads to it
        shm_unlink(name)
        descriptor = FileDescriptor(rawValue: number)
        do {
            _ = try descriptor.writeAll(bytes)
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            try? descriptor.close()
            throw error
        }
    }
}
