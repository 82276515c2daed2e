import Glibc

/// A process that turns HTML into PDF and stays for the next (Resources/press.py). It is spoken with over a socket, so that no paper is a file.
///
/// A message is four bytes of length (most significant first) and so much content. What comes back begins with a byte that says what it is
/// and four bytes with the most memory the process ever held, in kB. The process is shut in (`Enclosure`) and ends with its socket.
struct PressProcess: Sendable {
    private let number: pid_t
    private let socket: CInt

    /// What the process says.
    struct Reply {
        enum Kind: UInt8 { case made, failed, ready }
        let kind: Kind
        let memory: Int
        let content: [UInt8]
    }

    /// Starts the process and waits until it is ready. Throws `PressFailure.missing`.
    init(python: Interpreter, scripts: String, bounds: PressBounds) throws(PressFailure) {
        var ends: [CInt] = [-1, -1]
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .missing }
        let enclosed = Enclosure.words(around: python.folders + [scripts], endsWithCaller: false)
        let words = [python.path, "-I", "-B", "\(scripts)/press.py", "\(bounds.memory)", "\(bounds.seconds)"]
        let started = Self.start(enclosed + words, speakingOver: ends[1])
        close(ends[1])
        guard let started else {
            close(ends[0])
            throw .missing
        }
        number = started
        socket = ends[0]
        guard let reply = reply(within: bounds.startPatience, upTo: 1_000), reply.kind == .ready else {
            end()
            throw .missing
        }
    }

    /// The PDF of a page. After `failed` the process may be gone: it is to be ended.
    func paper(_ html: [UInt8], _ bounds: PressBounds) -> Reply? {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: html.count >> (24 - 8 * $0)) }
        let deadline = ContinuousClock.now + bounds.patience
        guard send(length, by: deadline), send(html, by: deadline) else { return nil }
        return reply(within: bounds.patience, upTo: bounds.output)
    }

    /// Ends the process, whatever it is doing, and forgets it.
    func end() {
        close(socket)
        // its whole group: what shuts it in, and itself
        kill(-number, SIGKILL)
        var status: CInt = 0
        while waitpid(number, &status, 0) == -1, errno == EINTR {}
    }
}

extension PressProcess {
    private func reply(within patience: Duration, upTo limit: Int) -> Reply? {
        let deadline = ContinuousClock.now + patience
        guard let head = receive(9, by: deadline), let kind = Reply.Kind(rawValue: head[4]) else { return nil }
        let length = head[..<4].number - 5
        guard (0...limit).contains(length), let content = receive(length, by: deadline) else { return nil }
        return Reply(kind: kind, memory: head[5...].number * 1_024, content: content)
    }

    private func send(_ bytes: [UInt8], by deadline: ContinuousClock.Instant) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(socket, buffer.baseAddress! + done, buffer.count - done, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
            }
            if count > 0 { done += count } else if errno != EINTR, errno != EAGAIN || !wait(for: POLLOUT, by: deadline) { return false }
        }
        return true
    }

    private func receive(_ wanted: Int, by deadline: ContinuousClock.Instant) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: wanted), done = 0
        while done < wanted {
            let count = bytes.withUnsafeMutableBytes { buffer in
                recv(socket, buffer.baseAddress! + done, wanted - done, CInt(MSG_DONTWAIT))
            }
            if count > 0 {
                done += count
            } else if count == 0 {
                return nil
            } else if errno != EINTR, errno != EAGAIN || !wait(for: POLLIN, by: deadline) {
                return nil
            }
        }
        return bytes
    }

    private func wait(for event: CInt, by deadline: ContinuousClock.Instant) -> Bool {
        let left = (deadline - .now) / .milliseconds(1)
        guard left > 0 else { return false }
        var descriptor = pollfd(fd: socket, events: Int16(event), revents: 0)
        return poll(&descriptor, 1, CInt(min(left, 1_000_000))) > 0 || errno == EINTR
    }
}

extension PressProcess {
    /// Starts a program with the socket as its input and output and none of our environment; it closes whatever else it was handed.
    private static func start(_ words: [String], speakingOver socket: CInt) -> pid_t? {
        var files = posix_spawn_file_actions_t(), marks = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&marks)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&marks)
        }
        posix_spawn_file_actions_adddup2(&files, socket, 0)
        posix_spawn_file_actions_adddup2(&files, socket, 1)
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        var all = sigset_t(), none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&marks, &all)
        posix_spawnattr_setsigmask(&marks, &none)
        // a group of its own: Ctrl-C is for the server, which still answers what it accepted
        posix_spawnattr_setflags(&marks, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let arguments = copies(of: words), environment = copies(of: ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"])
        defer { (arguments + environment).forEach { free($0) } }
        var number: pid_t = 0
        return posix_spawn(&number, words[0], &files, &marks, arguments, environment) == 0 ? number : nil
    }

    /// As C takes a list of words: each with a zero at its end, and nothing after the last.
    private static func copies(of words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        words.map { strdup($0) } + [nil]
    }
}

extension Collection<UInt8> {
    fileprivate var number: Int { reduce(0) { $0 << 8 | Int($1) } }
}
