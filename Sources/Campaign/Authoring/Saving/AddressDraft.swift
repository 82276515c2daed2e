package import Documents
import Foundation
package import Storage

/// Adds whom to write to, takes them away, and changes their order.
package struct AddressDraft: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package enum Change: Sendable, Equatable {
        /// Somebody by the office that is typed.
        case add(office: String, Addressee.Role)
        /// Somebody of the register, by their key.
        case addOfficial(key: String, Addressee.Role)
        case remove(String)
        /// One place up, or down.
        case move(String, by: Int)
    }

    /// Returns the id of the addressee that it was about. Throws `ActionRefusal`, `ManuscriptRefusal`.
    package func callAsFunction(
        _ change: Change, of reference: Reference, _ ordinal: Int, for section: Section.Code, by member: StaffMember.ID
    ) async throws -> String {
        let now = world.now(), world = world, fresh = world.newID()
        return try await database.write { db in
            let opened = try db.opened(reference, ordinal, for: section, world, at: now)
            var content = opened.content, ids = content.addressees, subject = fresh
            switch change {
            case .add(let office, let role):
                content.take(Addressee(role: role, name: nil, office: office, salutation: nil, contacts: []), as: fresh, order: 0, official: nil)
                ids.append(fresh)
            case .addOfficial(let key, let role):
                guard let official = try db.officials("o.key = \(key)").first else { throw ManuscriptRefusal.noOfficial(key) }
                let languages = opened.place.output.preferredLanguages + opened.place.output.texts.map(\.language)
                content.take(
                    official.official.addressee(role, in: languages, on: now.day(in: .gmt)), as: fresh, order: 0, official: official.id.text)
                ids.append(fresh)
            case .remove(let id):
                guard content.has(.addressee(id)) else { throw ManuscriptRefusal.nothingThere }
                content.remove(.addressee(id))
                ids.removeAll { $0 == id }
                subject = id
            case .move(let id, let steps):
                guard let place = ids.firstIndex(of: id) else { throw ManuscriptRefusal.nothingThere }
                ids.remove(at: place)
                ids.insert(id, at: min(max(place + steps, 0), ids.count))
                subject = id
            }
            for (number, id) in ids.enumerated() { content[.addressee(id), "order"] = String(number + 1) }
            _ = try db.save(content, to: opened, by: member, world, at: now)
            return subject
        }
    }
}

extension Official {
    /// As an output would address them today: with the contacts that are not known to fail.
    func addressee(_ role: Addressee.Role, in languages: [Language], on day: Day) -> Addressee {
        let holder = holder(on: day)
        return Addressee(
            role: role, name: holder?.name, office: facts.titles.text(in: languages), salutation: holder?.salutations.text(in: languages),
            contacts: contacts.filter { $0.state?.isUsable ?? true }.map {
                ContactPoint(channel: $0.channel, place: $0.place, checkedOn: $0.checkedOn ?? facts.checkedOn)
            })
    }
}
