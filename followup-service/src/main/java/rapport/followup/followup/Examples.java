package rapport.followup.followup;

/** Answers as they stand in the OpenAPI document. */
final class Examples {

    private static final String HEAD = """
            {"id":"0199a6f2-7c00-7000-8000-00000000f001","version":3,\
            "contactId":"0199a6f2-7c00-7000-8000-00000000c001","eventId":"0199a6f2-7c00-7000-8000-00000000e001",\
            "purpose":"THANK","channel":"EMAIL",""";

    private static final String BODY = """
            "preparation":{"goal":"Learn about sepsis trials","context":"Your talk on early sepsis",\
            "question":"Which cohort comes next?"},\
            "message":{"subject":"Thank you for your talk","body":"Dear Dr. López, ..."},\
            "schedule":{"anchor":"EVENT_END","offsetDays":2,"offsetUnit":"DAYS","localTime":"09:30"},\
            "steps":[{"id":"0199a6f2-7c00-7000-8000-00000000b001","kind":"MESSAGE","turn":"CURRENT",\
            "message":{"subject":"Thank you for your talk","body":"Dear Dr. López, ..."},\
            "schedule":{"anchor":"EVENT_END","offsetDays":2,"offsetUnit":"DAYS","localTime":"09:30"}}],\
            "dueAt":"2026-11-24T08:30:00Z","createdAt":"2026-11-22T18:00:00Z","updatedAt":"2026-11-22T18:05:00Z\"""";

    static final String DRAFT = HEAD + "\"state\":\"DRAFT\"," + BODY + ",\"missing\":[]}";

    static final String SCHEDULED = HEAD + "\"state\":\"SCHEDULED\"," + BODY
            + ",\"notAfter\":\"2026-11-27T08:30:00Z\",\"nextCheckAt\":\"2026-11-24T08:30:00Z\",\"missing\":[]}";

    static final String HELD = HEAD + "\"state\":\"HELD\",\"reason\":\"budget-exhausted\"," + BODY
            + ",\"notAfter\":\"2026-11-27T08:30:00Z\",\"nextCheckAt\":\"2026-11-26T08:30:00Z\","
            + "\"estimatedSendAt\":\"2026-11-26T08:30:00Z\",\"missing\":[]}";

    static final String STOPPED =
            HEAD + "\"state\":\"STOPPED\",\"reason\":\"cancelled-by-owner\"," + BODY + ",\"missing\":[]}";

    static final String DONE = HEAD + "\"state\":\"SENT\"," + BODY + ",\"sentAt\":\"2026-11-24T08:30:02Z\"}";

    static final String PAGE =
            "{\"items\":[" + HEAD + "\"state\":\"DRAFT\"," + BODY + "}],\"next\":null,\"changes\":\"o1Vt5w...\"}";

    static final String PREVIEW = """
            {"messageId":"<8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11@rapport.example>","from":"Maya Haddad via Rapport",\
            "replyTo":"maya@people.example","to":"Dr. Lucía López","subject":"Thank you for your talk",\
            "text":"Dear Dr. López, ...\\n\\n-- \\nMaya Haddad wrote this message to you personally; ..."}""";

    static final String MAIL = "Message-ID: <8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11@rapport.example>\r\n...";

    private Examples() {}
}
