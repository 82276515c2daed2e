import Campaign
import Documents
import Foundation

/// The addresses of searches: what is looked for stands in them, so that a search can be kept and sent on.
enum SearchLinks {
    static func all(_ language: Language) -> String { "/\(language)/actions" }

    static func search(_ wish: SearchWish, _ language: Language) -> String { search(wish, words: encoded(wish.words), language) }

    /// - Parameter words: those of the wish as ``encoded(_:)`` gives them; a page has a hundred links with the same ones.
    static func search(_ wish: SearchWish, words: String, _ language: Language) -> String {
        var path = all(language), separator = "?"
        func add(_ name: String, _ value: String?) {
            guard let value else { return }
            path += separator + name + "=" + value
            separator = "&"
        }
        add("q", words.isEmpty ? nil : words)
        add("country", wish.country?.code.lowercased())
        add("year", wish.year.map(String.init))
        add("topic", wish.topic?.rawValue)
        add("state", wish.state?.rawValue)
        add("after", wish.after?.text)
        return path
    }

    /// Words as they stand in an address; letters, digits and a few signs that end no field as they are.
    static func encoded(_ words: String) -> String {
        words.addingPercentEncoding(withAllowedCharacters: asTheyAre) ?? ""
    }

    private static let asTheyAre = CharacterSet.urlQueryAllowed.subtracting(CharacterSet(charactersIn: "&=+;"))
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
