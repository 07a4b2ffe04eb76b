package rapport.stack.process;

import java.io.IOException;

/** For the mains of child processes: the end of standard input means that the parent stops this process, or is gone. */
public final class ParentWatch {
    private ParentWatch() {}

    public static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said over this pipe; only its end has a meaning.
            }
        } catch (IOException broken) {
            // A broken pipe is the same news as its end.
        }
    }
}
