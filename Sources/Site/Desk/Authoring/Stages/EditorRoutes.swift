import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The overview of an output that is written, and whom it addresses.
struct EditorRoutes: Sendable {
    let parts: AuthoringShell

    func add(to router: Router<Visitor>) {
        let shell = parts.shell
        router.get("desk/actions/:reference/outputs/:ordinal", use: shell.answer(.write) { try await show($0) })
        router.post("desk/actions/:reference/outputs/:ordinal/addressees", use: shell.answer(.write, address))
    }

    private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let (place, opened) = try await parts.opened(asked)
        let page = try await EditorMaking(parts: parts, asked: asked, place: place, opened: opened).page()
        return try parts.shell.page(page, asked.reader)
    }

    @Sendable private func address(_ asked: DeskShell.Asked) async throws -> Response {
        let place = try await parts.place(asked), form = try await asked.form(), editor = AuthoringLinks.editor(place.reference, place.ordinal)
        let role = Addressee.Role(rawValue: form["role"] ?? "") ?? .target, id = form["addressee"] ?? ""
        let office = String((form["office"] ?? "").filter { !$0.isNewline }.prefix(300)), key = form["official"] ?? ""
        let change: AddressDraft.Change =
            switch form["do"] {
            case "remove": .remove(id)
            case "up": .move(id, by: -1)
            case "down": .move(id, by: 1)
            default: key.isEmpty ? .add(office: office, role) : .addOfficial(key: key, role)
            }
        if case .add(let office, _) = change, !office.contains(where: \.isLetter) { return .redirect(to: editor + "#addressees", type: .normal) }
        let changed = try await parts.authoring.address(change, of: place.reference, place.ordinal, for: place.section, by: asked.at.member.id)
        let isNew = form["do"] == nil || form["do"] == "add"
        return .redirect(to: isNew ? AuthoringLinks.part(place.reference, place.ordinal, .addressee(changed)) : editor + "#addressees", type: .normal)
    }
}
