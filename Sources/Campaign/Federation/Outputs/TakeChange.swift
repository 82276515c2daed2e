import Documents
import Foundation
import Storage

/// Takes what another server says of one of its actions. It lands as outputs of the international section, about which our sections decide as about
/// those of their own server; a withdrawal and another name for somebody hold at once, without anybody deciding.
///
/// Only what came from a server is changed by it: a number that is here from elsewhere stays as it is, and staff see that.
struct TakeChange: Sendable {
    let database: any Database
    let world: World

    /// Why something of another server is not taken; in words for staff.
    struct Unfit: Error, Equatable {
        let why: String
        init(_ why: String) { self.why = why }
    }

    /// Returns why it was not taken; nil when it was.
    func callAsFunction(_ change: ActionChange, from partner: Partner) async throws -> String? {
        guard let reference = try? Reference(change.reference), reference.printed() == change.reference else { return "a number that is none" }
        do {
            if change.isWithdrawn { try await withdraw(reference, change, partner) } else { try await take(reference, change, partner) }
            return nil
        } catch {
            let why: String
            switch error {
            case let unfit as Unfit: why = unfit.why
            case let malformed as NativeDocument.Malformed: why = "cannot be read: \(malformed.reason)"
            case let refusal as any Refusal: why = "refused: \(refusal.message.key)"
            default: throw error
            }
            try await database.write { db in
                var followed = try db.followed(reference, from: partner.id) ?? Followed(action: nil, seq: 0, hash: "", brought: [])
                (followed.seq, followed.hash, followed.refusal) = (change.seq, "", why)
                try db.put(followed, of: reference, from: partner.id)
            }
            return "\(change.reference): \(why)"
        }
    }

    private func withdraw(_ reference: Reference, _ change: ActionChange, _ partner: Partner) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard var followed = try db.followed(reference, from: partner.id), let action = followed.action else { return }
            if try !db.isWithdrawn(action) {
                try db.withdraw(reference, reason: "withdrawn by \(partner.name)", by: partner.name, event: event, at: now)
            }
            (followed.seq, followed.hash, followed.refusal) = (change.seq, "", nil)
            try db.put(followed, of: reference, from: partner.id)
        }
    }

    private func take(_ reference: Reference, _ change: ActionChange, _ partner: Partner) async throws {
        let hash = Digest.sha256(change.documents.map { "\($0.utf8.count):\($0)" }.joined())
        let known = try await database.read { db in try db.followed(reference, from: partner.id) }
        guard known?.hash != hash else { return }
        let outputs = try Self.outputs(change.documents, of: reference, from: partner)
        if let known, let action = known.action { try await rename(reference, action, outputs, partner) }
        let now = world.now(), newID = world.newID
        try await database.write { db in
            try db.overwriteThoroughly()
            let taken = try db.take(outputs, of: reference, hash, from: partner, at: now, newID)
            let followed = Followed(action: taken, seq: change.seq, hash: hash, brought: outputs.map(\.place))
            try db.put(followed, of: reference, from: partner.id)
        }
    }

    /// What there is to take, with nothing in it that is not for other servers, whatever was sent.
    private static func outputs(_ documents: [String], of reference: Reference, from partner: Partner) throws -> [NativeOutput] {
        guard (1...ChangeBounds.documents).contains(documents.count) else { throw Unfit("\(documents.count) documents") }
        let outputs = try documents.map { text in
            guard case .output(let output) = try NativeReader()(Array(text.utf8)), output.reference == reference else {
                throw Unfit("a document of another action")
            }
            guard output.published.flatMap({ Instant($0.at) }) != nil, output.facts.audience == nil, (1...999).contains(output.ordinal) else {
                throw Unfit("an output that is not public")
            }
            return output.abroad(by: partner.name)
        }
        guard Set(outputs.map(\.place)).count == outputs.count else { throw Unfit("an output twice") }
        return outputs
    }

    /// Somebody is called otherwise now: then everywhere, in what our sections say too, and the old name does not come back.
    private func rename(_ reference: Reference, _ action: Action.ID, _ outputs: [NativeOutput], _ partner: Partner) async throws {
        let before = try await database.read { db in try db.isWithdrawn(action) ? [] : db.subjects(of: action).map(\.name) }
        let after = outputs.first?.subjects.map(\.name) ?? []
        guard before.count == after.count else { return }
        for (old, new) in zip(before, after) where old != new && !after.contains(old) {
            let rename = RenameSubject(database: database, world: world)
            _ = try await rename(reference, Renaming(old, to: new), by: partner.name)
        }
    }
}

