package rapport.followup.playbook;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import rapport.kit.json.Json;

/** The playbooks, as the file {@code playbooks.json} tells them. */
@ApplicationScoped
public class Playbooks {

    private final List<Playbook> all;

    public Playbooks() {
        try (InputStream in = Playbooks.class.getResourceAsStream("/playbooks.json")) {
            all = List.copyOf(Json.lenient().readValue(in, new TypeReference<List<Playbook>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException("playbooks could not be read", e);
        }
    }

    /** In the order in which they are offered. */
    public List<Playbook> all() {
        return all;
    }

    public Optional<Playbook> find(String id) {
        return all.stream().filter(playbook -> playbook.id().equals(id)).findFirst();
    }
}
