package rapport.contacts.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;

@ApplicationScoped
class GoalService {
    private final Goals goals;
    private final ContactBook owners;

    GoalService(Goals goals, ContactBook owners) {
        this.goals = goals;
        this.owners = owners;
    }

    @Transactional
    Goal add(String owner, NewGoal told) {
        var goal = new Goal(owner, Ids.next(), told);
        goals.persist(goal);
        return goal;
    }

    @Transactional
    Goal change(String owner, UUID id, String ifMatch, GoalChange change) {
        owners.lock(owner);
        Goal goal = goals.require(owner, id);
        ETags.require(ifMatch, goal.version());
        goal.change(change);
        return goal;
    }

    @Transactional
    void remove(String owner, UUID id) {
        owners.lock(owner);
        goals.delete(goals.require(owner, id));
    }
}
