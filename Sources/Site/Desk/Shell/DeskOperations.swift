import Campaign
import Storage

/// All that can be done at the desk, ready to be called by its routes.
struct DeskOperations: Sendable {
    let signIn: SignInStaff
    let look: LookAtDesk
    let accept: AcceptInvitation
    let confirm: ConfirmAgain
    let leave: LeaveDesk
    let changePassword: ChangePassword
    let door: DeskDoor
    let know: KnowStaffBrowser
    let setAddress: SetStaffAddress
    let add: AddStaffMember
    let reset: ResetStaffMember
    let end: EndStaffMember
    let takeRole: TakeRole
    let publish: PublishFromDesk
    let close: CloseAction
    let withdraw: WithdrawAction
    /// nil where no mail is sent.
    let test: TestAlert?
    let approve: ApproveAlert
    let stop: StopAlert
    let counting: CountingOperations
    let retry: RetryJob
    let drop: DropJob
    let passkeys: PasskeyOperations
    let sections: SectionOperations
    let register: RegisterOperations
    let programs: ProgramOperations
    let servers: ServerOperations

    /// - Parameters:
    ///   - python: has zxcvbn, which tells common passwords.
    ///   - leaked: passwords that nobody may choose.
    ///   - postbox: takes warnings to staff; nil where no mail is sent.
    init(
        database: any Database, world: World, keyring: Keyring, test: TestAlert? = nil, python: String? = nil,
        leaked: LeakedPasswords? = nil, catalogue: Catalogue? = nil, postbox: (any Postbox)? = nil, federation: Federation? = nil
    ) throws {
        let bench = try PasswordBench(), judge = JudgePassword(python: python, leaked: leaked)
        signIn = SignInStaff(database: database, world: world, keyring: keyring, bench: bench)
        look = LookAtDesk(database: database, world: world)
        accept = AcceptInvitation(database: database, world: world, keyring: keyring, bench: bench, judge: judge)
        confirm = ConfirmAgain(database: database, world: world, keyring: keyring)
        leave = LeaveDesk(database: database)
        changePassword = ChangePassword(database: database, world: world, bench: bench, judge: judge)
        door = DeskDoor(world: world)
        know = KnowStaffBrowser(database: database, world: world, keyring: keyring, catalogue: try catalogue ?? Catalogue.shipped(), postbox: postbox)
        setAddress = SetStaffAddress(database: database, world: world, keyring: keyring)
        add = AddStaffMember(database: database, world: world)
        reset = ResetStaffMember(database: database, world: world)
        end = EndStaffMember(database: database, world: world)
        takeRole = TakeRole(database: database, world: world)
        publish = PublishFromDesk(database: database, world: world)
        close = CloseAction(database: database, world: world)
        withdraw = WithdrawAction(database: database, world: world)
        self.test = test
        approve = ApproveAlert(database: database, world: world, pause: .usual)
        stop = StopAlert(database: database, world: world)
        counting = CountingOperations(database: database, world: world)
        retry = RetryJob(database: database, world: world)
        drop = DropJob(database: database, world: world)
        passkeys = PasskeyOperations(database: database, world: world, keyring: keyring)
        register = RegisterOperations(database: database, world: world, keyring: keyring)
        sections = SectionOperations(database: database, world: world)
        programs = ProgramOperations(database: database, world: world, keyring: keyring)
        servers = ServerOperations(database: database, world: world, federation: federation)
    }
}
