import ArgumentParser

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies of the database, encrypted, tried and put back.",
        discussion: """
            A copy is taken while the server runs, and opens only with a key that is not on this machine. amparo.keys is not in it: keep \
            that apart, or whoever finds both can read addresses.

              age-keygen -o backup-key.txt        (elsewhere; it prints the recipient)
              amparo backup make /srv/backups --to age1… --keep 30
              amparo backup check /srv/backups/amparo-20261129T030000Z.sqlite.gz.age --identity backup-key.txt
            """,
        subcommands: [BackupMake.self, BackupCheck.self, BackupRestore.self]
    )
}
