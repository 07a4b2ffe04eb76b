package rapport.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import rapport.kit.identity.Caller;
import rapport.kit.problem.Invalid;

/** Does what {@link Idempotent} promises. Runs inside the validation of the arguments, so a refused request reserves nothing. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class IdempotencyInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final KeyStore keys;
    private final Answers answers;
    private final Caller caller;
    private final CurrentVertxRequest http;
    private final Clock clock;
    private final IdempotencyConfig config;

    IdempotencyInterceptor(
            KeyStore keys,
            Answers answers,
            Caller caller,
            CurrentVertxRequest http,
            Clock clock,
            IdempotencyConfig config) {
        this.keys = keys;
        this.answers = answers;
        this.caller = caller;
        this.http = http;
        this.clock = clock;
        this.config = config;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        Optional<String> key = key();
        QuarkusTransaction.begin();
        boolean accepted = false;
        try {
            Object returned =
                    key.isPresent() ? keyed(invocation, request(invocation, key.get())) : invocation.proceed();
            accepted = answers.status(invocation.getMethod(), returned) < 400;
            return returned;
        } finally {
            if (accepted) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
            }
        }
    }

    private Object keyed(InvocationContext invocation, Request request) throws Exception {
        if (!keys.lock(request)) {
            throw new StillRunning();
        }
        Instant now = clock.instant();
        Optional<StoredAnswer> earlier = keys.find(request, now.minus(config.kept()));
        if (earlier.isPresent()) {
            throw new Replay(earlier.get());
        }
        Object returned = invocation.proceed();
        if (answers.status(invocation.getMethod(), returned) < 400) {
            keys.store(request, answers.of(invocation.getMethod(), returned), now);
        }
        return returned;
    }

    private Optional<String> key() {
        var values = http.getCurrent().request().headers().getAll(HEADER);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 || !KEY.matcher(values.getFirst()).matches()) {
            throw Invalid.of(
                    "header:" + HEADER, "malformed", "Must be one value of 1 to 128 visible ASCII characters.");
        }
        return Optional.of(values.getFirst());
    }

    private Request request(InvocationContext invocation, String key) {
        var current = http.getCurrent();
        return new Request(
                caller.subject(),
                current.request().method().name(),
                current.normalizedPath(),
                key,
                Content.hash(invocation.getParameters()));
    }
}
