import Campaign
import Documents

/// Reads documents and, unless they are only looked at, makes them part of their actions.
struct Intake: Sendable {
    /// As many outside programs at once as the cores we are measured on; reading itself waits for them.
    private let draft = ReadDocument(workers: 2)
    /// Nil on a dry run.
    let accept: ImportDocuments?
    /// For files of Amparo's own format; nil on a dry run.
    let restore: RestoreDocument?
    let terms: ImportDocument.Terms
    let name: String

    /// What a document says. One whose bytes were imported before is not read again, so that a second run over a folder costs little.
    func read(_ file: DocumentFile) async throws -> Taken {
        let bytes: [UInt8]
        do throws(Unfit) { bytes = try file.bytes() } catch { return Taken(file, refused: error.wanted) }
        let sha256 = Digest.sha256(bytes)
        if let known = try await accept?.known(sha256) { return Taken(file, sha256: sha256, known: known) }
        return switch Self.native(bytes) {
        case .success(let document): Taken(file, sha256: sha256, native: document)
        case .failure(let malformed): Taken(file, sha256: sha256, reading: DraftReading(file: file.name, refused: malformed.reason))
        case nil: Taken(file, sha256: sha256, reading: await draft(bytes, named: file.name))
        }
    }

    /// The documents, each with what became of it; foreign ones in one transaction, our own each in its own. A refusal is the
    /// document's own; a fault ends the batch.
    func accept(_ group: [Taken]) async throws -> [Taken] {
        guard let accept else { return group }
        let foreign = group.filter { $0.isToBeAccepted && $0.native == nil }
        var answers = try await accept(foreign.map { .init($0.reading, provenance(of: $0)) }, terms).makeIterator()
        var taken: [Taken] = []
        for one in group {
            if !one.isToBeAccepted {
                taken.append(one)
            } else if let native = one.native, let restore {
                taken.append(try await restored(one, native, by: restore))
            } else if let answer = answers.next() {
                taken.append(one.answered(answer))
            }
        }
        return taken
    }

    private func restored(_ one: Taken, _ native: NativeDocument, by restore: RestoreDocument) async throws -> Taken {
        var taken = one
        do {
            taken.result = try await restore(native, provenance(of: one), isPublished: terms.isPublished)
            return taken
        } catch let refusal as any Refusal {
            return taken.answered(.refused(refusal))
        }
    }

    private func provenance(of taken: Taken) -> Provenance {
        Provenance(sha256: taken.sha256 ?? "", name: taken.file.name, by: name)
    }
}
