package rapport.followup.template;

/**
 * A text that a step can be made from.
 *
 * @param reference the key of a built-in one, the id of somebody's own
 */
public record FoundTemplate(String reference, long version, TemplateLocale locale, TemplateText text) {}
