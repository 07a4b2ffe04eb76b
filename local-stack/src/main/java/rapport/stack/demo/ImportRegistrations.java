package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** The ticket shop's list, first as a dry run. */
final class ImportRegistrations implements Step {
    @Override
    public String title() {
        return "300 registrations are imported from CSV";
    }

    @Override
    public void perform(Demo demo) {
        String path = "/api/events/events/" + demo.event() + "/registration-imports";
        byte[] csv = Congress.registrationsCsv().getBytes(StandardCharsets.UTF_8);
        JsonNode rehearsal = demo.api()
                .upload(Demo.ORGANIZER, path + "?dryRun=true", "text/csv", csv)
                .expect(200, 201)
                .body();
        JsonNode report = demo.api()
                .upload(Demo.ORGANIZER, path + "?dryRun=false", "text/csv", csv)
                .expect(201)
                .body();
        String done = ImportSchedule.counts(report.path("registrations"));
        if (!done.equals(ImportSchedule.counts(rehearsal.path("registrations")))) {
            throw new StepFailed("the dry run promised something else than the import did: "
                    + rehearsal.path("registrations") + " and " + report.path("registrations"));
        }
        demo.summary().add("registrations imported", done);
    }
}
