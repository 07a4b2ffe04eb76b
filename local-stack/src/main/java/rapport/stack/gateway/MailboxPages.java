package rapport.stack.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.stream.Collectors;
import rapport.stack.mail.Mailbox;
import rapport.stack.mail.Replies;
import rapport.stack.parts.Mail;

/** What the followup-service sent, to look at: a page for people, JSON for programs. */
final class MailboxPages {
    private final Mailbox mailbox;
    private final Replies replies;

    MailboxPages(Mailbox mailbox, Replies replies) {
        this.mailbox = mailbox;
        this.replies = replies;
    }

    void register(Router router) {
        router.get("/mailbox").blockingHandler(this::page);
        router.get("/mailbox/messages").blockingHandler(this::json);
        router.post("/mailbox/answers").handler(BodyHandler.create(false)).blockingHandler(this::answer);
    }

    private void page(RoutingContext context) {
        List<Mail> mails = mailbox.messages().reversed();
        String body = mails.isEmpty()
                ? "<p>Nothing was delivered yet.</p>"
                : mails.stream().map(MailboxPages::html).collect(Collectors.joining("\n"));
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(Html.page(
                        "Mailbox", body + "\n<p>As JSON: <a href=\"/mailbox/messages\">/mailbox/messages</a></p>"));
    }

    /** As the recipient of the mail would answer it. */
    private void answer(RoutingContext context) {
        String message = context.request().getFormAttribute("message");
        String words = context.request().getFormAttribute("words");
        mailbox.messages().stream()
                .filter(mail -> mail.messageId().equals(message))
                .findFirst()
                .ifPresentOrElse(
                        mail -> {
                            replies.answer(mail, words == null ? "" : words);
                            context.redirect("/mailbox");
                        },
                        context::next);
    }

    private void json(RoutingContext context) {
        var items = new JsonArray();
        for (Mail mail : mailbox.messages()) {
            items.add(new JsonObject()
                    .put("recipient", mail.recipient())
                    .put("from", mail.from())
                    .put("subject", mail.subject())
                    .put("messageId", mail.messageId())
                    .put("receivedAt", mail.receivedAt().toString())
                    .put("text", mail.text())
                    .put("raw", mail.raw()));
        }
        context.json(new JsonObject().put("items", items));
    }

    private static String html(Mail mail) {
        return """
                <section>
                <h2>%s</h2>
                <p>to %s, from %s, %s</p>
                <pre>%s</pre>
                %s
                </section>
                """.formatted(
                        Html.escaped(mail.subject()),
                        Html.escaped(mail.recipient()),
                        Html.escaped(mail.from()),
                        mail.receivedAt(),
                        Html.escaped(mail.text().isEmpty() ? mail.raw() : mail.text()),
                        answering(mail));
    }

    private static String answering(Mail mail) {
        return Replies.address(mail).isEmpty()
                ? ""
                : """
                <form method="post" action="/mailbox/answers">
                <input type="hidden" name="message" value="%s">
                <label>Answer as %s <input name="words" required></label> <button>Send</button>
                </form>
                """.formatted(Html.escaped(mail.messageId()), Html.escaped(mail.recipient()));
    }
}
