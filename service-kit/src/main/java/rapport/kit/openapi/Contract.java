package rapport.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import rapport.kit.problem.Problem;
import rapport.kit.problem.ProblemKind;

/**
 * Adds to the document what holds for every operation and would otherwise be repeated at each: the problems it can answer
 * with, the bearer token, the idempotency key. Everything is put into one order, so that the document only changes when the
 * contract does.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private static final String BEARER = "bearer";

    private final IndexView index;
    private final Endpoints endpoints;

    /** Called by the build. */
    public Contract(IndexView index) {
        this.index = index;
        this.endpoints = new Endpoints(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Access token of the OIDC issuer, audience rapport-api."));
        new Schemas(document).complete();
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Paths sorted = OASFactory.createPaths();
        new TreeMap<>(document.getPaths().getPathItems()).forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> complete(path, method, operation));
            sorted.addPathItem(path, item);
        });
        document.setPaths(sorted);
        new Answers(index, document).complete();
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        describeAnswers(operation);
        boolean open = endpoints.isOpen(operation.getOperationId());
        boolean writes = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
        if (endpoints.isIdempotent(operation.getOperationId())) {
            operation.addParameter(idempotencyKey());
        }
        problem(operation, ProblemKind.BAD_REQUEST);
        if (open) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
            problem(operation, ProblemKind.UNAUTHENTICATED);
            problem(operation, ProblemKind.FORBIDDEN);
        }
        if (path.contains("{")) {
            problem(operation, ProblemKind.NOT_FOUND);
        }
        problem(operation, ProblemKind.NOT_ACCEPTABLE);
        if (writes) {
            problem(operation, ProblemKind.CONFLICT);
            problem(operation, ProblemKind.UNPROCESSABLE);
        }
        if (hasIfMatch(operation)) {
            problem(operation, ProblemKind.PRECONDITION_FAILED);
            problem(operation, ProblemKind.PRECONDITION_REQUIRED);
        }
        if (operation.getRequestBody() != null) {
            problem(operation, ProblemKind.TOO_LARGE);
            problem(operation, ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
        problem(operation, ProblemKind.TOO_MANY_REQUESTS);
        problem(operation, ProblemKind.INTERNAL);
        problem(operation, ProblemKind.UNAVAILABLE);
    }

    /** OpenAPI wants a description of each response, also where there is nothing to add to the status. */
    private void describeAnswers(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            return;
        }
        // The scanner takes a POST that returns nothing for one that creates; the container answers 204.
        APIResponse created = responses.getAPIResponse("201");
        if (created != null && endpoints.answersNothing(operation.getOperationId())) {
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", created.description(null));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null) {
                response.setDescription(
                        switch (status) {
                            case "201" -> "Created";
                            case "202" -> "Accepted";
                            case "204" -> "No Content";
                            default -> "OK";
                        });
            }
        });
    }

    /** Replaces what the scanner wrote for 401 and 403, which has no body; what a resource documents itself stays. */
    private static void problem(Operation operation, ProblemKind kind) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        String status = Integer.toString(kind.status());
        APIResponse present = operation.getResponses().getAPIResponse(status);
        if (present != null && present.getContent() != null) {
            return;
        }
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(
                                        present != null
                                                        && kind != ProblemKind.UNAUTHENTICATED
                                                        && kind != ProblemKind.FORBIDDEN
                                                ? present.getDescription()
                                                : kind.title())
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(schema))));
    }

    private static boolean hasIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Makes the request take effect once: repeated with the same key and content, it is answered again"
                                + " from memory, with Idempotency-Replayed: true. Kept for 72 hours.")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(128));
    }
}
