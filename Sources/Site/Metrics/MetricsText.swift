import Campaign
import Foundation
import Storage

/// Everything that is measured, as text: what the process counted, what it holds, and what waits in the database.
struct MetricsText: Sendable {
    let measures: Measures
    let database: any Database
    let world: World

    func callAsFunction() async -> String {
        var told = Exposition()
        told.add(measures.requests)
        told.add(measures.pages)
        told.add(measures.commits)
        told.add(measures.deliveries)
        told.add(measures.jobs)
        told.add(measures.refused)
        told.gauge("amparo_connections", "Open connections of visitors.", Double(measures.connections.value))
        told.gauge("amparo_connections_most", "Connections of visitors that are let in.", Double(measures.connectionsMost.value))
        told.gauge("amparo_reports_waiting", "Reports that wait for their transaction.", Double(measures.reportsWaiting.value))
        told.gauge("amparo_search_words", "Frequent words whose places in the search index are kept.", Double(measures.searchWords.value))
        addReplicas(&told)
        await addQueues(&told)
        addProcess(&told)
        return told.text
    }

    /// Nothing where there are none.
    private func addReplicas(_ told: inout Exposition) {
        let replicas = database.replicas
        guard !replicas.isEmpty else { return }
        func gauge(_ name: String, _ meaning: String, _ value: (ReplicaState) -> Double) {
            told.gauges(name, meaning, by: ["replica"], replicas.map { ([String($0.number)], value($0)) })
        }
        gauge("amparo_replica_in_use", "Whether a replica is read.") { $0.isInUse ? 1 : 0 }
        gauge("amparo_replica_behind_seconds", "For how long a replica has lacked something.") { $0.secondsBehind }
        gauge("amparo_replica_reads", "What a replica answered to this process.") { Double($0.reads) }
    }

    /// When the database does not answer, that is what is told.
    private func addQueues(_ told: inout Exposition) async {
        let now = world.now()
        let queues = try? await database.read { db in try db.queues() }
        told.gauge("amparo_database_up", "Whether the database answered.", queues == nil ? 0 : 1)
        guard let queues else { return }
        told.gauges(
            "amparo_jobs", "Jobs that wait, run or were given up.", by: ["kind", "state"],
            queues.jobs.map { ([$0.kind, $0.state.rawValue], Double($0.count)) })
        let late = queues.oldestDue.map { Double(max(0, now.milliseconds - $0.milliseconds)) / 1_000 } ?? 0
        told.gauge("amparo_jobs_late_seconds", "For how long the job that is due longest has been due.", late)
        told.gauge("amparo_deliveries_due", "Notices that are due and not handed over, up to 100000.", Double(queues.deliveries))
    }

    /// The names that Prometheus's own libraries use.
    private func addProcess(_ told: inout Exposition) {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let memory = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        if let memory { told.gauge("process_resident_memory_bytes", "Memory held.", memory * 1_024) }
        told.count("process_cpu_seconds_total", "Time that all cores worked.", Double(clock()) / 1_000_000)  // POSIX: a million a second
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            told.gauge("process_open_fds", "Open files and connections.", Double(files.count))
        }
    }
}
