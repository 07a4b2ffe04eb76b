package rapport.events.export;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.event.EventRepository;
import rapport.kit.download.Download;
import rapport.kit.edit.ETags;
import rapport.kit.paging.ChangeToken;
import rapport.kit.paging.Cursors;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;

/**
 * Answers with a list: reads it, records that it was taken, and hands the file to the network. From there on no thread waits for the
 * client, however slowly it reads, and one that goes away is nobody's error.
 */
@ApplicationScoped
public class Exports {
    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final UUID LAST = new UUID(-1, -1);

    private final Exporter exporter;
    private final ExportRecords records;
    private final EventRepository events;
    private final Cursors cursors;
    private final RoutingContext exchange;

    Exports(
            Exporter exporter,
            ExportRecords records,
            EventRepository events,
            Cursors cursors,
            RoutingContext exchange) {
        this.exporter = exporter;
        this.records = records;
        this.events = events;
        this.cursors = cursors;
        this.exchange = exchange;
    }

    /**
     * The file, or 304 when its content is what the caller has.
     *
     * @param changeScope whose change tokens the answer continues
     * @param ifNoneMatch the header of that name, or null
     */
    public RestResponse<Download> answer(Export export, String changeScope, String ifNoneMatch) {
        Spool spool = exporter.spool(export);
        deleteWhenSent(spool.file());
        String etag = etag(export, spool);
        if (ETags.matches(ifNoneMatch, ETags.of(spool.hash()))) {
            return RestResponse.ResponseBuilder.<Download>create(RestResponse.Status.NOT_MODIFIED)
                    .header("ETag", etag)
                    .header("Cache-Control", "private, no-store")
                    .build();
        }
        records.add(export, spool, etag);
        Format format = export.shape().format();
        return RestResponse.ResponseBuilder.ok(new Download(spool.file(), spool.bytes()))
                .type(format.mediaType())
                .header("ETag", etag)
                .header("Cache-Control", "private, no-store")
                .header("Content-Length", spool.bytes())
                .header(
                        "Content-Disposition",
                        ExportFileName.disposition(
                                export.title(), events.require(export.eventId()).name(), format))
                .header("Rapport-Rows", spool.rows())
                .header("Rapport-Formula-Guard", ExportRecords.guard(format))
                .header("Rapport-Guarded-Cells", spool.guardedCells())
                .header("Rapport-Changes", new ChangeToken(spool.changes(), LAST).encode(cursors, changeScope))
                .build();
    }

    /** The library that writes worksheets puts the time of writing into them: equal content, not equal bytes. */
    private static String etag(Export export, Spool spool) {
        return (export.shape().format() == Format.XLSX ? "W/" : "") + ETags.of(spool.hash());
    }

    /** Also when the client goes away before the end. */
    private void deleteWhenSent(Path file) {
        exchange.addEndHandler(sent -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warnf("an exported list was not removed, the next start does it: %s", e.toString());
            }
        });
    }

    /**
     * What every export can be asked for.
     *
     * @param delimiter null when none is named
     * @param bom null when nothing is said
     * @param fields keys separated by commas; null for all
     * @param purpose null when nothing is said
     */
    public record Form(
            @QueryParam("format")
            @DefaultValue("csv")
            @Parameter(schema = @Schema(enumeration = {"csv", "xlsx", "json", "ndjson", "vcf"}))
            String format,

            @QueryParam("delimiter")
            @Parameter(
                    description = "Of csv only; a comma when not given.",
                    schema = @Schema(enumeration = {"comma", "semicolon", "tab"}))
            String delimiter,

            @QueryParam("bom") @Parameter(description = "A byte order mark in front; of csv only.")
            Boolean bom,

            @QueryParam("fields")
            @Size(max = 1000)
            @Parameter(
                    description = "The wanted fields, separated by commas; all when not given. They keep their order.")
            String fields,

            @QueryParam("purpose")
            @Size(max = 300)
            @Parameter(description = "Why the data is taken out; kept in the record of exports.")
            String purpose) {

        /** Null, with a fault, when this is no shape of one of the formats. */
        public Shape shape(Set<Format> offered, List<Fault> faults) {
            Format[] formats =
                    Arrays.stream(Format.values()).filter(offered::contains).toArray(Format[]::new);
            Format chosen = choice("format", format, formats, faults);
            Shape.Delimiter separator = delimiter == null
                    ? Shape.Delimiter.COMMA
                    : choice("delimiter", delimiter, Shape.Delimiter.values(), faults);
            if (chosen != Format.CSV) {
                refuse("delimiter", delimiter, faults);
                refuse("bom", bom, faults);
            }
            return chosen == null ? null : new Shape(chosen, separator, Boolean.TRUE.equals(bom));
        }

        /** The wanted ones of these columns, in their own order, whatever order they are asked for in. */
        public List<Column> chosen(List<Column> columns, List<Fault> faults) {
            if (fields == null) {
                return columns;
            }
            Set<String> keys = new TreeSet<>();
            for (String key : fields.split(",", -1)) {
                if (columns.stream().noneMatch(column -> column.key().equals(key))) {
                    faults.add(Fault.query(
                            "fields", "unknown-field", "There is no field '" + DomainException.excerpt(key) + "'."));
                } else if (!keys.add(key)) {
                    faults.add(Fault.query("fields", "repeated", "The field " + key + " is named twice."));
                }
            }
            return columns.stream()
                    .filter(column -> keys.contains(column.key()))
                    .toList();
        }

        /** The choice that is called so, in lower case and with hyphens; null, with a fault, when there is none. */
        public static <E extends Enum<E>> E choice(String parameter, String text, E[] choices, List<Fault> faults) {
            for (E choice : choices) {
                if (called(choice).equals(text)) {
                    return choice;
                }
            }
            String known = Arrays.stream(choices).map(Form::called).collect(Collectors.joining(", "));
            faults.add(Fault.query(parameter, "unknown-value", "Must be one of " + known + "."));
            return null;
        }

        private static String called(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static void refuse(String parameter, Object value, List<Fault> faults) {
            if (value != null) {
                faults.add(Fault.query(parameter, "only-for-csv", "Only csv has a " + parameter + "."));
            }
        }
    }
}
