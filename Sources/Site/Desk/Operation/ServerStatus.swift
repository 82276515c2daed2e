import Campaign
import Storage

/// What the page on the server's state tells, in rows of two cells; what needs somebody is loud.
struct ServerStatus {
    let queues: Queues
    let machine: MachineFacts
    let engine: String
    let hasMail: Bool
    let canMakePapers: Bool
    let connections: Int
    var replicas: [ReplicaState] = []
    let now: Instant

    /// A day without a backup is one too many.
    private static let backupSeconds = 26 * 3_600
    /// A worker takes what is due within a second.
    private static let lateSeconds = 300

    func tables(for reader: Reader) -> [DeskTable] {
        [
            table("desk.status_work", work(reader), reader), table("desk.status_mail", mail(reader), reader),
            table("desk.status_machine", machine(reader), reader),
        ]
    }

    private func work(_ reader: Reader) -> [[DeskTable.Cell]] {
        func count(_ state: Job.State) -> Int { queues.jobs.filter { $0.state == state }.map(\.count).reduce(0, +) }
        let late = queues.oldestDue.map { $0.adding(seconds: Self.lateSeconds) < now } ?? false
        return [
            row("desk.job_waiting", reader.words.grouped(count(.waiting)), reader, path: DeskLinks.jobs),
            row("desk.job_running", reader.words.grouped(count(.running)), reader, path: DeskLinks.jobs),
            row("desk.job_dead", reader.words.grouped(count(.dead)), reader, isLoud: count(.dead) > 0, path: DeskLinks.jobs),
            row("desk.status_oldest", queues.oldestDue.map(reader.moment) ?? "–", reader, isLoud: late),
        ]
    }

    private func mail(_ reader: Reader) -> [[DeskTable.Cell]] {
        [
            row("desk.status_mail_set", reader.text(hasMail ? "desk.status_yes" : "desk.status_no"), reader, isLoud: !hasMail),
            row("desk.status_notices", reader.words.grouped(queues.deliveries), reader),
            row("desk.status_last_sent", queues.lastSent.map(reader.moment) ?? "–", reader),
        ]
    }

    private func machine(_ reader: Reader) -> [[DeskTable.Cell]] {
        let disks = machine.disks.map { disk in
            row("desk.status_disk", "\(reader.words.grouped(Int(disk.freeBytes / 1_000_000))) MB", reader, isLoud: disk.isNearlyFull)
        }
        let isBackupOld = machine.backupAt.map { $0.adding(seconds: Self.backupSeconds) < now } ?? true
        return disks + [
            row("desk.status_backup", machine.backupAt.map(reader.moment) ?? reader.text("desk.status_never"), reader, isLoud: isBackupOld),
            row("desk.status_papers", reader.text(canMakePapers ? "desk.status_yes" : "desk.status_no"), reader, isLoud: !canMakePapers),
            row("desk.status_database", engine, reader),
        ] + replicas.map { replica($0, reader) } + [
            row("desk.status_schema", String(Schema.migrations.count), reader),
            row("desk.status_version", machine.version, reader),
            row("desk.status_connections", reader.words.grouped(connections), reader),
        ]
    }

    private func replica(_ replica: ReplicaState, _ reader: Reader) -> [DeskTable.Cell] {
        let state = reader.text(
            replica.isInUse ? "desk.status_replica_used" : replica.isReachable ? "desk.status_replica_behind" : "desk.status_replica_gone")
        let name = reader.text("desk.status_replica", ["number": String(replica.number)])
        return [DeskTable.Cell(name), DeskTable.Cell(state, isLoud: !replica.isInUse)]
    }

    private func row(_ key: String, _ text: String, _ reader: Reader, isLoud: Bool = false, path: String? = nil) -> [DeskTable.Cell] {
        [DeskTable.Cell(reader.text(key)), DeskTable.Cell(text, to: path, isLoud: isLoud)]
    }

    private func table(_ heading: String, _ rows: [[DeskTable.Cell]], _ reader: Reader) -> DeskTable {
        DeskTable(reader.text(heading), columns: ["desk.status_what", "desk.status_state"].map { reader.text($0) }, rows: rows, empty: "")
    }
}
