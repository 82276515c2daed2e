import Campaign
import Foundation
import Site

extension Examination {
    /// Fewer days than that, and whatever renews the certificate has failed several times.
    private static let fewDays = 20.0

    /// The certificate by which the program speaks TLS; nothing where a web server in front does.
    static func ofTLS(_ settings: Settings, at now: Instant) -> [Diagnosis] {
        do throws(Certificates.Trouble) {
            guard let certificates = try settings.tls.certificates() else { return [] }
            let days = (certificates.lasts.timeIntervalSince1970 - Double(now.milliseconds) / 1_000) / 86_400,
                day = certificates.lasts.formatted(.iso8601.year().month().day())
            if days <= 0 { return [.wrong("TLS", "the certificate ended on \(day)")] }
            return [days < fewDays ? .lacking("TLS", "good until \(day) only: is it renewed?") : .well("TLS", "good until \(day)")]
        } catch {
            return [.wrong("TLS", "\(error)")]
        }
    }
}
