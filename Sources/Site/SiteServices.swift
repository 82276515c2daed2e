package import Campaign
import Documents
package import Foundation
import Hummingbird
package import Logging
package import ServiceLifecycle
package import Storage

/// The running parts of the site. This list is all the wiring there is.
package enum SiteServices {
    /// In the order a `ServiceGroup` starts them; it stops them in reverse, so that the server answers what it accepted
    /// before the ledger writes its last group.
    ///
    /// - Parameters:
    ///   - record: enters reports; the ledger of `database` unless a benchmark says otherwise.
    ///   - press: makes PDFs; without one the site offers none.
    ///   - leakedPasswords: which staff may not choose.
    ///   - securityContact: whom to tell of a hole, an address of the web or of a mailbox; nil for each section's own contact.
    ///   - supporters: what alerts need; without it the pages say that they are not set up here.
    ///   - keyring: what the desk's secrets are sealed with; without it there is no desk.
    ///   - overlay: a folder with templates of sections, which need not be there. Throws `Overlay.Fault` for what is wrong in it.
    ///   - measures: what is told to whoever watches over the process.
    ///   - federation: what this server is to others; without it others cannot follow it.
    ///   - machine: what the program knows of its disks and backups, for staff.
    ///   - certificates: by which the program speaks TLS itself; nil for plain HTTP to a web server in front.
    ///   - onBound: told the port once connections are accepted.
    package static func make(
        database: any Database, world: World, host: String, port: Int, limits: Limits, logger: Logger,
        record: RecordReport? = nil, press: Press = Press(python: nil), leakedPasswords: LeakedPasswords? = nil, securityContact: String? = nil,
        supporters supporterDesk: SupporterDesk? = nil,
        desk keyring: Keyring? = nil, overlay: URL? = nil, measures: Measures = Measures(),
        machine: @escaping @Sendable () -> MachineFacts = { MachineFacts() }, federation: Federation? = nil, certificates: Certificates? = nil,
        onBound: @escaping @Sendable (Int) async -> Void
    ) async throws -> [any Service] {
        let record = record ?? RecordReport(database: database, world: world, measures: measures)
        let sections = try await SectionDirectory(database: database), catalogue = try Catalogue.shipped()
        let cache = PageCache()
        measures.connectionsMost.set(limits.connections)
        let site = SiteParts(
            database: database,
            world: world,
            sections: sections,
            catalogue: catalogue,
            views: try views(overlay, sections, catalogue),
            assets: try Assets(folders: [SiteResources.assets]),
            cache: cache,
            origins: Origins(),
            dayWordings: DayWordings(),
            ready: ReadyAnswers(
                cache: cache, world: world, edition: { sections.edition }, isOurs: { host in sections.all.contains { $0.host == host } }),
            measures: measures,
            machine: machine,
            press: press,
            hasMail: supporterDesk?.postbox != nil,
            hasPush: supporterDesk?.pusher != nil,
            hasTexts: supporterDesk?.texting != nil,
            isDemo: try await database.read { db in try db.demoBegun() } != nil
        )
        let supporters = supporterDesk.map { SupporterOperations($0, site, logger: logger) }
        press.warm()
        let staff = try keyring.map {
            try DeskOperations(
                database: database, world: world, keyring: $0, test: supporterDesk?.test, python: press.python, leaked: leakedPasswords,
                catalogue: catalogue,
                postbox: supporterDesk?.postbox, federation: federation)
        }
        let router = try router(site, record, supporters, staff, securityContact: securityContact, federation: federation)
        let server = SiteServer.build(
            router: router, host: host, port: port, limits: limits, logger: logger, ready: site.ready, measures: measures, certificates: certificates,
            expecting: site.expectPage
        ) {
            port in
            site.origins.listen(on: port)
            await onBound(port)
        }
        let watches: [any Service] = [ChangeWatch(site: site, logger: logger), WordWatch(site: site, logger: logger)]
        return [record] + [supporters?.errands].compactMap { $0 } + watches + [server]
    }

    /// The templates, with those of sections over them. Throws `Overlay.Fault`.
    static func views(_ overlay: URL?, _ sections: SectionDirectory, _ catalogue: Catalogue) throws -> Views {
        let shipped = try Views(folders: [SiteResources.templates]), words = Set(catalogue["en"].plainTexts.keys)
        guard let overlay else { return shipped }
        return try shipped.overlaid(by: Overlay(overlay, sections: sections.all.map(\.code.rawValue), over: shipped.sources, words: words))
    }

    static func router(
        _ site: SiteParts, _ record: RecordReport, _ supporters: SupporterOperations? = nil, _ staff: DeskOperations? = nil,
        securityContact: String? = nil, federation: Federation? = nil
    ) throws -> Router<Visitor> {
        let desk = try WritingDesk(), shell = SupporterShell(site: site, supporters: supporters)
        let router = SiteRouter.make(
            errorPages: SiteErrorPages(site: site), ready: site.ready, measures: site.measures,
            shedding: Shedding(world: site.world, measures: site.measures),
            isBehindTLS: site.isBehindTLS)
        let isReady = Readiness(database: site.database)
        Health(leftOut: { site.database.replicas.compactMap(\.complaint) }) { await isReady() }.add(to: router)
        site.assets.add(to: router)
        SecurityRoutes(site: site, contact: securityContact).add(to: router)
        FindingRoutes(site: site).add(to: router)
        ActionRoutes(site: site).add(to: router)
        AddressRoutes(site: site).add(to: router)
        LetterRoutes(site: site, desk: desk).add(to: router)
        PackRoutes(site: site, compose: desk.compose).add(to: router)
        DocumentRoutes(site: site).add(to: router)
        ReportRoutes(site: site, record: record, shell: shell, gate: ReportGate(world: site.world)).add(to: router)
        ReplyRoutes(site: site).add(to: router)
        GroupRoutes(site: site, record: RecordGroupReturn(record: record)).add(to: router)
        CollectionRoutes(site: site, record: RecordGroupReturn(record: record), compose: desk.compose).add(to: router)
        TallyRoutes(site: site).add(to: router)
        ArchiveRoutes(site: site).add(to: router)
        SearchRoutes(site: site).add(to: router)
        FeedRoutes(site: site).add(to: router)
        SharingRoutes(site: site).add(to: router)
        SiteMapRoutes(site: site).add(to: router)
        try ProgramRoutes(site: site).add(to: router)
        let gate = ProgramGate(world: site.world, know: KnowProgram(database: site.database, world: site.world))
        ProgramReportRoutes(site: site, record: record, gate: gate).add(to: router)
        OSDIRoutes(site: site, record: record, gate: gate).add(to: router)
        OSDIPersonRoutes(site: site, gate: gate, read: supporters?.readPeople).add(to: router)
        OSDIOutreachRoutes(site: site, gate: gate).add(to: router)
        GuideRoutes(site: site, guides: try Guides()).add(to: router)
        AlertRoutes(shell: shell).add(to: router)
        BrowserRoutes(shell: shell).add(to: router)
        PhoneRoutes(shell: shell).add(to: router)
        StopRoutes(shell: shell).add(to: router)
        EnterRoutes(shell: shell).add(to: router)
        MyRoutes(shell: shell).add(to: router)
        LinkRoutes(shell: shell).add(to: router)
        HeldRoutes(shell: shell).add(to: router)
        LookRoutes(site: site).add(to: router)
        if let federation {
            FederationRoutes(answer: AnswerPartner(database: site.database, world: site.world, federation: federation)).add(to: router)
        }
        if let staff { addDesk(DeskShell(site: site, desk: staff), desk, to: router) }
        return router
    }

    private static func addDesk(_ shell: DeskShell, _ writing: WritingDesk, to router: Router<Visitor>) {
        AuthoringRoutes(shell: shell, desk: writing).add(to: router)
        DeskEnterRoutes(shell: shell).add(to: router)
        DeskInvitationRoutes(shell: shell).add(to: router)
        DemoDoor(shell: shell).add(to: router)
        PasskeyRoutes(shell: shell, passkeys: shell.desk.passkeys).add(to: router)
        SectionRoutes(shell: shell, sections: shell.desk.sections).add(to: router)
        PostageRoutes(shell: shell).add(to: router)
        SectionLookRoutes(shell: shell, sections: shell.desk.sections).add(to: router)
        RegisterListRoutes(shell: shell, register: shell.desk.register).add(to: router)
        RegisterTableRoutes(shell: shell, register: shell.desk.register).add(to: router)
        OfficeRoutes(shell: shell, register: shell.desk.register).add(to: router)
        SuppressionRoutes(shell: shell, register: shell.desk.register).add(to: router)
        TodayRoutes(shell: shell).add(to: router)
        DeskActionRoutes(shell: shell).add(to: router)
        FollowUpRoutes(shell: shell).add(to: router)
        ExtensionRoutes(shell: shell).add(to: router)
        EndingRoutes(shell: shell).add(to: router)
        RenamingRoutes(shell: shell).add(to: router)
        AudienceRoutes(shell: shell).add(to: router)
        WithdrawalRoutes(shell: shell).add(to: router)
        ImportRoutes(shell: shell).add(to: router)
        ReviewRoutes(shell: shell).add(to: router)
        ReplyDeskRoutes(shell: shell).add(to: router)
        ReplyHandInRoutes(shell: shell).add(to: router)
        TranslationRoutes(shell: shell).add(to: router)
        CollectionDeskRoutes(shell: shell).add(to: router)
        EditionRoutes(shell: shell).add(to: router)
        DeskAlertRoutes(shell: shell).add(to: router)
        CountingRoutes(shell: shell).add(to: router)
        CorrectionRoutes(shell: shell).add(to: router)
        StatisticsRoutes(shell: shell).add(to: router)
        TallyDeskRoutes(shell: shell).add(to: router)
        DeskJobRoutes(shell: shell).add(to: router)
        StatusRoutes(shell: shell).add(to: router)
        DeskStaffRoutes(shell: shell).add(to: router)
        ProgramDeskRoutes(shell: shell).add(to: router)
        WebhookDeskRoutes(shell: shell).add(to: router)
        ServerDeskRoutes(shell: shell).add(to: router)
        DeskSessionRoutes(shell: shell).add(to: router)
        DeskPasswordRoutes(shell: shell).add(to: router)
        DeskLogRoutes(shell: shell).add(to: router)
    }
}
