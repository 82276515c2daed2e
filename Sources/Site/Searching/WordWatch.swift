import Campaign
import Logging
import ServiceLifecycle

/// Knows where the frequent words stand: soon after the start, a minute or two after some were forgotten over a great change or could not be looked
/// up, and within the hour what became frequent since.
struct WordWatch: Service {
    let site: SiteParts
    let logger: Logger
    /// How many outputs there have to be for this to be worth it.
    var least = LearnFrequentWords.least

    /// Between two looks at what is frequent now.
    private static let minutes = 60

    func run() async {
        await cancelWhenGracefulShutdown {
            var wanted = 0, left = 0
            while !Task.isCancelled {
                if left == 0 || site.shelves.words.count < wanted { (wanted, left) = (await learn(), Self.minutes) }
                left -= 1
                site.measures.searchWords.set(site.shelves.words.count)
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// How many words are frequent; more than there are when that could not be found out.
    private func learn() async -> Int {
        do {
            return try await LearnFrequentWords(database: site.database, shelves: site.shelves, least: least)()
        } catch {
            logger.warning("frequent words not looked up")
            return .max
        }
    }
}
