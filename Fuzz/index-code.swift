/// One line of any text: an index code keeps its value when it is printed and in an address.
func fuzzIndexCode(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    guard let code = try? IndexCode(text) else { return }
    _ = code.countries
    let plain = code.withoutLanguage
    precondition((try? IndexCode(code.printed))?.withoutLanguage == plain, "a printed code is read back: \(code.printed)")
    precondition((try? IndexCode(code.urlPath))?.withoutLanguage == plain, "an address is read back: \(code.urlPath)")
}
