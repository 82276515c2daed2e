import Hummingbird

extension Request {
    /// What an address asks for after its question mark, read as browsers write it: a blank is "+". Empty when it cannot be read.
    var query: FormBody {
        (try? FormBody(urlEncoded: Array((uri.query ?? "").utf8))) ?? FormBody()
    }
}