extension NativeOutput {
    /// Output and language: "1:en".
    fileprivate var place: String { "\(ordinal):\(language?.rawValue ?? "")" }
}

extension Connection {
    /// Puts what is said now in the place of what the same server said before. Part of somebody's transaction.
    fileprivate func take(
        _ outputs: [NativeOutput], of reference: Reference, _ hash: String, from partner: Partner, at now: Instant,
        _ newID: @escaping @Sendable () -> String
    ) throws -> Action.ID {
        let known = try followed(reference, from: partner.id), here: Action.ID? = try actionRow(reference).map { try $0("id") }
        guard here == known?.action else { throw TakeChange.Unfit("is here from elsewhere") }
        let before = known?.brought ?? []
        var fresh: [Int] = []
        if let here {
            if try isWithdrawn(here) { throw ActionRefusal.alreadyWithdrawn(reference) }
            try clear(here, for: outputs, before)
        }
        let places = try here.map { try outputPlaces(of: $0) } ?? []
        for native in outputs {
            var native = native
            if !places.contains(where: { $0.ordinal == native.ordinal && $0.isPublic }) {
                native.published = native.published.map { NativeStamp(at: opening($0, of: native, at: now), by: $0.by) }
                fresh.append(native.ordinal)
            }
            let provenance = Provenance(
                sha256: Digest.sha256("\(partner.id) \(hash) \(native.ordinal) \(native.language?.rawValue ?? "") \(now.text)"),
                name: partner.address, by: partner.name)
            var restoration = Restoration(db: self, native: native, provenance: provenance, isPublished: true, now: now, newID: newID)
            _ = try restoration()
        }
        let action = try wholeAction(reference)
        if !action.isInvented, let last = action.outputs.last(where: { fresh.contains($0.ordinal) }) {
            try draftAlerts(last.id, Alert.Kind(last), Currency(last, of: action), at: now)
        }
        return action.id
    }

    /// An output that was made here under a number of theirs is not theirs to change.
    private func clear(_ action: Action.ID, for outputs: [NativeOutput], _ before: [String]) throws {
        let theirs = Set(before.compactMap { $0.split(separator: ":").first.map(String.init) })
        for place in try outputPlaces(of: action) {
            let ordinal = String(place.ordinal), said = outputs.filter { $0.ordinal == place.ordinal }.map { $0.language?.rawValue ?? "" }
            guard theirs.contains(ordinal) else {
                if said.isEmpty { continue }
                throw TakeChange.Unfit("output \(ordinal) was made here")
            }
            let old = before.filter { $0.hasPrefix("\(ordinal):") }.map { String($0.dropFirst(ordinal.count + 1)) }
            try clear(place.id, languages: Array(Set(old + said)).sorted())
        }
        try clearCase(action, topicsToo: outputs.contains { !$0.topics.isEmpty })
    }

    /// When it counts as published here: now while letters are wanted, so that sections that wait for a person are asked; else when it was there.
    private func opening(_ stamp: NativeStamp, of output: NativeOutput, at now: Instant) -> String {
        let last = ([output.facts.actUntil] + output.facts.extensions.map(\.until)).compactMap { $0 }.max()
        if let last, last >= now.day(in: .gmt) { return now.text }
        return min(stamp.at, now.text)
    }
}
