package rapport.events.session;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.person.Links;

/** Something that belongs to a session and can be looked up. Web addresses only. */
@Embeddable
@Schema(
        name = "SessionResource",
        examples =
                "{\"kind\": \"SLIDES\", \"title\": \"Slides\", \"url\": \"https://slides.example/af-in-athletes.pdf\"}")
record SessionLink(
        @NotNull @Enumerated(EnumType.STRING) ResourceKind kind,
        @Size(max = 200) @Schema(nullable = true) String title,

        @NotBlank @Size(max = 500) @Pattern(regexp = Links.WEB)
        String url) {}
