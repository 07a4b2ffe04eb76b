package rapport.stack.demo;

import java.io.PrintStream;
import rapport.stack.Stack;

/** The main job of the platform, performed through its public doors. */
public final class Journey {
    private final Stack stack;
    private final PrintStream out;

    public Journey(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    public boolean run() {
        out.println(stack.url());
        return true;
    }
}
