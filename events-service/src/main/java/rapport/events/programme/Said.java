package rapport.events.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rapport.events.person.Known;
import rapport.kit.json.Json;

/**
 * What a schedule file says about a session and a session has no place for; kept so that an export says it again.
 *
 * @param number the file's numeric id
 * @param license of the recording
 * @param optout true when nobody may record
 * @param summary the file's abstract and
 * @param description its description, when it has one: the session's abstract is made of both
 * @param titles of links and attachments by their addresses
 * @param attachments which of the session's resources are attachments
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Said(
        String number,
        String slug,
        String url,
        String subtitle,
        String logo,
        String license,
        Boolean optout,
        String feedbackUrl,
        String originUrl,
        String summary,
        String description,
        Map<String, String> titles,
        List<String> attachments) {

    static final Said NOTHING = new Said(null, null, null, null, null, null, null, null, null, null, null, null, null);

    Said {
        // Sorted: the same titles are the same text.
        titles = titles == null ? Map.of() : new TreeMap<>(titles);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /**
     * What is known after a newer file: blanks never overwrite. Number and slug stay as the first file has them, since our own
     * export makes up those that are missing.
     */
    Said onTopOf(Said known) {
        Boolean told = Boolean.FALSE.equals(optout) && known.optout == null ? null : optout;
        var allTitles = new TreeMap<>(known.titles);
        allTitles.putAll(titles);
        var allAttachments = new java.util.LinkedHashSet<>(known.attachments);
        allAttachments.addAll(attachments);
        return new Said(
                known.number,
                known.slug,
                Known.first(url, known.url),
                Known.first(subtitle, known.subtitle),
                Known.first(logo, known.logo),
                Known.first(license, known.license),
                Known.first(told, known.optout),
                Known.first(feedbackUrl, known.feedbackUrl),
                Known.first(originUrl, known.originUrl),
                description == null ? known.summary : summary,
                Known.first(description, known.description),
                allTitles,
                List.copyOf(allAttachments));
    }

    String json() {
        try {
            return Json.lenient().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are writable as JSON", e);
        }
    }

    /** @param json null is {@link #NOTHING} */
    static Said of(String json) {
        try {
            return json == null ? NOTHING : Json.lenient().readValue(json, Said.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("written by json()", e);
        }
    }
}
