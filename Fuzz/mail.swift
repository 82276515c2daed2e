/// An e-mail of any bytes: lines or a refusal, and decoding only ever makes it shorter.
func fuzzMail(_ input: [UInt8]) {
    _ = MailReader.recognises(input)
    let header = MailHeader(input[...])
    precondition(header.end <= input.count, "a header ends in the mail")
    precondition(TransferEncoding.quotedPrintable(input[...]).count <= input.count, "what is decoded is not longer")
    precondition(TransferEncoding.base64(input[...]).count <= input.count, "what is decoded is not longer")
    _ = EncodedWords.text(String(decoding: input.prefix(4000), as: UTF8.self))
    if let lines = try? MailReader().lines(of: input) { checkLines(lines) }
}
