/// A zip archive of any bytes: a member is what its entry declares or it is refused.
func fuzzArchive(_ input: [UInt8]) {
    let format = DocumentFormat.of(input)
    _ = DocumentFormat.refusal(of: input, format)
    guard let archive = try? ZipArchive(input) else { return }
    for member in archive.documents.prefix(20) {
        precondition(!member.baseName.utf8.contains(0x2F) && !member.baseName.utf8.contains(0), "a name leads nowhere")
        guard let bytes = try? archive.contents(of: member) else { continue }
        precondition(bytes.count == member.size, "a member is as long as declared")
    }
}
