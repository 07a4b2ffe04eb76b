package rapport.followup.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What all pages for recipients have in common. */
public abstract class PageResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    protected final Pages pages;

    protected PageResource(Pages pages) {
        this.pages = pages;
    }

    protected static Response page(int status, Words words, String html) {
        return Response.status(status)
                .type(HTML)
                .entity(html)
                .header("Content-Language", words.language())
                .header("Content-Security-Policy", Pages.POLICY)
                // The address is the key to the page: it goes to no other site and into no index.
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    /** For a link that was never made here, or whose key or message is gone. All look the same. */
    protected Response deadLink(Words words) {
        return page(404, words, pages.say(words, words.get("dead.title"), words.get("dead.text")));
    }
}
