package import Documents

extension ActionDraft.Target {
    /// The official who decides in the invented cases.
    package static let amina = {
        var target = ActionDraft.Target()
        target.name = "Amina Njoroge"
        target.role = "Attorney General"
        target.addressLines = ["Harambee Avenue", "Nairobi", "Kenya"]
        target.emails = ["ag@example.org"]
        target.twitter = ["@ag_example"]
        return target
    }()

    /// The mission that gets copies, by the city where it sits.
    package static func highCommission(in city: String) -> ActionDraft.Target {
        var target = ActionDraft.Target()
        target.kind = .copy
        target.role = "High Commission of Kenya"
        target.addressLines = ["1 Example Street", city]
        return target
    }

    package func with(_ change: (inout ActionDraft.Target) -> Void) -> ActionDraft.Target {
        var target = self
        change(&target)
        return target
    }
}

extension ActionDraft.Letter {
    package static let english = ActionDraft.Letter(
        language: "en", salutation: "Dear Attorney General Njoroge,",
        body: "I write to you about Wanjiru Otieno.\n\nPlease see that she is released.",
        closing: "Yours sincerely,"
    )

    package static let swahili = ActionDraft.Letter(
        language: "sw", salutation: "Mheshimiwa Njoroge,", body: "Ninakuandikia kuhusu Wanjiru Otieno.", closing: "Wako mwaminifu,"
    )
}
