package rapport.contacts.merge;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Whether the owner wants nothing sent to this contact, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoNotContact(boolean active, String reason) {}
