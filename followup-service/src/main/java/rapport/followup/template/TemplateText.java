package rapport.followup.template;

/** A subject and a body with placeholders, or without them once they are filled. */
public record TemplateText(String subject, String body) {}
