package rapport.stack.demo;

import java.io.PrintStream;
import java.util.List;
import rapport.stack.Stack;

/** The main job of the platform, performed through its public doors by people with real tokens. */
public final class Journey {
    private static final List<Step> STEPS = List.of(
            new OrganizeEvent(),
            new EnterProgramme(),
            new ImportSchedule(),
            new ImportRegistrations(),
            new IssueBadges(),
            new CheckInPeople(),
            new ImportWebinarReport(),
            new ScanBadges(),
            new ScanUnknownBadge(),
            new AwaitContacts(),
            new ThankSpeakers(),
            new ExportSpeakers(),
            new ExportAttendance());

    private final Stack stack;
    private final PrintStream out;

    public Journey(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Whether every step did its job; the first that did not ends the journey with a sentence. */
    public boolean run() {
        try (var api = new Api("http://127.0.0.1:" + stack.config().ports().gateway(), stack::token)) {
            var demo = new Demo(stack, api);
            for (Step step : STEPS) {
                out.println("  · " + step.title());
                step.perform(demo);
            }
            out.println();
            demo.summary().print(out);
            out.println();
            printWhereToGo();
            return true;
        } catch (StepFailed failure) {
            out.println("The demo failed: " + failure.getMessage());
            return false;
        }
    }

    private void printWhereToGo() {
        out.printf("""
                  start page     %1$s
                  the three APIs %1$s/docs/
                  mailbox        %1$s/mailbox
                  sign in        ./rapport token olga (organizer), maya (attendee), drlopez (speaker), ada (admin)
                  data, logs     %2$s
                """, stack.url(), stack.config().data());
    }
}
