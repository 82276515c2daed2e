/// Whether a first paragraph greets: one short line that ends as greetings end in any of the languages.
enum OwnGreeting {
    private static let longest = 80
    private static let ends: Set<Character> = [",", ":", "،", "!", "：", "，", "፣"]

    static func isGreeting(_ paragraph: String) -> Bool {
        !paragraph.contains { $0.isNewline } && paragraph.count <= longest && paragraph.last.map(ends.contains) == true
    }
}
