package rapport.stack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import rapport.stack.demo.Journey;
import rapport.stack.service.LogFollower;
import rapport.stack.service.Service;

@Command(name = "run", description = "Starts the platform, plays a demo congress and stays until Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Option(names = "--once", description = "End after the demo; the exit status tells whether it worked.")
    private boolean once;

    @Option(names = "--fresh", description = "Delete the data of earlier runs first.")
    private boolean fresh;

    @Option(names = "--port-base", paramLabel = "N", defaultValue = "8080", description = "First of ten ports (8080).")
    private int portBase;

    @Option(names = "--verbose", description = "Show everything the services log, not only warnings.")
    private boolean verbose;

    @Option(names = "--no-demo", description = "Start only, without the demo congress.")
    private boolean withoutDemo;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        System.out.println("starting Postgres, Kafka, the issuer, the mailbox and three services …");
        var config = new StackConfig(main.home(), main.data(), PortPlan.from(portBase))
                // Ten minutes in which to change one's mind are right for people and long for a demonstration.
                .withEnvironment(Map.of("FOLLOWUP_HOLD", "PT1S"));
        var stopped = new CountDownLatch(1);
        var running = new AtomicReference<Stack>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // In the middle of a start there is nothing to close in order: the watchdogs end what is there by then.
            if (running.get() != null) {
                System.out.println("stopping …");
                RunningStack.withdraw(main.data());
                running.get().close();
            }
            stopped.countDown();
        }));
        Stack stack = Stack.start(config, fresh);
        running.set(stack);
        RunningStack.announce(main.data(), portBase);
        stack.stoppedLeftovers().forEach(name -> System.out.println("stopped a leftover of an earlier run: " + name));
        stack.services().forEach(this::followLog);
        System.out.printf(
                "ready after %.1f s: %s%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, stack.url());
        int status = withoutDemo ? 0 : new Journey(stack, System.out).run() ? 0 : 1;
        if (!once) {
            System.out.println("running until Ctrl-C");
            stopped.await();
        }
        return status;
    }

    private void followLog(Service service) {
        Thread.ofVirtual()
                .name("log-" + service.name())
                .start(new LogFollower(service.name(), service.log(), verbose, System.out));
    }
}
