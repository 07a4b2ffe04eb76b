package rapport.followup.playbook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All playbooks: there are few, so there is one page. */
@Schema(name = "PlaybookPage")
record PlaybookPage(List<PlaybookView> items) {}
