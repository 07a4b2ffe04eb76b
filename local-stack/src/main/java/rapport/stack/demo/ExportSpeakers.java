package rapport.stack.demo;

/** The speaker list, as a file that a spreadsheet opens. */
final class ExportSpeakers implements Step {
    @Override
    public String title() {
        return "the speaker list is exported as CSV";
    }

    @Override
    public void perform(Demo demo) {
        String csv = demo.api()
                .get(Demo.ORGANIZER, "/api/events/events/" + demo.event() + "/speaker-list?format=csv&rows=speaker")
                .expect(200)
                .text();
        long rows = csv.lines().filter(line -> !line.isBlank()).count() - 1;
        if (rows < Congress.SPEAKERS) {
            throw new StepFailed("the export has " + rows + " rows for " + Congress.SPEAKERS + " speakers");
        }
        demo.summary().add("speaker list", rows + " rows exported");
    }
}
