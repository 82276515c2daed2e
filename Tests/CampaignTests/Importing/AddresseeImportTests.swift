import Campaign
import Documents
import TestSupport
import Testing

@Suite struct AddresseeImportTests {
    @Test(arguments: [true, false], Engine.available)
    func `a hidden e-mail gives way to a shown one, in either order`(_ hiddenFirst: Bool, on engine: Engine) async throws {
        try await withStore(engine) { store in
            let shown = ActionDraft.Target.amina, hidden = shown.with { target in (target.emails, target.emailsObfuscated) = ([], 1) }
            try await store.take(.wanjiru { $0.targets = [hiddenFirst ? hidden : shown] })
            if hiddenFirst { #expect(try await store.amina().contacts(.email).map(\.place) == [nil]) }
            try await store.take(.wanjiru { $0.targets = [hiddenFirst ? shown : hidden] })
            #expect(try await store.amina().contacts(.email).map(\.place) == ["ag@example.org"])
        }
    }

    @Test(arguments: Engine.available)
    func `contacts grow, and the same one is kept once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina] })
            try await store.take(
                .wanjiru {
                    $0.targets = [
                        .amina.with {
                            ($0.emails, $0.faxes, $0.phones) = (
                                ["ag@example.org", "office@example.org"], ["+254 20 000 00 00"], ["+254 20 000 00 01"]
                            )
                            ($0.instagram, $0.facebook, $0.contactForms) = (["ag_example"], ["ag.example"], ["https://ag.example.org/contact"])
                        }
                    ]
                }
            )
            let amina = try await store.amina()
            #expect(amina.contacts(.email).map(\.place) == ["ag@example.org", "office@example.org"])
            #expect([.fax, .phone, .instagram, .facebook, .contactForm, .x, .post].allSatisfy { amina.contacts($0).count == 1 })
            #expect(amina.addressLines == ["Harambee Avenue", "Nairobi", "Kenya"])
        }
    }

    @Test(arguments: Engine.available)
    func `an office that a later page gives a name and a greeting gets both`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina.with { $0.name = nil }] })
            try await store.take(.wanjiru { $0.targets = [.amina.with { $0.salutation = "Dear Attorney General," }] })
            let amina = try await store.amina()
            #expect(amina.name == "Amina Njoroge")
            #expect(amina.salutation == "Dear Attorney General,")
        }
    }

    @Test(arguments: Engine.available)
    func `the same person is one addressee, even twice on one page, and a change of role is noted`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let result = try await store.take(
                .wanjiru { $0.targets = [.amina, .amina.with { target in (target.name, target.kind) = ("AMINA NJOROGE", .copy) }] })
            #expect(try await store.amina().role == .target)
            #expect(result.imported.findings.map(\.field) == ["targets.kind"])
        }
    }

    @Test(arguments: Engine.available)
    func `nobody with neither a name nor an office is an addressee`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina, .amina.with { target in (target.name, target.role) = (" ", nil) }] })
            #expect(try await store.amina().name == "Amina Njoroge")
        }
    }
}

extension Store {
    /// The only addressee of the only edition.
    fileprivate func amina() async throws -> Addressee {
        let addressees = try await action().latest?.editions.first?.addressees ?? []
        #expect(addressees.count == 1)
        return try #require(addressees.first)
    }
}
