/// A file of our own format, of any bytes: what is read is written as a text that is read as the same value, and written the same again.
func fuzzNative(_ input: [UInt8]) {
    _ = NativeReader.recognises(input)
    guard let document = try? NativeReader()(input) else { return }
    guard let text = try? NativeWriter()(document) else { preconditionFailure("what was read can be written") }
    guard let again = try? NativeReader()(Array(text.utf8)) else { preconditionFailure("what was written can be read: \(text)") }
    precondition(again == document, "what was written is read as the same value: \(text)")
    precondition((try? NativeWriter()(again)) == text, "the same value is the same bytes")
}
