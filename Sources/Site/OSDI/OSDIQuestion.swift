import Campaign
import Hummingbird

/// Which page of a collection of OSDI is asked for: `page` from 1 on, `per_page` up to ``OSDIRoutes/size``. Throws ``ProgramRefusal`` for anything else,
/// `filter` too, which is not there.
struct OSDIQuestion {
    let page: Int
    let size: Int
    private let collection: String

    init(_ request: Request, _ collection: String) throws {
        let query = request.query
        if let other = query.fields.first(where: { !["page", "per_page"].contains($0.name) }) {
            throw ProgramRefusal.query(String(other.name.prefix(40)))
        }
        func read(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
            guard let text = query[name] else { return nil }
            guard let number = Int(text), range.contains(number) else { throw ProgramRefusal.query(name) }
            return number
        }
        page = try read("page", in: 1...100_000) ?? 1
        size = min(try read("per_page", in: 1...100_000) ?? OSDIRoutes.size, OSDIRoutes.size)
        self.collection = collection
    }

    /// How many come before the page.
    var start: Int { (page - 1) * size }

    func address(_ page: Int) -> String { "\(collection)?page=\(page)" + (size == OSDIRoutes.size ? "" : "&per_page=\(size)") }

    /// The collection as HAL: the resources of the page embedded, and linked where they have addresses of their own.
    func collection(_ relation: String, _ embedded: [JSON], _ own: [JSON]?, all: Int, _ origin: String) -> JSON {
        var links: [(name: String, value: JSON)] = [
            ("curies", OSDILinks.curies(origin)), ("self", OSDILinks.link(origin + address(page))),
        ]
        if let own { links.append((relation, .list(own))) }
        if start + size < all { links.append(("next", OSDILinks.link(origin + address(page + 1)))) }
        if page > 1 { links.append(("previous", OSDILinks.link(origin + address(page - 1)))) }
        return [
            "total_pages": .number((all + size - 1) / size), "per_page": .number(size), "page": .number(page), "total_records": .number(all),
            "_links": .object(links), "_embedded": .object([(name: relation, value: .list(embedded))]),
        ]
    }
}
