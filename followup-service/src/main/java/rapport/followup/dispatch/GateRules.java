package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import rapport.followup.decision.Allowance;
import rapport.followup.decision.BudgetConfig;
import rapport.followup.decision.Rules;
import rapport.followup.followup.FollowUpConfig;

/** The numbers of the gates as they are configured. */
@ApplicationScoped
class GateRules {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private final FollowUpConfig followUps;
    private final BudgetConfig budget;

    GateRules(FollowUpConfig followUps, BudgetConfig budget) {
        this.followUps = followUps;
        this.budget = budget;
    }

    Rules rules() {
        return new Rules(
                followUps.recheck(),
                followUps.notAfter(),
                new Allowance(budget.firstContactsADay(), DAY),
                new Allowance(budget.unanswered(), budget.unansweredFor()),
                budget.perContactAndEvent(),
                new Allowance(budget.perContactAndYear(), YEAR));
    }
}
