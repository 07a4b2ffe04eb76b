package rapport.contacts.mentoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.acquaintance.Acquaintances;
import rapport.contacts.acquaintance.Members;
import rapport.contacts.acquaintance.Members.Member;
import rapport.contacts.interaction.Source;

/** Mentor and mentee become contacts of each other. Who is not known as a person yet only has the request. */
@ApplicationScoped
class Pairing {
    private final Members members;
    private final Acquaintances acquaintances;

    Pairing(Members members, Acquaintances acquaintances) {
        this.members = members;
        this.acquaintances = acquaintances;
    }

    void of(Requests.Parties parties, UUID request) {
        Map<String, Member> people = members.ofSubjects(List.of(parties.mentee(), parties.mentor()));
        Member mentee = people.get(parties.mentee());
        Member mentor = people.get(parties.mentor());
        if (mentee != null && mentor != null) {
            acquaintances.add(mentee.subject(), mentor.side(), Source.MENTORING, request);
            acquaintances.add(mentor.subject(), mentee.side(), Source.MENTORING, request);
        }
    }
}
