package rapport.followup.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Draws the pages that recipients reach by links. They work without script, style sheet or picture from anywhere. */
@ApplicationScoped
public class Pages {

    /** Nothing is loaded, framed or sent anywhere else. */
    public static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final Engine engine;

    Pages(Engine engine) {
        this.engine = engine;
    }

    /** @param template the file in {@code templates} without its suffix */
    public String draw(String template, Words words, Map<String, ?> data) {
        TemplateInstance page = engine.getTemplate(template).instance();
        page.data("words", words);
        data.forEach(page::data);
        return page.render();
    }

    /** A page that only says something. */
    public String say(Words words, String title, String text) {
        return draw("said", words, Map.of("title", title, "text", text));
    }
}
