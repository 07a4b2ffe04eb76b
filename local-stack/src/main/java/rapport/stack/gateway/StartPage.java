package rapport.stack.gateway;

import io.vertx.ext.web.Router;
import java.util.stream.Collectors;
import rapport.stack.parts.DemoPerson;

/** What is here, for somebody who opened the address in a browser. */
final class StartPage {
    private StartPage() {}

    static void register(Router router) {
        router.get("/").handler(context -> context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(html()));
    }

    private static String html() {
        String people = DemoPerson.all().stream()
                .map(person -> "<tr><td><code>" + Html.escaped(person.username()) + "</code></td><td>"
                        + Html.escaped(person.displayName()) + "</td><td>"
                        + Html.escaped(String.join(
                                ", ", person.groups().isEmpty() ? java.util.List.of("attendee") : person.groups()))
                        + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return Html.page("Rapport on this machine", """
                <p>Conference and webinar follow-up for medicine: three services behind this one address.</p>
                <ul>
                <li><a href="/docs/">The three APIs, to read and to try</a></li>
                <li><a href="/mailbox">The mailbox: what was delivered</a></li>
                <li><code>/api/events</code>, <code>/api/contacts</code>, <code>/api/followup</code>: the services</li>
                </ul>
                <h2>Sign in</h2>
                <p><code>./rapport token maya</code> prints an access token; send it as <code>Authorization: Bearer …</code></p>
                <table><tr><th>person</th><th>name</th><th>role</th></tr>
                %s
                </table>
                """.formatted(people));
    }
}
