import Campaign
import Logging
import ServiceLifecycle

/// Knows where the frequent words stand: soon after the start, soon after they were forgotten over a change of very many outputs, and what became
/// frequent since within the hour.
struct WordWatch: Service {
    let site: SiteParts
    let logger: Logger

    private static let minutes = 60

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await learn()
                for _ in 0..<Self.minutes where !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(60))
                    if site.shelves.words.isEmpty { break }
                }
            }
        }
    }

    private func learn() async {
        do {
            site.measures.searchWords.set(try await LearnFrequentWords(database: site.database, shelves: site.shelves)())
        } catch {
            logger.warning("frequent words not looked up")
        }
    }
}
