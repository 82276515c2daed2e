import Campaign
import Documents
import Hummingbird

/// What somebody typed and chose to hand a reply in, before it is judged.
struct ReplyForm: Sendable {
    /// The name in the list for an office that is not in it.
    static let other = "other"

    let typed: FormBody
    /// What was chosen as files, read already.
    var scans: [CleanScan]
    var trouble: ScanTrouble?

    /// Reads the body and makes its pictures anew. Throws `FormRefusal`.
    ///
    /// - Parameter kept: pages of the same form that were here before.
    static func read(_ request: Request, press: Press, keeping kept: (String?) -> [CleanScan] = { _ in [] }) async throws -> ReplyForm {
        let body = try await MultipartBody.read(request, orPlain: .init(bytes: ReplyBounds.upload))
        let fields = body.parts.filter { $0.fileName == nil }.map { FormBody.Field(name: $0.name, value: String(decoding: $0.bytes, as: UTF8.self)) }
        let typed = FormBody(fields)
        var form = ReplyForm(typed: typed, scans: typed["drop"] == nil ? kept(typed["token"]) : [])
        for file in body.files.prefix(ReplyBounds.pages + 1) where form.scans.count <= ReplyBounds.pages {
            do {
                form.scans += try await press.scans(of: file.bytes)
            } catch {
                form.trouble = error
            }
        }
        return form
    }

    /// Throws every problem at once.
    ///
    /// - Parameter offices: those of the list, in its order.
    func handed(
        _ reference: Reference, offices: [String], for reader: Reader, by member: StaffMember.ID? = nil
    ) throws(FormProblems) -> HandedReply {
        var problems = FormProblems()
        if let trouble { problems.add("pages", trouble.message) }
        let listed = typed["office"].flatMap { Int($0) }.flatMap { offices.indices.contains($0) ? offices[$0] : nil }
        let other = typed["other"] ?? ""
        do {
            let handed = try HandedReply(
                reference: reference, section: reader.section.code, token: typed["token"],
                office: other.contains { !$0.isWhitespace } ? other : listed ?? "", language: typed["language"],
                receivedOn: typed["received_on"], words: typed["words"] ?? "", scans: scans, today: reader.today, by: member)
            if problems.isEmpty { return handed }
        } catch {
            problems.add(error)
        }
        throw problems
    }
}

extension ActionView {
    /// Who may have answered: those whom the document names.
    var offices: [String] {
        (edition?.addressees ?? []).map { [$0.name, $0.office].compactMap { $0 }.joined(separator: ", ") }.filter { !$0.isEmpty }
    }

    /// In which language an answer may be: those of the letters, of the section and of the case, each once.
    var replyLanguages: [Language] {
        let many: [Language] = ["en", "fr", "es", "ar", "fa", "pt", "ru", "tr", "zh"]
        let ofCase: [Language] = output.letters.map(\.language) + output.preferredLanguages
        let usual: [Language] = reader.languages + ofCase + many
        return usual.reduce(into: []) { list, language in if !list.contains(language) { list.append(language) } }
    }
}
