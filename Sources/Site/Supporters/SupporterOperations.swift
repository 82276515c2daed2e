import Campaign
import Logging
import Storage

/// All that can be done for supporters, ready to be called by the routes.
struct SupporterOperations: Sendable {
    let signUp: SignUp
    let confirm: ConfirmSignUp
    let unsubscribe: Unsubscribe
    let stay: ConfirmStay
    let requestSignIn: RequestSignIn
    let signIn: SignIn
    let signOut: SignOut
    let home: LookAtHome
    let changePreferences: ChangePreferences
    let pause: PauseAlerts
    let switchHistory: SwitchHistory
    let switchSharing: SwitchSharing
    let readPeople: ReadPeople
    let follow: Follow
    let unfollow: Unfollow
    let requestNewAddress: RequestNewAddress
    let confirmNewAddress: ConfirmNewAddress
    let export: ExportSupporter
    let erase: EraseSupporter
    let remember: RememberReport
    /// What they leave for after the answer; run as a service.
    let errands: Errands
    let gate: FloodGate
    let keyring: Keyring
    /// nil where browsers get no notices.
    let browsers: BrowserOperations?
    /// nil where no text message is sent.
    let phones: PhoneOperations?
    private let forgetting: ForgetPhone

    init(_ desk: SupporterDesk, _ site: SiteParts, logger: Logger, bounds: FloodGate.Bounds = FloodGate.Bounds()) {
        let database = site.database, world = site.world, keyring = desk.keyring, errands = Errands(logger: logger)
        let links = SupporterLinks { [origins = site.origins] in origins.origin(of: $0) }
        let letters = Correspondence(links: links, catalogue: site.catalogue, postbox: desk.postbox)
        signUp = SignUp(database: database, world: world, keyring: keyring, correspondence: letters, errands: errands)
        confirm = ConfirmSignUp(database: database, world: world)
        unsubscribe = Unsubscribe(database: database, world: world, keyring: keyring)
        stay = ConfirmStay(database: database, world: world)
        requestSignIn = RequestSignIn(database: database, world: world, keyring: keyring, correspondence: letters, errands: errands)
        signIn = SignIn(database: database, world: world, keyring: keyring)
        signOut = SignOut(database: database)
        home = LookAtHome(database: database, world: world, keyring: keyring)
        changePreferences = ChangePreferences(database: database, world: world)
        pause = PauseAlerts(database: database, world: world)
        switchHistory = SwitchHistory(database: database, world: world)
        switchSharing = SwitchSharing(database: database, world: world)
        readPeople = ReadPeople(database: database, world: world, keyring: keyring)
        follow = Follow(database: database, world: world)
        unfollow = Unfollow(database: database, world: world)
        requestNewAddress = RequestNewAddress(database: database, world: world, keyring: keyring, correspondence: letters, errands: errands)
        confirmNewAddress = ConfirmNewAddress(database: database, world: world, keyring: keyring, correspondence: letters)
        export = ExportSupporter(database: database, keyring: keyring)
        erase = EraseSupporter(database: database, world: world, keyring: keyring, correspondence: letters)
        remember = RememberReport(database: database)
        browsers = desk.pusher.map { BrowserOperations(database, world, keyring, publicKey: $0.publicKey) }
        phones = desk.texting.map { PhoneOperations($0, database, world, keyring, site.catalogue, errands) }
        forgetting = ForgetPhone(database: database, keyring: keyring)
        self.errands = errands
        self.keyring = keyring
        gate = FloodGate(world: world, bounds: bounds)
    }

    /// Also where no text message is sent any more.
    func forgetPhone(of supporter: Supporter.ID) async throws { try await forgetting(of: supporter) }
}
