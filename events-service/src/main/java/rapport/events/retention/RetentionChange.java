package rapport.events.retention;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.edit.Change;

/** @param deletesOn the day in the event's zone; null for the day that follows from the event */
@Schema(examples = "{\"deletesOn\": \"2029-01-31\"}")
record RetentionChange(Change<LocalDate> deletesOn) {}
