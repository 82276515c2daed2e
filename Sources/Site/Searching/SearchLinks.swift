import Campaign
import Documents
import Foundation

/// The addresses of searches: what is looked for stands in them, so that a search can be kept and sent on.
enum SearchLinks {
    static func all(_ language: Language) -> String { "/\(language)/actions" }

    static func search(_ wish: SearchWish, _ language: Language) -> String {
        var fields = URLComponents()
        fields.queryItems = [
            wish.words.isEmpty ? nil : URLQueryItem(name: "q", value: wish.words),
            wish.country.map { URLQueryItem(name: "country", value: $0.code.lowercased()) },
            wish.year.map { URLQueryItem(name: "year", value: String($0)) }, wish.topic.map { URLQueryItem(name: "topic", value: $0.rawValue) },
            wish.state.map { URLQueryItem(name: "state", value: $0.rawValue) }, wish.after.map { URLQueryItem(name: "after", value: $0.text) },
        ].compactMap { $0 }
        let query = (fields.percentEncodedQuery ?? "").replacing("+", with: "%2B")
        return all(language) + (query.isEmpty ? "" : "?" + query)
    }
}

extension SearchWish {
    /// As an address asks for it. What is not understood is left out.
    init(_ query: FormBody) {
        self.init(
            words: query["q"].map { $0.filter { !$0.isNewline && $0 != "\0" } } ?? "", country: query["country"].flatMap { Country($0) },
            year: query["year"].flatMap(Int.init), topic: query["topic"].flatMap(Topic.init(rawValue:)),
            state: query["state"].flatMap(SearchState.init))
        words = words.trimmingCharacters(in: .whitespaces)
        after = query["after"].flatMap { SearchPlace($0) }
    }

    /// The same words with nothing that narrows them.
    var widest: SearchWish { SearchWish(words: words) }
    var isNarrowed: Bool { country != nil || year != nil || topic != nil || state != nil }
    var isEmpty: Bool { words.isEmpty && !isNarrowed && after == nil }

    func with(_ change: (inout SearchWish) -> Void) -> SearchWish {
        var wish = self
        wish.after = nil
        change(&wish)
        return wish
    }
}
