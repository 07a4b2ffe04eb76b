package rapport.contacts.addressbook;

import ezvcard.VCardVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.contacts.contact.ContactBookPages;
import rapport.contacts.details.Phone;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.limits.MaxBody;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.problem.Invalid;

/** Address books in and out. */
@Path("/contacts")
@Tag(name = "Address book", description = "Contacts out of and into other address books.")
@RolesAllowed(Roles.ATTENDEE)
class AddressBookResource {
    private static final long FIVE_MB = 5_242_880;
    private static final String VCARD = "text/vcard";
    private static final String CSV = "text/csv";
    private static final String WHAT_IS_SHOWN =
            "What the caller typed, and of people what they share now. No address of a person who was only scanned.";
    private static final String NOTHING_TWICE = """
             At most 5 MB and 5,000 rows. A row is known by its own id, else by ORCID iD, LinkedIn profile, personal
            e-mail address, or telephone number with the name; a name alone identifies nobody. Blanks never overwrite, what was typed is
            kept, and the same file again changes nothing.""";

    private final AddressBookImport imports;
    private final AddressBookExport exports;
    private final ContactBookPages contacts;
    private final OutboxSignal outbox;
    private final Caller caller;

    AddressBookResource(
            AddressBookImport imports,
            AddressBookExport exports,
            ContactBookPages contacts,
            OutboxSignal outbox,
            Caller caller) {
        this.imports = imports;
        this.exports = exports;
        this.contacts = contacts;
        this.outbox = outbox;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("imports/vcard")
    @MaxBody(FIVE_MB)
    @Consumes({VCARD, "text/x-vcard"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importVCards",
            summary = "Takes in vCards 2.1, 3.0 and 4.0, any number in one file",
            description = "Photos are skipped." + NOTHING_TWICE)
    @APIResponse(responseCode = "200", description = "One result per card.")
    public ImportReport vCards(
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            @QueryParam("region")
                    @Parameter(description = "Where telephone numbers without country code are (ISO 3166-1).")
                    String region,
            @NotNull byte[] file) {
        return run(VCardFile.read(file, region(region)), dryRun);
    }

    @POST
    @Idempotent
    @Path("imports/csv")
    @MaxBody(FIVE_MB)
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importContactsCsv",
            summary = "Takes in CSV: our own, Google's, Outlook's, and LinkedIn's connections",
            description = "The columns decide whose it is." + NOTHING_TWICE)
    @APIResponse(responseCode = "200", description = "One result per row.")
    public ImportReport csv(
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what would happen.")
                    boolean dryRun,
            @QueryParam("region")
                    @Parameter(description = "Where telephone numbers without country code are (ISO 3166-1).")
                    String region,
            @NotNull byte[] file) {
        return run(CsvFile.read(file, region(region)), dryRun);
    }

    private ImportReport run(List<Row> rows, boolean dryRun) {
        ImportReport report = imports.run(caller.subject(), rows, dryRun);
        outbox.wake();
        return report;
    }

    private static String region(String region) {
        if (region != null && !Phone.isRegion(region)) {
            throw Invalid.of("query:region", "unknown-value", "Must be a region such as AT.");
        }
        return region;
    }

    @GET
    @Path("export/vcard")
    @Produces(VCARD)
    @Operation(operationId = "exportVCards", summary = "All contacts as vCards", description = WHAT_IS_SHOWN)
    @APIResponse(
            responseCode = "200",
            description = "UTF-8",
            content = @Content(mediaType = VCARD, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InputStream> allVCards(
            @QueryParam("version") @DefaultValue("4.0") @Parameter(schema = @Schema(enumeration = {"3.0", "4.0"}))
                    String version) {
        InputStream cards = exports.vCards(caller.subject(), version(version));
        return headed(ResponseBuilder.ok(cards), "contacts.vcf").build();
    }

    @GET
    @Path("export/csv")
    @Produces(CSV)
    @Operation(operationId = "exportContactsCsv", summary = "All contacts as CSV", description = WHAT_IS_SHOWN)
    @APIResponse(
            responseCode = "200",
            description = "RFC 4180, UTF-8",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InputStream> allCsv() {
        return headed(ResponseBuilder.ok(exports.csv(caller.subject())), "contacts.csv")
                .build();
    }

    @GET
    @Path("{id}/vcard")
    @Produces(VCARD)
    @Operation(
            operationId = "exportContact",
            summary = "One contact as a vCard",
            description = "As in the export of all; an old id of a merged contact stands for what it went into.")
    @APIResponse(
            responseCode = "200",
            description = "UTF-8",
            content = @Content(mediaType = VCARD, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> one(
            UUID id,
            @QueryParam("version")
                    @DefaultValue("4.0")
                    @Parameter(schema = @Schema(enumeration = {"3.0", "4.0"}))
                    @Size(max = 3)
                    String version) {
        VCardVersion target = version(version);
        return headed(ResponseBuilder.ok(VCardText.of(contacts.one(caller.subject(), id), target)), "contact.vcf")
                .build();
    }

    private static VCardVersion version(String version) {
        return switch (version) {
            case "3.0" -> VCardVersion.V3_0;
            case "4.0" -> VCardVersion.V4_0;
            default -> throw Invalid.of("query:version", "unknown-value", "Must be 3.0 or 4.0.");
        };
    }

    private static <T> ResponseBuilder<T> headed(ResponseBuilder<T> answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "private, no-store");
    }
}
