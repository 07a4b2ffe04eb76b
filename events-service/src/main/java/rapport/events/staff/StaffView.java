package rapport.events.staff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"subject\": \"11111111-1111-4111-8111-000000000003\", \"role\": \"SCANNER\"}")
record StaffView(String subject, StaffRole role) {

    static StaffView of(EventStaff member) {
        return new StaffView(member.subject(), member.role());
    }
}
