import ArgumentParser

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Mailings: read, try, approve and stop them.",
        discussion: """
            Publishing, extending and closing an action make drafts. A draft is never sent by itself.

              amparo alert list
              amparo alert compose 'UA 119/21' --section us
              amparo alert preview 0197…
              amparo alert test 0197… --to rosa@example.org
              amparo alert test 0197… --sms +41791234567
              amparo alert approve 0197… --by Rosa
              amparo alert stop 0197… --by Rosa
            """,
        subcommands: [AlertList.self, AlertCompose.self, AlertPreview.self, AlertTest.self, AlertApprove.self, AlertStop.self]
    )
}
