package rapport.followup.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rapport.followup.decision.DecisionEngine;
import rapport.followup.decision.Facts;
import rapport.followup.dispatch.Lines.Move;

/** When each message of a batch finds room, and what that means for the others in the same lines. */
record Places(Set<UUID> crowded, Map<UUID, Instant> at, List<InLine> waiting) {

    /** Dates that changed by less are not worth a write; who comes too early is told so. */
    private static final Duration NO_NEWS = Duration.ofMinutes(1);

    /** Null when there is never any room. */
    Instant of(UUID followUp, UUID recipient, Instant now) {
        return crowded.contains(recipient) ? at.get(followUp) : now;
    }

    /** The new dates of those who were told others. */
    List<Move> moves(DecisionEngine engine, Assembly assembly, List<Judged> judged, Instant now) {
        Map<UUID, Move> first = new HashMap<>();
        List<Move> moves = new ArrayList<>();
        for (InLine each : waiting) {
            Instant place = at.get(each.id());
            if (each.held() && place != null) {
                Move move = move(engine, assembly, each, place);
                UUID recipient = each.circumstances().person().id();
                first.merge(
                        recipient, move, (one, other) -> other.estimateAt().isBefore(one.estimateAt()) ? other : one);
                if (isNews(each.times().estimateAt(), place)
                        || isNews(each.times().sendAt(), move.sendAt())) {
                    moves.add(move);
                }
            }
        }
        judged.stream()
                .filter(each -> leavesItsPlace(each, now))
                .map(each -> first.remove(each.circumstances().person().id()))
                .filter(each -> each != null && each.sendAt().isAfter(now))
                .forEach(each -> {
                    moves.removeIf(move -> move.id().equals(each.id()));
                    moves.add(new Move(each.id(), now, each.estimateAt(), each.notAfter()));
                });
        return moves;
    }

    /** It had a place and does not take it, for example because its sender wrote enough for today: the next one may. */
    private boolean leavesItsPlace(Judged judged, Instant now) {
        Instant place = at.get(judged.due().id());
        return place != null && !place.isAfter(now) && !judged.sends();
    }

    private static Move move(DecisionEngine engine, Assembly assembly, InLine each, Instant place) {
        Instant patience = assembly.patience(each.circumstances(), each.times().approvedAt());
        Instant last = engine.lastChance(new Facts.Timing(each.times().notAfter(), patience, true, null), place);
        return new Move(each.id(), DecisionEngine.noLaterThanStale(place, last), place, last);
    }

    private static boolean isNews(Instant before, Instant now) {
        return before == null || Duration.between(before, now).abs().compareTo(NO_NEWS) > 0;
    }
}
