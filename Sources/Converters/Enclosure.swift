import Glibc
import Synchronization

/// What a program that reads somebody's document can reach (bubblewrap): the system's programs and fonts to read, an empty folder in memory, and
/// what it is handed. It has no network, no home, no file of ours, and sees no other process.
package enum Enclosure {
    /// How strictly it is kept to.
    package enum Rule: String, CaseIterable, Sendable {
        /// A program that cannot be enclosed is not run.
        case always
        /// It is run all the same where the machine does not let us, as in many containers.
        case whenPossible = "when-possible"
    }

    private static let isLoose = Atomic(false)

    /// A fact of the machine for the whole process: told once, by the settings.
    package static var rule: Rule {
        get { isLoose.load(ordering: .relaxed) ? .whenPossible : .always }
        set { isLoose.store(newValue == .whenPossible, ordering: .relaxed) }
    }

    /// Whether this machine lets us, found out once by trying.
    package static let isPossible: Bool = {
        var number: pid_t = 0, status: CInt = 0
        let words = (Self.words(reading: []) + ["true"]).map { strdup($0) } + [nil], environment = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { (words + environment).forEach { free($0) } }
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        guard posix_spawn(&number, program, &files, nil, words, environment) == 0 else { return false }
        while waitpid(number, &status, 0) == -1 { guard errno == EINTR else { return false } }
        return status == 0
    }()

    /// What is put before a program's own words; nothing where it runs without.
    ///
    /// - Parameters:
    ///   - folders: what it may read besides.
    ///   - endsWithCaller: whether it ends with the thread that starts it. Not for threads of a pool, which come and go.
    static func words(around folders: [String], endsWithCaller: Bool) -> [String] {
        guard rule == .always || isPossible else { return [] }
        return (endsWithCaller ? words(reading: folders, and: ["--die-with-parent"]) : words(reading: folders))
    }

    static let program = Installed.path("bwrap") ?? "/usr/bin/bwrap"

    /// Debian's folders: where the old ones are links into /usr they are made anew. /proc is not there, since many containers and systemd's
    /// own walls forbid to mount it, and no program here misses it.
    private static func words(reading folders: [String], and more: [String] = []) -> [String] {
        let apart = ["--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
        let nobody = ["--cap-drop", "ALL", "--uid", "65534", "--gid", "65534"]
        let system = ["--ro-bind", "/usr", "/usr"] + ["bin", "lib", "lib64"].flatMap(top)
        let settings = ["/etc/fonts", "/etc/alternatives", "/etc/ld.so.cache", "/var/cache/fontconfig"].flatMap { ["--ro-bind-try", $0, $0] }
        let devices = ["/dev/null", "/dev/urandom"].flatMap { ["--dev-bind", $0, $0] }
        let inside = ["--tmpfs", "/tmp", "--chdir", "/tmp"], ours = folders.flatMap { ["--ro-bind", $0, $0] }
        return [program] + apart + nobody + more + system + settings + devices + inside + ours + ["--"]
    }

    private static func top(_ name: String) -> [String] {
        var status = stat()
        guard lstat("/\(name)", &status) == 0 else { return [] }
        return status.st_mode & S_IFMT == S_IFLNK ? ["--symlink", "usr/\(name)", "/\(name)"] : ["--ro-bind", "/\(name)", "/\(name)"]
    }
}
