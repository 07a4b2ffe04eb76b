package rapport.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import rapport.stack.parts.DemoPerson;

@Command(name = "token", description = "Prints an access token of a demo person of the running stack.")
final class TokenCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "PERSON")
    private String person;

    @Override
    public Integer call() throws InterruptedException {
        requirePerson();
        var ports = RunningStack.ports(main.data())
                .orElseThrow(() -> new StartFailed("Rapport is not running here: start it with ./rapport run"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.issuer() + "/rapport/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=rapport-cli&password=any&scope=openid"
                        + "&username=" + URLEncoder.encode(person, StandardCharsets.UTF_8)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            var answer = new ObjectMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StartFailed(answer.path("error_description").asText("the issuer refused"));
            }
            System.out.println(answer.path("access_token").asText());
            return 0;
        } catch (IOException unreachable) {
            throw new StartFailed("The issuer does not answer: start the stack with ./rapport run");
        }
    }

    private void requirePerson() {
        try {
            DemoPerson.of(person);
        } catch (IllegalArgumentException unknown) {
            throw new StartFailed(unknown.getMessage());
        }
    }
}
