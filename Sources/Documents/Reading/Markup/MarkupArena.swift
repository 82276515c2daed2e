import CGumbo
import Foundation

/// The memory of one tree, given back all at once: gumbo's own way of freeing calls itself for every level of the page.
final class MarkupArena {
    private var chunks: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer?
    private var left = 0

    var options: GumboOptions {
        var options = kGumboDefaultOptions
        options.userdata = Unmanaged.passUnretained(self).toOpaque()
        options.allocator = { arena, size in
            arena.flatMap { Unmanaged<MarkupArena>.fromOpaque($0).takeUnretainedValue().memory(size) }
        }
        options.deallocator = { _, _ in }
        options.max_errors = 0
        return options
    }

    private func memory(_ size: Int) -> UnsafeMutableRawPointer? {
        let size = (size + 15) & ~15
        if size > left { addChunk(max(size, 1 << 18)) }
        defer {
            next = next.map { $0 + size }
            left -= size
        }
        return next
    }

    private func addChunk(_ size: Int) {
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        chunks.append(chunk)
        next = chunk
        left = size
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }
}
