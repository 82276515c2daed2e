package import Documents

/// What a supporter in a section needs to know before posting a letter to a country: the price, the time it takes, whether the route is open.
///
/// Only what the section's table says; nil is "ask at your post office".
///
///     let postage = section.postage(to: peru, actUntil: output.actUntil, today: today)
///     postage.price?.text(in: "de", country: "CH")        // "2.50 CHF"
package struct Postage: Sendable, Equatable {
    package let price: Price?
    package let grams: Int?
    /// Since when that price is asked.
    package let validFrom: Day?
    /// The day the price was looked up; nil when nobody checked it.
    package let checkedOn: Day?
    /// False for a figure without a source: say so beside it.
    package let isVerified: Bool
    /// Looked up more than twelve months ago, or never: show `validFrom` or `checkedOn` beside it.
    package let isOld: Bool
    /// Days on the way.
    package let transit: ClosedRange<Int>?
    package let isTransitVerified: Bool
    package let status: PostalRoute.Status
    /// Since when, or as of when, the status is what it is.
    package let statusOn: Day?
    /// Where readers can look for themselves.
    package let link: String?
    package let advice: Advice

    package enum Advice: Sendable, Equatable {
        /// The last day to post it; never after the act-until day.
        case post(by: Day)
        /// That day is over: what is posted now may come too late. Use e-mail or fax.
        case tooLate(since: Day)
        /// No letters are carried: use e-mail, or post it to the embassy with the request to forward it.
        case suspended
        /// Nobody told us how long it takes, or until when letters are wanted.
        case unknown
    }

    /// Whether another way than post should be offered first.
    package var needsAnotherWay: Bool {
        switch advice {
        case .tooLate, .suspended: true
        case .post, .unknown: false
        }
    }

    static let unknown = Postage(nil, nil, actUntil: nil, today: nil)
}

extension Postage {
    /// Figures older than this are shown with their date.
    static let freshDays = 365

    init(_ rate: PostalRate?, _ route: PostalRoute?, actUntil: Day?, today: Day?) {
        self.init(
            price: rate?.price,
            grams: rate?.grams,
            validFrom: rate?.validFrom,
            checkedOn: rate?.checkedOn,
            isVerified: rate?.isVerified ?? false,
            isOld: rate?.checkedOn.flatMap { checked in today.map { checked.adding(days: Self.freshDays) < $0 } } ?? true,
            transit: rate?.transit,
            isTransitVerified: rate?.isTransitVerified ?? false,
            status: route?.status ?? .unknown,
            statusOn: route?.checkedOn ?? route?.since,
            link: route?.link ?? rate?.link,
            advice: Self.advice(rate?.transit, route?.status, actUntil: actUntil, today: today)
        )
    }

    private static func advice(_ transit: ClosedRange<Int>?, _ status: PostalRoute.Status?, actUntil: Day?, today: Day?) -> Advice {
        if status == .suspended { return .suspended }
        guard let transit, let actUntil, let today else { return .unknown }
        let last = actUntil.adding(days: -max(0, transit.upperBound))
        return last < today ? .tooLate(since: last) : .post(by: last)
    }
}

extension Section {
    /// What posting a letter to `country` takes today; all unknown for a section of no country, or a letter to none.
    package func postage(to country: Country?, actUntil: Day?, today: Day) -> Postage {
        guard let country else { return .unknown }
        return Postage(postal.rate(to: country, on: today), postal.route(to: country, on: today), actUntil: actUntil, today: today)
    }
}

extension Addressee {
    /// The ways to this addressee that need no post, in the order in which they are offered instead of it.
    package var waysWithoutPost: [Channel] {
        [Channel.email, .fax, .contactForm, .phone, .x, .bluesky, .mastodon, .instagram, .facebook].filter { channel in
            contacts(channel).contains { $0.place != nil }
        }
    }
}
