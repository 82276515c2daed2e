import ArgumentParser

struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Groups that write together and report in one go.",
        discussion: """
            A group has a name and a code, and no list of members.

              amparo group add --section us "Letter evening Basel"
              amparo group list
            """,
        subcommands: [GroupAdd.self, GroupList.self]
    )
}
