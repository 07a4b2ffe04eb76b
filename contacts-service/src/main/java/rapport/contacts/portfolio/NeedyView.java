package rapport.contacts.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact that needs the owner. */
@Schema(name = "WhoNeedsYou")
record NeedyView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, description = "What for, the weightiest first.")
        List<Reason> needs) {

    /** One thing that is needed. */
    @Schema(name = "WhatTheyNeed")
    record Reason(
            @Schema(required = true, examples = "PROMISE_OVERDUE")
            Need need,

            @Schema(required = true, examples = "2026-12-04")
            LocalDate since,

            @Schema(required = true, examples = "You promised: the slides (was due 2026-12-04).")
            String because) {}

    static NeedyView of(Needs.Needy needy) {
        return new NeedyView(
                needy.contactId(),
                needy.needs().stream()
                        .map(one -> new Reason(one.need(), one.since(), one.because()))
                        .toList());
    }
}
