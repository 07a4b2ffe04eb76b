package rapport.stack.demo;

/** Who was where for how long, as a file. */
final class ExportAttendance implements Step {
    @Override
    public String title() {
        return "the attendance list is exported as CSV";
    }

    @Override
    public void perform(Demo demo) {
        String csv = demo.api()
                .get(Demo.ORGANIZER, "/api/events/events/" + demo.event() + "/attendance-list?format=csv")
                .expect(200)
                .text();
        long rows = csv.lines().filter(line -> !line.isBlank()).count() - 1;
        if (rows < Congress.WATCHED) {
            throw new StepFailed("the export has " + rows + " rows for " + Congress.WATCHED + " who watched");
        }
        demo.summary().add("attendance list", rows + " rows exported");
    }
}
