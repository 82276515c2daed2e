/// The addresses of passkeys.
enum PasskeyLinks {
    static let list = "/desk/me/passkeys"
    static let new = "/desk/me/passkeys/challenge"
    static let end = "/desk/me/passkeys/end"
    static let door = "/desk/sign-in/passkey"
    static let doorChallenge = "/desk/sign-in/passkey/challenge"
    static let confirm = "/desk/code/passkey"
    static let confirmChallenge = "/desk/code/passkey/challenge"
}
