package rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.details.CareerStage;
import rapport.contacts.details.Channel;
import rapport.contacts.details.Phone;
import rapport.contacts.details.ZoneSource;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;

/** What the owner typed or imported. The person shared none of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactDetails")
public record TypedView(
        @Schema(nullable = true) String displayName,
        @Schema(nullable = true) String givenName,
        @Schema(nullable = true) String familyName,
        @Schema(nullable = true) String affiliation,
        @Schema(nullable = true) CareerStage careerStage,
        @Schema(required = true) List<String> roles,
        @Schema(required = true) List<MailEntry> emails,
        @Schema(required = true) List<PhoneEntry> phones,

        @Schema(required = true, description = "Addresses by kind.")
        Map<String, String> links,

        @Schema(nullable = true) String orcid,
        @Schema(required = true) List<String> interests,

        @Schema(required = true, description = "Language tags (BCP 47).")
        List<String> languages,

        @Schema(nullable = true, description = "IANA time zone.")
        String zone,

        @Schema(nullable = true, description = "How the zone became known.")
        ZoneSource zoneSource,

        @Schema(nullable = true) String myGoal,
        @Schema(nullable = true) Channel preferredChannel) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TypedAddress")
    public record MailEntry(
            @Schema(required = true) String address,
            @Schema(nullable = true) String label) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TypedNumber")
    public record PhoneEntry(
            @Schema(required = true, description = "E.164 when dialable, else as it was typed.")
            String number,

            @Schema(required = true) boolean dialable,
            @Schema(nullable = true) String label) {}

    static TypedView of(Details said) {
        return new TypedView(
                said.get(Field.DISPLAY_NAME),
                said.get(Field.GIVEN_NAME),
                said.get(Field.FAMILY_NAME),
                said.get(Field.AFFILIATION),
                constant(CareerStage.class, said.get(Field.CAREER_STAGE)),
                List.copyOf(said.get(Several.ROLES).keySet()),
                said.get(Several.EMAILS).entrySet().stream()
                        .map(e -> new MailEntry(e.getKey(), label(e.getValue())))
                        .toList(),
                said.get(Several.PHONES).entrySet().stream()
                        .map(e -> new PhoneEntry(
                                e.getKey(), Phone.kept(e.getKey()).dialable(), label(e.getValue())))
                        .toList(),
                new TreeMap<>(said.get(Several.LINKS)),
                said.get(Field.ORCID),
                List.copyOf(said.get(Several.INTERESTS).keySet()),
                List.copyOf(said.get(Several.LANGUAGES).keySet()),
                said.get(Field.ZONE),
                constant(ZoneSource.class, said.get(Field.ZONE_SOURCE)),
                said.get(Field.MY_GOAL),
                constant(Channel.class, said.get(Field.PREFERRED_CHANNEL)));
    }

    /** The name the owner gave; null when they gave none. */
    static String name(Details said) {
        if (said.get(Field.DISPLAY_NAME) != null) {
            return said.get(Field.DISPLAY_NAME);
        }
        String given = said.get(Field.GIVEN_NAME);
        String family = said.get(Field.FAMILY_NAME);
        if (given != null && family != null) {
            return given + ' ' + family;
        }
        return given == null ? family : given;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static String label(String label) {
        return label.isEmpty() ? null : label;
    }
}
