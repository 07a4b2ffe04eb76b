package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A badge for every confirmed registration. */
final class IssueBadges implements Step {
    @Override
    public String title() {
        return "badges are issued";
    }

    @Override
    public void perform(Demo demo) {
        for (String person : new String[] {"maya", "ben", "chen", "drlopez", "drmeyer"}) {
            demo.api().post(person, "/api/events/me/link").expect(200);
        }
        JsonNode report = issue(demo);
        demo.summary()
                .add(
                        "badges",
                        report.path("issued").asInt() + " issued, "
                                + report.path("alreadyIssued").asInt() + " issued before");
    }

    static JsonNode issue(Demo demo) {
        return demo.api()
                .post(Demo.ORGANIZER, "/api/events/events/" + demo.event() + "/badges")
                .expect(200, 201)
                .body();
    }
}
