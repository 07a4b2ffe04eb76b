package rapport.contacts.sharecard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import rapport.contacts.details.Language;
import rapport.kit.identifier.EmailAddress;

/** A selection of what a person tells about themselves, for one kind of occasion. */
@Entity
@Table(name = "share_card")
class ShareCard {
    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private CardKind kind;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] fields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] interests;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] languages;

    private String email;

    private long version;

    protected ShareCard() {}

    ShareCard(UUID id, UUID personId, NewShareCard wanted) {
        this.id = id;
        this.personId = personId;
        become(wanted);
    }

    void become(NewShareCard wanted) {
        kind = wanted.kind();
        name = wanted.name().strip();
        fields = wanted.fields().stream().sorted().map(Enum::name).toArray(String[]::new);
        interests = texts(wanted.interests());
        languages = wanted.languages() == null
                ? new String[0]
                : wanted.languages().stream()
                        .map(tag -> Language.canonical(tag).orElseThrow())
                        .distinct()
                        .toArray(String[]::new);
        email = wanted.email() == null
                ? null
                : EmailAddress.normalized(wanted.email()).orElseThrow();
        version++;
    }

    private static String[] texts(List<String> some) {
        return some == null
                ? new String[0]
                : some.stream().map(String::strip).distinct().toArray(String[]::new);
    }

    UUID id() {
        return id;
    }

    CardKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Set<CardField> fields() {
        var chosen = EnumSet.noneOf(CardField.class);
        Arrays.stream(fields).map(CardField::valueOf).forEach(chosen::add);
        return chosen;
    }

    List<String> interests() {
        return List.of(interests);
    }

    List<String> languages() {
        return List.of(languages);
    }

    String email() {
        return email;
    }

    long version() {
        return version;
    }
}
