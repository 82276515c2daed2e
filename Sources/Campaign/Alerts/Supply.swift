import Storage

/// Parcels for one round, claimed and read a page at a time; the next page is fetched while this one is given out.
/// What has lain a while is read again before it is given out, all that is left of a page at once.
actor Supply {
    private let database: any Database
    private let world: World
    private let worker: String
    private let receivers: Receivers
    private let size: Int
    /// How long the claims last.
    nonisolated let lease: Lease
    private var parcels: ArraySlice<Parcel> = []
    private var filling: Task<[Parcel], any Error>?

    /// How old what was read may be when it is given out, in milliseconds: an unsubscription of a second ago still counts.
    private static let freshness = Int64(500)

    init(database: any Database, world: World, worker: String, to receivers: Receivers, size: Int) {
        self.database = database
        self.world = world
        self.worker = worker
        self.receivers = receivers
        self.size = size
        lease = Lease(from: world.now())
    }

    /// The next ones, so many at most; none when nothing is due.
    func next(_ most: Int) async throws -> [Parcel] {
        var isRenewed = false
        while true {
            if !isRenewed, let next = parcels.first, world.now().milliseconds - next.readAt.milliseconds > Self.freshness {
                renew()
                isRenewed = true  // once, or a machine that reads slowly would do nothing else
            }
            guard parcels.isEmpty else { break }
            let page = fill(), fresh = try await page.value
            if filling == page {
                filling = nil
                parcels = fresh[...]
            }
            if fresh.isEmpty { return [] }
        }
        _ = fill()
        let given = Array(parcels.prefix(most))
        parcels = parcels.dropFirst(given.count)
        return given
    }

    /// Keeps the claims while they are under way; until it is cancelled.
    nonisolated func keep() async {
        let worker = worker
        while (try? await Task.sleep(for: .seconds(Delivery.leaseSeconds / 3))) != nil {
            let now = world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
            if (try? await database.write { db in try db.keepDeliveries(of: worker, until: end, at: now) }) != nil { lease.keep(at: now) }
        }
    }

    /// Gives back what was not given out. What was noted is entered first.
    func giveBack() async throws {
        _ = try await filling?.value
        (parcels, filling) = ([], nil)
        let worker = worker, now = world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
        try await database.write { db in try db.releaseDeliveries(of: worker, until: end, at: now) }
    }

    /// Reads what is left once more; it goes before the page that is being fetched.
    private func renew() {
        let old = parcels.flatMap(\.deliveries), next = filling, read = ReadParcels(database: database, world: world)
        parcels = []
        filling = Task { try await read(old) + (next?.value ?? []) }
    }

    /// The page that is being fetched.
    private func fill() -> Task<[Parcel], any Error> {
        let page = filling ?? Task { try await self.page() }
        filling = page
        return page
    }

    private nonisolated func page() async throws -> [Parcel] {
        let worker = worker, receivers = receivers, size = size, now = world.now(), end = now.adding(seconds: Delivery.leaseSeconds)
        guard try await database.read({ db in try db.hasDueDelivery(to: receivers, at: now) }) else { return [] }
        let claimed = try await database.write { db in
            let single = try db.claimDeliveries(to: receivers, limit: size, by: worker, until: end, at: now)
            return single.isEmpty ? try db.claimDigests(to: receivers, limit: size, by: worker, until: end, at: now) : single
        }
        return claimed.isEmpty ? [] : try await ReadParcels(database: database, world: world)(claimed)
    }
}
